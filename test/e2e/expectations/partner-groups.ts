/** What must be found in the security groups of the second account. */
import { planes, prod } from '../estate/known.ts';
import type { Expected } from './expected.ts';

const us = { account: 'partner', technology: 'aws.ec2-security-group', region: 'us-east-1' } as const;
const eu = { ...us, region: 'eu-west-1' } as const;

export const expectedPartnerGroups: readonly Expected[] = [
  {
    ...eu,
    name: 'ssh-world',
    issues: [
      'admin-port-open-to-ipv4 open port=22 principal=0.0.0.0/0 protocol=tcp (9)',
      'admin-port-open-to-ipv6 open port=22 principal=::/0 protocol=tcp (9)',
      'internet-accessible-ingress open direction=ingress ports=22 principal=0.0.0.0/0 protocol=tcp (10)',
      'internet-accessible-ingress open direction=ingress ports=22 principal=::/0 protocol=tcp (10)',
    ],
    why: 'SSH is open to both families',
  },
  {
    ...eu,
    name: 'ssh-office',
    issues: [],
    nearly: ['admin-port-open-to-ipv4 open'],
    why: 'one address of the office',
  },
  {
    ...us,
    name: 'from-prod',
    issues: [
      `friendly-account-ingress allowed direction=ingress ports=5432 principal=${prod} protocol=tcp (0)`,
    ],
    why: 'seen from here the first account is the friend',
  },
  {
    ...us,
    name: 'from-itself',
    issues: [],
    nearly: ['friendly-account-ingress allowed'],
    why: 'its own account',
  },
  {
    ...eu,
    name: 'out-all',
    issues: [
      'internet-accessible-egress open direction=egress ports=all principal=0.0.0.0/0 protocol=all (10)',
    ],
    why: 'the rule that EC2 gives every new group',
  },
  {
    ...us,
    name: 'default',
    issues: [],
    nearly: ['default-group-allows-traffic allowed'],
    why: 'a default group whose rules have all been removed',
  },
  { ...eu, name: 'tagged', tags: planes, issues: [], why: 'tags are only tags' },
];
