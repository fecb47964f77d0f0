/** The same firewall rules as the asset inventory tells them: two as it has written lists before, one as the API does. */
import { ancestors, assetWay, elsewhere } from '../test-support/asset-way.ts';

const resource = {
  version: 'v1',
  discoveryDocumentUri: 'https://www.googleapis.com/discovery/v1/apis/compute/v1/rest',
  discoveryName: 'Firewall',
  parent: '//cloudresourcemanager.googleapis.com/projects/123456789012',
};

const web = {
  name: '//compute.googleapis.com/projects/acme-web/global/firewalls/allow-web',
  assetType: 'compute.googleapis.com/Firewall',
  updateTime: '2026-03-01T08:02:05.000001Z',
  ancestors,
  resource: {
    ...resource,
    data: {
      id: '1234567890123456789',
      creationTimestamp: '2026-03-01T01:02:03.456-07:00',
      name: 'allow-web',
      description: 'The shop',
      network: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
      selfLink: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/firewalls/allow-web',
      direction: 'INGRESS',
      priority: 900,
      disabled: false,
      sourceRange: ['198.51.100.0/24', '203.0.113.0/24'],
      sourceServiceAccount: ['lb@acme-web.iam.gserviceaccount.com', 'probe@acme-web.iam.gserviceaccount.com'],
      targetServiceAccount: ['api@acme-web.iam.gserviceaccount.com', 'web@acme-web.iam.gserviceaccount.com'],
      allowed: [{ ipProtocol: 'tcp', port: ['443', '8000-8080'] }, { ipProtocol: 'icmp' }],
      logConfig: { enable: true, metadata: 'INCLUDE_ALL_METADATA' },
    },
  },
};

const out = {
  name: '//compute.googleapis.com/projects/acme-web/global/firewalls/deny-out',
  assetType: 'compute.googleapis.com/Firewall',
  updateTime: '2026-03-01T08:02:05.000001Z',
  ancestors,
  resource: {
    ...resource,
    data: {
      id: '2234567890123456789',
      creationTimestamp: '2026-03-01T01:02:03.456-07:00',
      name: 'deny-out',
      description: '',
      network: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
      selfLink: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/firewalls/deny-out',
      direction: 'EGRESS',
      priority: 1000,
      disabled: false,
      destinationRange: ['192.0.2.0/24', '192.0.3.0/24'],
      targetTag: ['cache', 'db'],
      denied: [{ ipProtocol: 'tcp' }, { ipProtocol: 'udp', port: ['53', '123'] }],
      logConfig: { enable: false },
    },
  },
};

const inside = {
  name: '//compute.googleapis.com/projects/acme-web/global/firewalls/allow-inside',
  assetType: 'compute.googleapis.com/Firewall',
  updateTime: '2026-03-01T08:02:05.000001Z',
  ancestors,
  resource: {
    ...resource,
    location: 'global',
    data: {
      id: '3234567890123456789',
      creationTimestamp: '2026-03-01T01:02:03.456-07:00',
      name: 'allow-inside',
      network: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
      selfLink: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/firewalls/allow-inside',
      direction: 'INGRESS',
      priority: 65534,
      disabled: true,
      sourceRanges: [],
      sourceTags: ['web', 'api'],
      allowed: [{ IPProtocol: 'all' }],
      logConfig: { enable: false },
    },
  },
};

const foreign = {
  ...web,
  name: '//compute.googleapis.com/projects/acme-data/global/firewalls/allow-web',
  ancestors: elsewhere,
};

export const assetEstate = assetWay({
  resources: [
    [web, foreign],
    [out, inside],
  ],
});
