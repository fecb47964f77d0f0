/** The networks, subnetworks and firewall rules that there are in the estate. */
import { firewallsOf, networksOf, type Subnetwork, subnetworksOf, tcp } from './compute.ts';
import { deleted, deploy, lee, mallory, vendor } from './known.ts';
import { ended, type Fields, grant, type Holds, holdsOf } from './wire.ts';

const everywhere = { sourceRanges: ['0.0.0.0/0'] };
const untargeted = { targetTags: [] };
const user = 'roles/compute.networkUser';

/** Of acme-web. */
const rules: Readonly<Record<string, Fields>> = {
  'web-open': everywhere,
  'web-half': { sourceRanges: ['0.0.0.0/1'] },
  'web-two-halves': { sourceRanges: ['0.0.0.0/1', '128.0.0.0/1'] },
  'web-open-by-ipv6': { sourceRanges: ['::/0'] },
  'web-office-by-ipv6': { sourceRanges: ['2001:db8::/32'] },
  'no-source': { sourceRanges: [] },
  'source-by-tag': { sourceRanges: [], sourceTags: ['lb'] },
  'ssh-open': { ...everywhere, allowed: [tcp('22')] },
  'ssh-by-proxy': { sourceRanges: ['35.235.240.0/20'], allowed: [tcp('22')] },
  'telnet-open': { ...everywhere, allowed: [tcp('23')] },
  'rdp-open': { sourceRanges: ['::/0'], allowed: [tcp('3389')] },
  'rdp-office': { sourceRanges: ['198.51.100.0/24'], allowed: [tcp('3389')] },
  'rdp-by-udp': { ...everywhere, allowed: [{ IPProtocol: 'udp', ports: ['3389'] }] },
  'range-with-ssh': { ...everywhere, allowed: [tcp('20-25')] },
  'range-beside-ssh': { ...everywhere, allowed: [tcp('23-25')] },
  'range-inside': { allowed: [tcp('8000-8080')] },
  'ports-inside': { allowed: [tcp('8000', '8080')] },
  'range-of-one': { allowed: [tcp('80-80')] },
  'all-ports-inside': { allowed: [tcp()] },
  'icmp-inside': { allowed: [{ IPProtocol: 'icmp' }] },
  everything: { ...everywhere, allowed: [{ IPProtocol: 'all' }] },
  'everything-off': { ...everywhere, allowed: [{ IPProtocol: 'all' }], disabled: true },
  'everything-denied': { ...everywhere, allowed: [], denied: [{ IPProtocol: 'all' }] },
  'everything-outwards': {
    direction: 'EGRESS',
    sourceRanges: [],
    destinationRanges: ['0.0.0.0/0'],
    allowed: [{ IPProtocol: 'all' }],
  },
  'for-all-machines': untargeted,
  'for-all-machines-off': { ...untargeted, disabled: true },
  'for-one-account': { ...untargeted, targetServiceAccounts: ['web@acme-web.iam.gserviceaccount.com'] },
};

/** What Google makes beside the default network: https://cloud.google.com/firewall/docs/firewalls#more_rules_default_vpc */
const defaultRules: Readonly<Record<string, Fields>> = {
  'default-allow-icmp': { ...everywhere, ...untargeted, allowed: [{ IPProtocol: 'icmp' }] },
  'default-allow-internal': {
    ...untargeted,
    sourceRanges: ['10.128.0.0/9'],
    allowed: [tcp('0-65535'), { IPProtocol: 'udp', ports: ['0-65535'] }, { IPProtocol: 'icmp' }],
  },
  'default-allow-rdp': { ...everywhere, ...untargeted, allowed: [tcp('3389')] },
  'default-allow-ssh': { ...everywhere, ...untargeted, allowed: [tcp('22')] },
};

/** Of acme-web. */
const subnetworks: Readonly<Record<string, Subnetwork>> = {
  main: {},
  'logs-off': { fields: { logConfig: { enable: false } } },
  'logs-by-the-old-setting': { fields: { logConfig: {}, enableFlowLogs: true } },
  'logs-off-whatever-the-old-setting-says': {
    fields: { logConfig: { enable: false }, enableFlowLogs: true },
  },
  proxies: {
    fields: {
      purpose: 'REGIONAL_MANAGED_PROXY',
      logConfig: { enable: false },
      privateIpGoogleAccess: false,
    },
  },
  'no-private-access': { fields: { privateIpGoogleAccess: false } },
  'for-everyone': { grants: [grant(user, 'allUsers')] },
  'for-every-account': { grants: [grant(user, 'allAuthenticatedUsers')] },
  'for-everyone-last-year': { grants: [grant(user, 'allUsers', ended)] },
  'for-a-stranger': { grants: [grant(user, mallory)] },
  'for-lee': { grants: [grant(user, lee)] },
  'for-nobody-any-more': { grants: [grant(user, deleted)] },
  'for-a-vendor': { grants: [grant(user, vendor)] },
  'for-our-deployer': { grants: [grant(user, deploy)] },
};

/** Networks have subnetworks of their own, none yet or Google's; legacy ones have a range. */
const byHand = { autoCreateSubnetworks: false };
const byGoogle = { autoCreateSubnetworks: true };

export const networkHolds: Holds = holdsOf([
  networksOf('acme-web', { main: byHand }),
  networksOf('acme-shop', { default: byGoogle, 'default-2': byGoogle }),
  networksOf('acme-data', {
    legacy: { IPv4Range: '10.240.0.0/16', gatewayIPv4: '10.240.0.1' },
    main: byHand,
  }),
  networksOf('acme-lake', { default: byGoogle }),
  networksOf('acme-ops', { main: byHand }),
  networksOf('acme-lab', { defaults: byGoogle }),
  firewallsOf('acme-web', rules),
  firewallsOf('acme-shop', defaultRules),
  subnetworksOf('acme-web', subnetworks),
]);
