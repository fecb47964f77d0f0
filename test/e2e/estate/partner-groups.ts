/** The security groups of the second account. */
import { type GroupSpec, tcp, tcpFrom } from './group.ts';
import { partner, planes, prod } from './known.ts';

const us = { region: 'us-east-1', attached: true } as const;
const eu = { region: 'eu-west-1', attached: true } as const;

export const partnerGroups: readonly GroupSpec[] = [
  { ...eu, name: 'ssh-world', ingress: [tcp(22, '0.0.0.0/0', '::/0')] },
  { ...eu, name: 'ssh-office', ingress: [tcp(22, '203.0.113.7/32')] },
  { ...us, name: 'from-prod', ingress: [tcpFrom(5432, prod)] },
  { ...us, name: 'from-itself', ingress: [tcpFrom(5432, partner)] },
  { ...eu, name: 'out-all', keepsEgress: true },
  { ...us, name: 'default', attached: false },
  { ...eu, name: 'tagged', tags: planes },
];
