/** The same networks as the asset inventory tells them. */
import { ancestors, assetWay } from '../test-support/asset-way.ts';

const common = {
  assetType: 'compute.googleapis.com/Network',
  updateTime: '2026-03-01T08:02:05.000001Z',
  ancestors,
};
const resource = {
  version: 'v1',
  discoveryDocumentUri: 'https://www.googleapis.com/discovery/v1/apis/compute/v1/rest',
  discoveryName: 'Network',
  parent: '//cloudresourcemanager.googleapis.com/projects/123456789012',
  location: 'global',
};

const main = {
  ...common,
  name: '//compute.googleapis.com/projects/acme-web/global/networks/main',
  resource: {
    ...resource,
    data: {
      autoCreateSubnetworks: false,
      creationTimestamp: '2026-03-01T01:02:03.456-07:00',
      description: 'The shop',
      id: '1034567890123456789',
      mtu: 1460,
      name: 'main',
      networkFirewallPolicyEnforcementOrder: 'AFTER_CLASSIC_FIREWALL',
      peerings: [
        {
          autoCreateRoutes: true,
          exportCustomRoutes: false,
          importCustomRoutes: false,
          name: 'to-tools',
          network: 'https://www.googleapis.com/compute/v1/projects/acme-tools/global/networks/main',
          state: 'ACTIVE',
          stateDetails: '[2026-03-01T01:02:03.456-07:00]: Connected.',
        },
        {
          autoCreateRoutes: true,
          exportCustomRoutes: false,
          importCustomRoutes: false,
          name: 'to-data',
          network: 'https://www.googleapis.com/compute/v1/projects/acme-data/global/networks/main',
          state: 'ACTIVE',
          stateDetails: '[2026-03-01T01:02:03.456-07:00]: Connected.',
        },
      ],
      routingConfig: { routingMode: 'GLOBAL' },
      selfLink: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
      subnetworks: [],
    },
  },
};

const automatic = {
  ...common,
  name: '//compute.googleapis.com/projects/acme-web/global/networks/default',
  resource: {
    ...resource,
    data: {
      autoCreateSubnetworks: true,
      creationTimestamp: '2026-03-01T01:02:03.456-07:00',
      description: '',
      id: '2034567890123456789',
      name: 'default',
      routingConfig: { routingMode: 'REGIONAL' },
      selfLink: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/default',
      subnetwork: [
        'https://www.googleapis.com/compute/v1/projects/acme-web/regions/europe-west1/subnetworks/default',
        'https://www.googleapis.com/compute/v1/projects/acme-web/regions/us-east1/subnetworks/default',
      ],
    },
  },
};

const legacy = {
  ...common,
  name: '//compute.googleapis.com/projects/acme-web/global/networks/old',
  resource: {
    ...resource,
    data: {
      IPv4Range: '10.240.0.0/16',
      creationTimestamp: '2026-03-01T01:02:03.456-07:00',
      gatewayIPv4: '10.240.0.1',
      id: '3034567890123456789',
      name: 'old',
      selfLink: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/old',
    },
  },
};

export const assetEstate = assetWay({ resources: [[main], [automatic, legacy]] });
