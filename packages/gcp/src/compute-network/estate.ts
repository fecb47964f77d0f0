/** A network with everything, one whose subnetworks Google makes, and a legacy one. */
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { assetEstate } from './asset-estate.ts';

const project = 'https://www.googleapis.com/compute/v1/projects/acme-web';

const common = (id: string, name: string) => ({
  kind: 'compute#network',
  id,
  creationTimestamp: '2026-03-01T01:02:03.456-07:00',
  name,
  selfLink: `${project}/global/networks/${name}`,
});

const peering = (name: string, other: string) => ({
  name,
  network: `https://www.googleapis.com/compute/v1/projects/${other}/global/networks/main`,
  state: 'ACTIVE',
  stateDetails: '[2026-03-01T01:02:03.456-07:00]: Connected.',
  autoCreateRoutes: true,
  exportCustomRoutes: false,
  importCustomRoutes: false,
});

const main = {
  ...common('1034567890123456789', 'main'),
  description: 'The shop',
  autoCreateSubnetworks: false,
  mtu: 1460,
  routingConfig: { routingMode: 'GLOBAL' },
  networkFirewallPolicyEnforcementOrder: 'AFTER_CLASSIC_FIREWALL',
  peerings: [peering('to-data', 'acme-data'), peering('to-tools', 'acme-tools')],
};
const automatic = {
  ...common('2034567890123456789', 'default'),
  autoCreateSubnetworks: true,
  routingConfig: { routingMode: 'REGIONAL' },
};
const legacy = {
  ...common('3034567890123456789', 'old'),
  IPv4Range: '10.240.0.0/16',
  gatewayIPv4: '10.240.0.1',
};
const subnetworks = ['europe-west1', 'us-east1'].map((region) => `regions/${region}/subnetworks/default`);
const listed = [main, { ...automatic, subnetworks: subnetworks.map((path) => `${project}/${path}`) }, legacy];

const lineage = (path: string) => `//compute.googleapis.com/projects/acme-web/${path}`;

export const estate: Estate = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  answers: {
    'compute:networks.list': ({ pageToken }) =>
      pageToken === undefined
        ? { kind: 'compute#networkList', items: listed.slice(0, 2), nextPageToken: 'second' }
        : { kind: 'compute#networkList', items: listed.slice(2) },
    'compute:networks.get': ({ network }) => {
      const found = listed.find((one) => one.name === network);
      if (found === undefined) throw providerError('NOT_FOUND');
      return found;
    },
  },
  listing: { operation: 'compute:networks.list' },
  otherWays: { 'the asset inventory': assetEstate },
  items: [main, automatic, legacy].map((config) => ({
    identity: config.id,
    lineage: lineage(`global/networks/${config.name}`),
    name: config.name,
    console: `/networking/networks/details/${config.name}?project=acme-web`,
    tags: {},
    config,
    relations:
      config === automatic
        ? subnetworks.map((path) => ({
            name: 'subnetworks',
            technology: 'gcp.compute-subnetwork',
            key: lineage(path),
          }))
        : [],
  })),
};
