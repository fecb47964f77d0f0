/** The security groups of the first account. */
import { type GroupSpec, type RuleSpec, tcp, tcpFrom } from './group.ts';
import { partner, planes, prod, stranger, vendor } from './known.ts';

const us = { region: 'us-east-1', attached: true } as const;
const eu = { region: 'eu-west-1', attached: true } as const;
const anything = (...cidrs: readonly string[]): RuleSpec => ({ protocol: '-1', cidrs });
const tcpRange = (from: number, to: number, ...cidrs: readonly string[]): RuleSpec => ({
  protocol: 'tcp',
  ports: [from, to],
  cidrs,
});

export const prodGroups: readonly GroupSpec[] = [
  // Administration ports.
  { ...us, name: 'ssh-world', ingress: [tcp(22, '0.0.0.0/0')] },
  { ...eu, name: 'rdp-world-v6', ingress: [tcp(3389, '::/0')] },
  { ...us, name: 'all-world', ingress: [anything('0.0.0.0/0')] },
  { ...eu, name: 'tcp-world-v6', ingress: [tcpRange(0, 65_535, '::/0')] },
  { ...us, name: 'ssh-halves', ingress: [tcpRange(20, 25, '0.0.0.0/1', '128.0.0.0/1')] },
  { ...us, name: 'ssh-world-unused', attached: false, ingress: [tcp(22, '0.0.0.0/0')] },
  { ...us, name: 'ssh-office', ingress: [tcp(22, '203.0.113.0/24', '2001:db8:aaaa::/48')] },
  { ...eu, name: 'rdp-office-v6', ingress: [tcp(3389, '2001:db8:aaaa:1::/64')] },
  { ...us, name: 'beside-admin-ports', ingress: [tcpRange(23, 3388, '0.0.0.0/0', '::/0')] },

  // The whole internet.
  { ...us, name: 'https-world', ingress: [tcp(443, '0.0.0.0/0', '::/0')] },
  { ...us, name: 'https-halves', ingress: [tcp(443, '0.0.0.0/1'), tcpRange(400, 500, '128.0.0.0/1')] },
  { ...us, name: 'https-unused', attached: false, ingress: [tcp(443, '0.0.0.0/0')] },
  { ...eu, name: 'ping-world', ingress: [{ protocol: 'icmp', ports: [8, -1], cidrs: ['0.0.0.0/0'] }] },
  { ...us, name: 'dns-world', ingress: [{ protocol: 'udp', ports: [53, 53], cidrs: ['0.0.0.0/0'] }] },
  { ...us, name: 'https-office', ingress: [tcp(443, '203.0.113.128/25')] },
  { ...us, name: 'split-halves', ingress: [tcp(443, '0.0.0.0/1'), tcp(444, '128.0.0.0/1')] },
  { ...us, name: 'out-all', keepsEgress: true },
  { ...eu, name: 'out-https-v6', egress: [tcp(443, '::/0')] },
  { ...us, name: 'out-all-unused', attached: false, keepsEgress: true },
  { ...us, name: 'out-private', egress: [anything('10.0.0.0/8')] },
  { ...eu, name: 'out-office', egress: [tcp(443, '203.0.113.0/24', '2001:db8:aaaa::/48')] },

  // Networks that somebody knows, or nobody.
  { ...us, name: 'from-stranger-net', ingress: [tcp(5432, '192.0.2.0/24', '2001:db8:bbbb::/64')] },
  { ...us, name: 'from-wider-office', ingress: [tcp(5432, '203.0.112.0/23')] },
  { ...us, name: 'from-net-unused', attached: false, ingress: [tcp(5432, '192.0.2.7/32')] },
  { ...us, name: 'from-two-entries', ingress: [tcp(5432, '198.51.100.0/24')] },
  {
    ...us,
    name: 'from-private',
    ingress: [tcp(5432, '10.20.0.0/16', '172.16.0.0/12', '192.168.7.0/24', '100.64.0.0/10', 'fd00::/8')],
  },
  { ...eu, name: 'to-stranger-net', egress: [tcp(25, '192.0.2.0/24')] },
  { ...eu, name: 'to-private', egress: [tcp(25, '10.0.0.0/8', 'fd12::/16')] },

  // Groups of other accounts.
  { ...us, name: 'from-stranger', ingress: [tcpFrom(5432, stranger)] },
  { ...us, name: 'from-partner', ingress: [tcpFrom(5432, partner), tcpFrom(8443, partner)] },
  { ...us, name: 'from-vendor', ingress: [tcpFrom(5432, vendor)] },
  { ...eu, name: 'to-stranger', egress: [tcpFrom(5432, stranger)] },
  { ...eu, name: 'to-partner', egress: [tcpFrom(5432, partner)] },
  { ...eu, name: 'to-vendor', egress: [tcpFrom(5432, vendor)] },
  { ...us, name: 'among-themselves', ingress: [tcpFrom(5432, prod)], egress: [tcpFrom(5432, prod)] },
  {
    ...us,
    name: 'from-deleted',
    onTheWire: 'refers to a deleted group',
    ingress: [tcpFrom(5432, partner)],
  },
  { ...us, name: 'from-balancer', ingress: [tcpFrom(80, 'amazon-elb')] },

  // Outside any VPC, and default groups.
  {
    ...us,
    name: 'classic-private',
    onTheWire: 'outside any VPC',
    ingress: [tcp(443, '10.0.0.0/8', '192.168.1.1/32')],
  },
  {
    ...us,
    name: 'classic-unused',
    attached: false,
    onTheWire: 'outside any VPC',
    ingress: [tcp(443, '172.31.0.0/16')],
  },
  {
    ...us,
    name: 'classic-office',
    onTheWire: 'outside any VPC',
    ingress: [tcp(443, '203.0.113.7/32', '100.64.0.0/10')],
  },
  { ...us, name: 'default', keepsEgress: true },
  { ...eu, name: 'default', attached: false, ingress: [tcpFrom(443, prod)] },
  { ...us, name: 'default-web', ingress: [tcp(443, '10.0.0.0/8')] },
  { ...us, name: 'closed' },
  { ...us, name: 'tagged', tags: { ...planes, [planes.cjk]: '', team: 'payments' } },
];
