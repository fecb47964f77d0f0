/** What must be found in the security groups of the first account, written from the meaning of the rules. */
import { partner, planes, stranger, vendor } from '../estate/known.ts';
import type { Expected } from './expected.ts';

const us = { account: 'prod', technology: 'aws.ec2-security-group', region: 'us-east-1' } as const;
const eu = { ...us, region: 'eu-west-1' } as const;

export const expectedProdGroups: readonly Expected[] = [
  {
    ...us,
    name: 'ssh-world',
    issues: [
      'admin-port-open-to-ipv4 open port=22 principal=0.0.0.0/0 protocol=tcp (9)',
      'internet-accessible-ingress open direction=ingress ports=22 principal=0.0.0.0/0 protocol=tcp (10)',
    ],
    why: 'SSH is open to all of IPv4, and an interface uses the group',
  },
  {
    ...eu,
    name: 'rdp-world-v6',
    issues: [
      'admin-port-open-to-ipv6 open port=3389 principal=::/0 protocol=tcp (9)',
      'internet-accessible-ingress open direction=ingress ports=3389 principal=::/0 protocol=tcp (10)',
    ],
    why: 'RDP is open to all of IPv6 and to no IPv4',
  },
  {
    ...us,
    name: 'all-world',
    issues: [
      'admin-port-open-to-ipv4 open port=22 principal=0.0.0.0/0 protocol=all (9)',
      'admin-port-open-to-ipv4 open port=3389 principal=0.0.0.0/0 protocol=all (9)',
      'cifs-open-to-internet open port=445 principal=0.0.0.0/0 protocol=all (8)',
      'internet-accessible-ingress open direction=ingress ports=all principal=0.0.0.0/0 protocol=all (10)',
    ],
    why: 'all protocols hold both administration ports; one door to the internet',
  },
  {
    ...eu,
    name: 'tcp-world-v6',
    issues: [
      'admin-port-open-to-ipv6 open port=22 principal=::/0 protocol=tcp (9)',
      'admin-port-open-to-ipv6 open port=3389 principal=::/0 protocol=tcp (9)',
      'cifs-open-to-internet open port=445 principal=::/0 protocol=tcp (8)',
      'internet-accessible-ingress open direction=ingress ports=all principal=::/0 protocol=tcp (10)',
    ],
    why: 'ports 0 to 65535 hold both administration ports and are all ports',
  },
  {
    ...us,
    name: 'ssh-halves',
    issues: [
      'admin-port-open-to-ipv4 open port=22 principal=0.0.0.0/0 protocol=tcp (9)',
      'internet-accessible-ingress open direction=ingress ports=20-25 principal=0.0.0.0/0 protocol=tcp (10)',
    ],
    why: 'two halves are the whole internet, and a range holds SSH',
  },
  {
    ...us,
    name: 'ssh-world-unused',
    issues: [
      'admin-port-open-to-ipv4 open port=22 principal=0.0.0.0/0 protocol=tcp (9)',
      'internet-accessible-ingress open direction=ingress ports=22 principal=0.0.0.0/0 protocol=tcp (0)',
    ],
    why: 'nothing uses it, so nothing is exposed; the benchmark wants the port closed all the same',
  },
  {
    ...us,
    name: 'ssh-office',
    issues: [],
    nearly: [
      'admin-port-open-to-ipv4 open',
      'internet-accessible-ingress open',
      'unknown-access-ingress network',
    ],
    why: 'SSH for the networks of the allow-list only',
  },
  {
    ...eu,
    name: 'rdp-office-v6',
    issues: [],
    nearly: ['admin-port-open-to-ipv6 open', 'unknown-access-ingress network'],
    why: 'RDP for a part of a network on the allow-list',
  },
  {
    ...us,
    name: 'beside-admin-ports',
    issues: [
      'cifs-open-to-internet open port=445 principal=0.0.0.0/0 protocol=tcp (8)',
      'cifs-open-to-internet open port=445 principal=::/0 protocol=tcp (8)',
      'internet-accessible-ingress open direction=ingress ports=23-3388 principal=0.0.0.0/0 protocol=tcp (10)',
      'internet-accessible-ingress open direction=ingress ports=23-3388 principal=::/0 protocol=tcp (10)',
    ],
    nearly: ['admin-port-open-to-ipv4 open', 'admin-port-open-to-ipv6 open'],
    why: 'the range begins after SSH and ends before RDP, and holds file sharing; the two families are two issues',
  },

  {
    ...us,
    name: 'https-world',
    issues: [
      'internet-accessible-ingress open direction=ingress ports=443 principal=0.0.0.0/0 protocol=tcp (10)',
      'internet-accessible-ingress open direction=ingress ports=443 principal=::/0 protocol=tcp (10)',
    ],
    why: 'open to everyone, but no administration port',
  },
  {
    ...us,
    name: 'https-halves',
    issues: [
      'internet-accessible-ingress open direction=ingress ports=443 principal=0.0.0.0/0 protocol=tcp (10)',
      'unknown-access-ingress network direction=ingress ports=400-500 principal=128.0.0.0/1 protocol=tcp (10)',
    ],
    nearly: ['cifs-open-to-internet open'],
    why: 'at 443 both halves come in; at the other ports of the range only one half, which nobody knows',
  },
  {
    ...us,
    name: 'https-unused',
    issues: [
      'internet-accessible-ingress open direction=ingress ports=443 principal=0.0.0.0/0 protocol=tcp (0)',
    ],
    why: 'open, but nothing uses it',
  },
  {
    ...eu,
    name: 'ping-world',
    issues: [
      'internet-accessible-ingress open direction=ingress ports=type 8 principal=0.0.0.0/0 protocol=icmp (10)',
    ],
    why: 'the numbers of an ICMP rule are type and code, not ports',
  },
  {
    ...us,
    name: 'dns-world',
    issues: [
      'internet-accessible-ingress open direction=ingress ports=53 principal=0.0.0.0/0 protocol=udp (10)',
    ],
    why: 'UDP is open to everyone, too',
  },
  {
    ...us,
    name: 'https-office',
    issues: [],
    nearly: ['internet-accessible-ingress open', 'unknown-access-ingress network'],
    why: 'half of a network on the allow-list',
  },
  {
    ...us,
    name: 'split-halves',
    issues: [
      'unknown-access-ingress network direction=ingress ports=443 principal=0.0.0.0/1 protocol=tcp (10)',
      'unknown-access-ingress network direction=ingress ports=444 principal=128.0.0.0/1 protocol=tcp (10)',
    ],
    nearly: ['internet-accessible-ingress open'],
    why: 'the halves come in at different doors: neither is the whole internet, both are unknown',
  },
  {
    ...us,
    name: 'out-all',
    issues: [
      'internet-accessible-egress open direction=egress ports=all principal=0.0.0.0/0 protocol=all (10)',
    ],
    why: 'the rule that EC2 gives every new group',
  },
  {
    ...eu,
    name: 'out-https-v6',
    issues: ['internet-accessible-egress open direction=egress ports=443 principal=::/0 protocol=tcp (10)'],
    why: 'one port out to all of IPv6',
  },
  {
    ...us,
    name: 'out-all-unused',
    issues: [
      'internet-accessible-egress open direction=egress ports=all principal=0.0.0.0/0 protocol=all (0)',
    ],
    why: 'nothing uses it',
  },
  {
    ...us,
    name: 'out-private',
    issues: [],
    nearly: ['internet-accessible-egress open', 'unknown-access-egress network'],
    why: 'everything may go out, but to private addresses only',
  },
  {
    ...eu,
    name: 'out-office',
    issues: [],
    nearly: ['internet-accessible-egress open', 'unknown-access-egress network'],
    why: 'out to the networks of the allow-list only',
  },

  {
    ...us,
    name: 'from-stranger-net',
    issues: [
      'unknown-access-ingress network direction=ingress ports=5432 principal=192.0.2.0/24 protocol=tcp (10)',
      'unknown-access-ingress network direction=ingress ports=5432 principal=2001:db8:bbbb::/64 protocol=tcp (10)',
    ],
    why: 'two public networks that are on no list',
  },
  {
    ...us,
    name: 'from-wider-office',
    issues: [
      'unknown-access-ingress network direction=ingress ports=5432 principal=203.0.112.0/23 protocol=tcp (10)',
    ],
    why: 'the office is only half of it',
  },
  {
    ...us,
    name: 'from-net-unused',
    issues: [
      'unknown-access-ingress network direction=ingress ports=5432 principal=192.0.2.7/32 protocol=tcp (0)',
    ],
    why: 'unknown, but nothing uses the group',
  },
  {
    ...us,
    name: 'from-two-entries',
    issues: [],
    nearly: ['unknown-access-ingress network'],
    why: 'two entries of the allow-list cover it together',
  },
  {
    ...us,
    name: 'from-private',
    issues: [],
    nearly: ['unknown-access-ingress network', 'private-range-outside-vpc named'],
    why: 'private addresses of every kind, inside a VPC',
  },
  {
    ...eu,
    name: 'to-stranger-net',
    issues: [
      'unknown-access-egress network direction=egress ports=25 principal=192.0.2.0/24 protocol=tcp (10)',
    ],
    why: 'mail to a network that is on no list',
  },
  {
    ...eu,
    name: 'to-private',
    issues: [],
    nearly: ['unknown-access-egress network'],
    why: 'private networks',
  },

  {
    ...us,
    name: 'from-stranger',
    issues: [
      `unknown-access-ingress account direction=ingress ports=5432 principal=${stranger} protocol=tcp (10)`,
    ],
    why: 'a group of an account that nobody here knows',
  },
  {
    ...us,
    name: 'from-partner',
    issues: [
      `friendly-account-ingress allowed direction=ingress ports=5432 principal=${partner} protocol=tcp (0)`,
      `friendly-account-ingress allowed direction=ingress ports=8443 principal=${partner} protocol=tcp (0)`,
    ],
    nearly: ['unknown-access-ingress account', 'third-party-account-ingress allowed'],
    why: 'one of our accounts, by two doors',
  },
  {
    ...us,
    name: 'from-vendor',
    issues: [
      `third-party-account-ingress allowed direction=ingress ports=5432 principal=${vendor} protocol=tcp (0)`,
    ],
    nearly: ['unknown-access-ingress account', 'friendly-account-ingress allowed'],
    why: 'a third party on record',
  },
  {
    ...eu,
    name: 'to-stranger',
    issues: [
      `unknown-access-egress account direction=egress ports=5432 principal=${stranger} protocol=tcp (10)`,
    ],
    why: 'a group of an account that nobody here knows',
  },
  {
    ...eu,
    name: 'to-partner',
    issues: [
      `friendly-account-egress allowed direction=egress ports=5432 principal=${partner} protocol=tcp (0)`,
    ],
    nearly: ['unknown-access-egress account', 'third-party-account-egress allowed'],
    why: 'one of our accounts',
  },
  {
    ...eu,
    name: 'to-vendor',
    issues: [
      `third-party-account-egress allowed direction=egress ports=5432 principal=${vendor} protocol=tcp (0)`,
    ],
    nearly: ['unknown-access-egress account', 'friendly-account-egress allowed'],
    why: 'a third party on record',
  },
  {
    ...us,
    name: 'among-themselves',
    issues: [],
    nearly: [
      'friendly-account-ingress allowed',
      'friendly-account-egress allowed',
      'third-party-account-ingress allowed',
      'third-party-account-egress allowed',
      'unknown-access-ingress account',
      'unknown-access-egress account',
    ],
    why: 'a group of the account itself, in and out',
  },
  {
    ...us,
    name: 'from-deleted',
    issues: [],
    nearly: ['friendly-account-ingress allowed', 'unknown-access-ingress account'],
    why: 'the group referred to is gone and lets nobody in',
  },
  {
    ...us,
    name: 'from-balancer',
    issues: [],
    nearly: ['unknown-access-ingress account'],
    why: 'a load balancer of AWS is no account',
  },

  {
    ...us,
    name: 'classic-private',
    issues: [
      'private-range-outside-vpc named direction=ingress ports=443 principal=10.0.0.0/8 protocol=tcp (5)',
      'private-range-outside-vpc named direction=ingress ports=443 principal=192.168.1.1/32 protocol=tcp (5)',
    ],
    why: 'outside a VPC private addresses are anybody’s',
  },
  {
    ...us,
    name: 'classic-unused',
    issues: [
      'private-range-outside-vpc named direction=ingress ports=443 principal=172.31.0.0/16 protocol=tcp (0)',
    ],
    why: 'the same, but nothing uses the group',
  },
  {
    ...us,
    name: 'classic-office',
    issues: [],
    nearly: ['private-range-outside-vpc named'],
    why: 'outside a VPC, but an address on the allow-list and the shared range of carriers, not RFC 1918',
  },
  {
    ...us,
    name: 'default',
    issues: [
      'default-group-allows-traffic allowed direction=egress ports=all protocol=all (2)',
      'internet-accessible-egress open direction=egress ports=all principal=0.0.0.0/0 protocol=all (10)',
    ],
    why: 'the default group as EC2 makes it, and an interface uses it',
  },
  {
    ...eu,
    name: 'default',
    issues: ['default-group-allows-traffic allowed direction=ingress ports=443 protocol=tcp (2)'],
    why: 'a rule of its own for itself is traffic, too',
  },
  {
    ...us,
    name: 'default-web',
    issues: [],
    nearly: ['default-group-allows-traffic allowed'],
    why: 'only its name begins like that of the default group',
  },
  { ...us, name: 'closed', issues: [], nearly: ['internet-accessible-egress open'], why: 'no rules at all' },
  {
    ...us,
    name: 'tagged',
    tags: { ...planes, [planes.cjk]: '', team: 'payments' },
    issues: [],
    why: 'tags are only tags, from whichever plane of Unicode',
  },
];
