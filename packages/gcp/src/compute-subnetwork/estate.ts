/** Two subnetworks as Compute Engine lists them: one for machines with everything, one for proxies. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { assetEstate } from './asset-estate.ts';

const project = 'https://www.googleapis.com/compute/v1/projects/acme-web';

const common = (id: string, name: string, region: string) => ({
  kind: 'compute#subnetwork',
  id,
  creationTimestamp: '2026-03-01T01:02:03.456-07:00',
  name,
  network: `${project}/global/networks/main`,
  region: `${project}/regions/${region}`,
  selfLink: `${project}/regions/${region}/subnetworks/${name}`,
  fingerprint: 'fP1=',
  state: 'READY',
});

const main = {
  ...common('6234567890123456789', 'main', 'europe-west1'),
  ipCidrRange: '10.0.0.0/20',
  gatewayAddress: '10.0.0.1',
  purpose: 'PRIVATE',
  stackType: 'IPV4_IPV6',
  ipv6CidrRange: 'fd20::/64',
  privateIpGoogleAccess: true,
  secondaryIpRanges: [
    { rangeName: 'pods', ipCidrRange: '10.8.0.0/16' },
    { rangeName: 'services', ipCidrRange: '10.9.0.0/20' },
  ],
  logConfig: {
    enable: true,
    aggregationInterval: 'INTERVAL_5_SEC',
    flowSampling: 1,
    metadata: 'CUSTOM_METADATA',
    metadataFields: ['src_instance', 'dest_instance'],
  },
};

const proxies = {
  ...common('7234567890123456789', 'proxies', 'us-east1'),
  ipCidrRange: '10.1.0.0/24',
  purpose: 'REGIONAL_MANAGED_PROXY',
  role: 'ACTIVE',
};

const bindings: readonly JsonObject[] = [
  { role: 'roles/compute.networkUser', members: ['group:shop@acme.example', 'user:kim@acme.example'] },
  { role: 'roles/compute.networkViewer', members: ['group:audit@acme.example'] },
];

const subnetworks = [main, proxies];
const named = (name: unknown) => {
  const found = subnetworks.find((one) => one.name === name);
  if (found === undefined) throw providerError('NOT_FOUND');
  return found;
};

export const estate: Estate = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  answers: {
    'compute:subnetworks.aggregatedList': ({ pageToken }) =>
      pageToken === undefined
        ? { items: { 'regions/europe-west1': { subnetworks: [main] } }, nextPageToken: 'second' }
        : { items: { 'regions/us-east1': { subnetworks: [proxies] } } },
    'compute:subnetworks.get': ({ subnetwork }) => named(subnetwork),
    'compute:subnetworks.getIamPolicy': ({ resource }) =>
      named(resource) === main ? { version: 1, etag: 'BwY=', bindings } : { etag: 'ACAB' },
  },
  listing: { operation: 'compute:subnetworks.aggregatedList' },
  otherWays: { 'the asset inventory': assetEstate },
  items: [
    {
      identity: main.id,
      lineage: '//compute.googleapis.com/projects/acme-web/regions/europe-west1/subnetworks/main',
      name: 'main',
      console: '/networking/subnetworks/details/europe-west1/main?project=acme-web',
      region: 'europe-west1',
      tags: {},
      config: { ...main, iamPolicy: { bindings } },
    },
    {
      identity: proxies.id,
      lineage: '//compute.googleapis.com/projects/acme-web/regions/us-east1/subnetworks/proxies',
      name: 'proxies',
      region: 'us-east1',
      tags: {},
      config: { ...proxies, iamPolicy: { bindings: [] } },
    },
  ],
};
