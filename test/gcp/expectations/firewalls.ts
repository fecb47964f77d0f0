/** What must be found in firewall rules and networks, written from the meaning of the rules. */
import type { Expected } from './expected.ts';

const rule = { account: 'acme-web', technology: 'gcp.compute-firewall', region: 'global' } as const;
const defaultRule = { ...rule, account: 'acme-shop' } as const;
const network = { technology: 'gcp.compute-network', region: 'global' } as const;

const open = (protocol: string, ports: string, principal = '0.0.0.0/0') =>
  `internet-accessible open direction=ingress ports=${ports} principal=${principal} protocol=${protocol} (7)`;
const ssh = (ports: string, protocol = 'tcp') =>
  `ssh-open-to-internet open ports=${ports} principal=0.0.0.0/0 protocol=${protocol} (8)`;
const rdp = (ports: string, principal = '0.0.0.0/0', protocol = 'tcp') =>
  `rdp-open-to-internet open ports=${ports} principal=${principal} protocol=${protocol} (8)`;
const range = (protocol: string, ports: string) =>
  `port-range open direction=ingress ports=${ports} protocol=${protocol} (3)`;
const noTarget = 'no-target all setting=targets (3)';

export const expectedFirewalls: readonly Expected[] = [
  { ...rule, name: 'web-open', issues: [open('tcp', '443')], why: 'everybody' },
  {
    ...rule,
    name: 'web-half',
    issues: [],
    nearly: ['internet-accessible open'],
    why: 'one half of everybody',
  },
  { ...rule, name: 'web-two-halves', issues: [open('tcp', '443')], why: 'two halves are everybody' },
  { ...rule, name: 'web-open-by-ipv6', issues: [open('tcp', '443', '::/0')], why: 'everybody by IPv6' },
  {
    ...rule,
    name: 'web-office-by-ipv6',
    issues: [],
    nearly: ['internet-accessible open'],
    why: 'one network of IPv6',
  },
  {
    ...rule,
    name: 'no-source',
    issues: [open('tcp', '443')],
    why: 'a rule without a source is for everybody',
  },
  {
    ...rule,
    name: 'source-by-tag',
    issues: [],
    nearly: ['internet-accessible open'],
    why: 'no range either, but a tag',
  },
  { ...rule, name: 'ssh-open', issues: [open('tcp', '22'), ssh('22')], why: 'everybody to SSH' },
  { ...rule, name: 'ssh-by-proxy', issues: [], nearly: ['ssh-open-to-internet open'], why: 'the proxy only' },
  {
    ...rule,
    name: 'telnet-open',
    issues: [open('tcp', '23')],
    nearly: ['ssh-open-to-internet open'],
    why: 'the port after SSH',
  },
  {
    ...rule,
    name: 'rdp-open',
    issues: [open('tcp', '3389', '::/0'), rdp('3389', '::/0')],
    why: 'everybody to RDP, by IPv6',
  },
  { ...rule, name: 'rdp-office', issues: [], nearly: ['rdp-open-to-internet open'], why: 'the office only' },
  {
    ...rule,
    name: 'rdp-by-udp',
    issues: [open('udp', '3389')],
    nearly: ['rdp-open-to-internet open'],
    why: 'the port of RDP, by UDP',
  },
  {
    ...rule,
    name: 'range-with-ssh',
    issues: [open('tcp', '20-25'), ssh('20-25'), range('tcp', '20-25')],
    why: 'a range with SSH in it',
  },
  {
    ...rule,
    name: 'range-beside-ssh',
    issues: [open('tcp', '23-25'), range('tcp', '23-25')],
    nearly: ['ssh-open-to-internet open'],
    why: 'a range that begins after SSH',
  },
  { ...rule, name: 'range-inside', issues: [range('tcp', '8000-8080')], why: 'a range, from inside' },
  { ...rule, name: 'ports-inside', issues: [], nearly: ['port-range open'], why: 'its two ends only' },
  { ...rule, name: 'range-of-one', issues: [], nearly: ['port-range open'], why: 'from 80 to 80' },
  { ...rule, name: 'all-ports-inside', issues: [range('tcp', 'all')], why: 'no ports are all ports' },
  {
    ...rule,
    name: 'icmp-inside',
    issues: [],
    nearly: ['port-range open'],
    why: 'no ports, as ICMP has none',
  },
  {
    ...rule,
    name: 'everything',
    issues: [open('all', 'all'), ssh('all', 'all'), rdp('all', '0.0.0.0/0', 'all'), range('all', 'all')],
    why: 'everybody to everything',
  },
  {
    ...rule,
    name: 'everything-off',
    issues: [],
    nearly: ['internet-accessible open', 'ssh-open-to-internet open', 'rdp-open-to-internet open'],
    why: 'the rule is switched off',
  },
  {
    ...rule,
    name: 'everything-denied',
    issues: [],
    nearly: ['internet-accessible open', 'port-range open'],
    why: 'the rule denies',
  },
  {
    ...rule,
    name: 'everything-outwards',
    issues: [],
    nearly: ['internet-accessible open', 'port-range open'],
    why: 'the rule is for what goes out',
  },
  { ...rule, name: 'for-all-machines', issues: [noTarget], why: 'no target is every machine' },
  { ...rule, name: 'for-all-machines-off', issues: [], nearly: ['no-target all'], why: 'switched off' },
  { ...rule, name: 'for-one-account', issues: [], nearly: ['no-target all'], why: 'an account is a target' },

  {
    ...defaultRule,
    name: 'default-allow-icmp',
    issues: [open('icmp', 'all'), noTarget],
    nearly: ['port-range open'],
    why: 'everybody by ICMP, to all machines',
  },
  {
    ...defaultRule,
    name: 'default-allow-internal',
    issues: [range('tcp', '0-65535'), range('udp', '0-65535'), noTarget],
    nearly: ['internet-accessible open'],
    why: 'all ports from inside',
  },
  {
    ...defaultRule,
    name: 'default-allow-rdp',
    issues: [open('tcp', '3389'), rdp('3389'), noTarget],
    why: 'everybody to RDP, on all machines',
  },
  {
    ...defaultRule,
    name: 'default-allow-ssh',
    issues: [open('tcp', '22'), ssh('22'), noTarget],
    why: 'everybody to SSH, on all machines',
  },
];

const made = 'default-network made name=default (2)';

export const expectedNetworks: readonly Expected[] = [
  {
    ...network,
    account: 'acme-web',
    name: 'main',
    issues: [],
    nearly: ['legacy-network legacy'],
    why: 'no subnetworks of Google’s, and no range',
  },
  { ...network, account: 'acme-shop', name: 'default', issues: [made], why: 'the one that Google makes' },
  {
    ...network,
    account: 'acme-shop',
    name: 'default-2',
    issues: [],
    nearly: ['default-network made'],
    why: 'the same under another name',
  },
  {
    ...network,
    account: 'acme-data',
    name: 'legacy',
    issues: ['legacy-network legacy setting=subnetworks (8)'],
    why: 'a range of its own',
  },
  {
    ...network,
    account: 'acme-data',
    name: 'main',
    issues: [],
    nearly: ['legacy-network legacy'],
    why: 'subnetworks instead of a range',
  },
  { ...network, account: 'acme-lake', name: 'default', issues: [made], why: 'the one that Google makes' },
  {
    ...network,
    account: 'acme-ops',
    name: 'main',
    issues: [],
    nearly: ['default-network made'],
    why: 'one of our own',
  },
  {
    ...network,
    account: 'acme-lab',
    name: 'defaults',
    issues: [],
    nearly: ['default-network made'],
    why: 'a letter more',
  },
];
