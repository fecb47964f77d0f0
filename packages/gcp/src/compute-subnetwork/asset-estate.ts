/** The same subnetworks as the asset inventory tells them, and who may use them. */
import { ancestors, assetWay, elsewhere } from '../test-support/asset-way.ts';

const common = {
  assetType: 'compute.googleapis.com/Subnetwork',
  updateTime: '2026-03-01T08:02:05.000001Z',
  ancestors,
};
const resource = {
  version: 'v1',
  discoveryDocumentUri: 'https://www.googleapis.com/discovery/v1/apis/compute/v1/rest',
  discoveryName: 'Subnetwork',
  parent: '//cloudresourcemanager.googleapis.com/projects/123456789012',
};
const mainName = '//compute.googleapis.com/projects/acme-web/regions/europe-west1/subnetworks/main';

const main = {
  ...common,
  name: mainName,
  resource: {
    ...resource,
    location: 'europe-west1',
    data: {
      creationTimestamp: '2026-03-01T01:02:03.456-07:00',
      fingerprint: 'fP1=',
      gatewayAddress: '10.0.0.1',
      id: '6234567890123456789',
      ipCidrRange: '10.0.0.0/20',
      ipv6CidrRange: 'fd20::/64',
      logConfig: {
        aggregationInterval: 'INTERVAL_5_SEC',
        enable: true,
        flowSampling: 1.0,
        metadata: 'CUSTOM_METADATA',
        metadataFields: ['dest_instance', 'src_instance'],
      },
      name: 'main',
      network: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
      privateIpGoogleAccess: true,
      purpose: 'PRIVATE',
      region: 'https://www.googleapis.com/compute/v1/projects/acme-web/regions/europe-west1',
      secondaryIpRanges: [
        { ipCidrRange: '10.9.0.0/20', rangeName: 'services' },
        { ipCidrRange: '10.8.0.0/16', rangeName: 'pods' },
      ],
      selfLink:
        'https://www.googleapis.com/compute/v1/projects/acme-web/regions/europe-west1/subnetworks/main',
      stackType: 'IPV4_IPV6',
      state: 'READY',
    },
  },
};

const proxies = {
  ...common,
  name: '//compute.googleapis.com/projects/acme-web/regions/us-east1/subnetworks/proxies',
  resource: {
    ...resource,
    location: 'us-east1',
    data: {
      creationTimestamp: '2026-03-01T01:02:03.456-07:00',
      fingerprint: 'fP1=',
      id: '7234567890123456789',
      ipCidrRange: '10.1.0.0/24',
      logConfig: {},
      name: 'proxies',
      network: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
      purpose: 'REGIONAL_MANAGED_PROXY',
      region: 'https://www.googleapis.com/compute/v1/projects/acme-web/regions/us-east1',
      role: 'ACTIVE',
      secondaryIpRanges: [],
      selfLink:
        'https://www.googleapis.com/compute/v1/projects/acme-web/regions/us-east1/subnetworks/proxies',
      state: 'READY',
    },
  },
};

const policies = [
  {
    ...common,
    name: mainName,
    iamPolicy: {
      bindings: [
        { role: 'roles/compute.networkViewer', members: ['group:audit@acme.example'] },
        {
          role: 'roles/compute.networkUser',
          members: ['user:kim@acme.example', 'group:shop@acme.example'],
        },
      ],
      etag: 'BwY=',
    },
  },
  {
    ...common,
    name: '//compute.googleapis.com/projects/acme-data/regions/us-east1/subnetworks/proxies',
    ancestors: elsewhere,
    iamPolicy: { bindings: [{ role: 'roles/owner', members: ['user:eve@acme.example'] }] },
  },
];

export const assetEstate = assetWay({ resources: [[main], [proxies]], policies });
