/** Three firewall rules as Compute Engine lists them: what may be written in one, in the other direction, and the least. */
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { assetEstate } from './asset-estate.ts';

const project = 'https://www.googleapis.com/compute/v1/projects/acme-web';
const network = `${project}/global/networks/main`;

const common = (id: string, name: string) => ({
  kind: 'compute#firewall',
  id,
  creationTimestamp: '2026-03-01T01:02:03.456-07:00',
  name,
  network,
  selfLink: `${project}/global/firewalls/${name}`,
});

const web = {
  ...common('1234567890123456789', 'allow-web'),
  description: 'The shop',
  priority: 900,
  direction: 'INGRESS',
  disabled: false,
  sourceRanges: ['203.0.113.0/24', '198.51.100.0/24'],
  sourceServiceAccounts: ['lb@acme-web.iam.gserviceaccount.com', 'probe@acme-web.iam.gserviceaccount.com'],
  targetServiceAccounts: ['web@acme-web.iam.gserviceaccount.com', 'api@acme-web.iam.gserviceaccount.com'],
  allowed: [{ IPProtocol: 'tcp', ports: ['443', '8000-8080'] }, { IPProtocol: 'icmp' }],
  logConfig: { enable: true, metadata: 'INCLUDE_ALL_METADATA' },
};

const out = {
  ...common('2234567890123456789', 'deny-out'),
  priority: 1000,
  direction: 'EGRESS',
  disabled: false,
  destinationRanges: ['192.0.2.0/24', '192.0.3.0/24'],
  targetTags: ['db', 'cache'],
  denied: [{ IPProtocol: 'udp', ports: ['53', '123'] }, { IPProtocol: 'tcp' }],
  logConfig: { enable: false },
};

const least = {
  ...common('3234567890123456789', 'allow-inside'),
  priority: 65534,
  direction: 'INGRESS',
  disabled: true,
  sourceTags: ['web', 'api'],
  allowed: [{ IPProtocol: 'all' }],
  logConfig: { enable: false },
};

const rules = [web, out, least];

export const estate: Estate = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  answers: {
    'compute:firewalls.list': ({ pageToken }) =>
      pageToken === undefined
        ? { kind: 'compute#firewallList', items: [web, out], nextPageToken: 'second' }
        : { kind: 'compute#firewallList', items: [least] },
    'compute:firewalls.get': ({ firewall }) => {
      const rule = rules.find(({ name }) => name === firewall);
      if (rule === undefined) throw providerError('NOT_FOUND');
      return rule;
    },
  },
  listing: { operation: 'compute:firewalls.list' },
  otherWays: { 'the asset inventory': assetEstate },
  items: rules.map((config) => ({
    identity: config.id,
    lineage: `//compute.googleapis.com/projects/acme-web/global/firewalls/${config.name}`,
    name: config.name,
    console: `/networking/firewalls/details/${config.name}?project=acme-web`,
    tags: {},
    config,
  })),
};
