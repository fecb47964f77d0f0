/** The same organization as Cloud Asset Inventory tells it, written after Google's documents and published assets; by asset type. */
import type { Estate } from '../fake-gcp/start.ts';

const web = ['projects/100000000001', 'folders/111111', 'organizations/4242424242'];
const data = ['projects/100000000002', 'folders/222222', 'organizations/4242424242'];

type Asset = Readonly<Record<string, unknown>>;

const firewall = (name: string, id: string, rest: object): Asset => ({
  name: `//compute.googleapis.com/projects/acme-web/global/firewalls/${name}`,
  assetType: 'compute.googleapis.com/Firewall',
  ancestors: web,
  updateTime: '2026-03-01T08:02:05.000001Z',
  resource: {
    version: 'v1',
    discoveryName: 'Firewall',
    parent: '//cloudresourcemanager.googleapis.com/projects/100000000001',
    data: {
      description: '',
      direction: 'INGRESS',
      disabled: false,
      id,
      name,
      network: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
      priority: 1000,
      selfLink: `https://www.googleapis.com/compute/v1/projects/acme-web/global/firewalls/${name}`,
      ...rest,
    },
  },
});

const firewalls: readonly Asset[] = [
  firewall('deny-all', '3', { denied: [{ ipProtocol: 'all' }], sourceRange: ['0.0.0.0/0'] }),
  firewall('allow-ssh', '1', {
    allowed: [{ IPProtocol: 'tcp', ports: ['22'] }],
    sourceRanges: ['0.0.0.0/0'],
    targetTags: [],
  }),
  firewall('allow-web', '2', {
    allowed: [{ ipProtocol: 'tcp', port: ['443'] }],
    sourceRange: ['0.0.0.0/0'],
    targetTag: ['web'],
  }),
];

const networks: readonly Asset[] = [
  {
    name: '//compute.googleapis.com/projects/acme-web/global/networks/main',
    assetType: 'compute.googleapis.com/Network',
    ancestors: web,
    resource: {
      version: 'v1',
      discoveryName: 'Network',
      location: 'global',
      data: {
        autoCreateSubnetworks: false,
        id: '4',
        name: 'main',
        selfLink: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
        peerings: [],
      },
    },
  },
];

const subnetworkName = '//compute.googleapis.com/projects/acme-web/regions/europe-west1/subnetworks/main';

const subnetworks: readonly Asset[] = [
  {
    name: subnetworkName,
    assetType: 'compute.googleapis.com/Subnetwork',
    ancestors: web,
    resource: {
      version: 'v1',
      discoveryName: 'Subnetwork',
      location: 'europe-west1',
      data: {
        creationTimestamp: '2026-03-01T01:02:03.456-07:00',
        fingerprint: 'fP1=',
        id: '5234567890123456789',
        ipCidrRange: '10.0.0.0/20',
        logConfig: {},
        name: 'main',
        network: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
        privateIpGoogleAccess: true,
        purpose: 'PRIVATE',
        region: 'https://www.googleapis.com/compute/v1/projects/acme-web/regions/europe-west1',
        secondaryIpRange: [{ ipCidrRange: '10.8.0.0/16', rangeName: 'pods' }],
        selfLink:
          'https://www.googleapis.com/compute/v1/projects/acme-web/regions/europe-west1/subnetworks/main',
      },
    },
  },
];

const bucket = (name: string, ancestors: readonly string[], body: object): Asset => ({
  name: `//storage.googleapis.com/${name}`,
  assetType: 'storage.googleapis.com/Bucket',
  ancestors,
  resource: {
    version: 'v1',
    discoveryName: 'Bucket',
    data: {
      acl: [],
      billing: {},
      cors: [],
      defaultObjectAcl: [],
      encryption: {},
      id: name,
      kind: 'storage#bucket',
      labels: {},
      lifecycle: { rule: [] },
      logging: {},
      name,
      owner: {},
      retentionPolicy: {},
      versioning: {},
      website: {},
      ...body,
    },
  },
});

const uniform = {
  etag: 'CAE=',
  iamConfiguration: { publicAccessPrevention: 'enforced', uniformBucketLevelAccess: { enabled: true } },
  location: 'EUROPE-WEST1',
  metageneration: 1,
  projectNumber: 100000000001,
  timeCreated: '2026-01-01T00:00:00Z',
  updated: '2026-01-02T00:00:00Z',
};

const buckets: readonly Asset[] = [
  bucket('acme-assets', web, uniform),
  bucket('acme-lake', data, uniform),
  bucket('acme-reports', data, {
    etag: 'CAQ=',
    iamConfiguration: { publicAccessPrevention: 'inherited', uniformBucketLevelAccess: { enabled: false } },
    labels: { team: 'data' },
    location: 'EU',
    metageneration: 4,
    projectNumber: 100000000002,
    retentionPolicy: { effectiveTime: '2026-02-01T00:00:00.000Z', retentionPeriod: 86400 },
    selfLink: 'https://www.googleapis.com/storage/v1/b/acme-reports',
    storageClass: 'STANDARD',
    timeCreated: '2026-02-01T00:00:00.000Z',
    updated: '2026-02-02T00:00:00.000Z',
  }),
];

const deploy = '//iam.googleapis.com/projects/acme-web/serviceAccounts/111111111111111111111';

const accounts: readonly Asset[] = [
  {
    name: deploy,
    assetType: 'iam.googleapis.com/ServiceAccount',
    ancestors: web,
    resource: {
      version: 'v1',
      discoveryName: 'ServiceAccount',
      data: {
        displayName: 'Deployment',
        email: 'deploy@acme-web.iam.gserviceaccount.com',
        name: 'projects/acme-web/serviceAccounts/deploy@acme-web.iam.gserviceaccount.com',
        oauth2ClientId: '111111111111111111111',
        projectId: 'acme-web',
        uniqueId: '111111111111111111111',
      },
    },
  },
];

const ring = '//cloudkms.googleapis.com/projects/acme-web/locations/europe-west1/keyRings/shop';

const keys: readonly Asset[] = [
  {
    name: `${ring}/cryptoKeys/orders`,
    assetType: 'cloudkms.googleapis.com/CryptoKey',
    ancestors: web,
    resource: {
      version: 'v1',
      discoveryName: 'CryptoKey',
      parent: ring,
      location: 'europe-west1',
      data: {
        createTime: '2024-03-01T09:00:00.123456789Z',
        destroyScheduledDuration: '2592000s',
        labels: {},
        name: 'projects/acme-web/locations/europe-west1/keyRings/shop/cryptoKeys/orders',
        nextRotationTime: '2026-06-01T00:00:00Z',
        primary: {
          algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION',
          createTime: '2024-03-01T09:00:00.123456789Z',
          name: 'projects/acme-web/locations/europe-west1/keyRings/shop/cryptoKeys/orders/cryptoKeyVersions/1',
          protectionLevel: 'SOFTWARE',
          state: 'ENABLED',
        },
        purpose: 'ENCRYPT_DECRYPT',
        rotationPeriod: '7776000s',
        versionTemplate: { algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION', protectionLevel: 'SOFTWARE' },
      },
    },
  },
];

const policy = (
  name: string,
  assetType: string,
  { ancestors, bindings }: { readonly ancestors: readonly string[]; readonly bindings: readonly object[] },
): Asset => ({ name, assetType, ancestors, iamPolicy: { etag: 'BwZ=', bindings } });

const owners = [{ members: ['projectOwner:acme-web'], role: 'roles/storage.legacyBucketOwner' }];

const policies = {
  'compute.googleapis.com/Subnetwork': [
    policy(subnetworkName, 'compute.googleapis.com/Subnetwork', {
      ancestors: web,
      bindings: [
        { members: ['user:kim@acme.example', 'group:shop@acme.example'], role: 'roles/compute.networkUser' },
      ],
    }),
  ],
  'storage.googleapis.com/Bucket': [
    policy('//storage.googleapis.com/acme-assets', 'storage.googleapis.com/Bucket', {
      ancestors: web,
      bindings: owners,
    }),
    policy('//storage.googleapis.com/acme-lake', 'storage.googleapis.com/Bucket', {
      ancestors: data,
      bindings: owners,
    }),
  ],
  'iam.googleapis.com/ServiceAccount': [
    policy(deploy, 'iam.googleapis.com/ServiceAccount', {
      ancestors: web,
      bindings: [
        {
          condition: { expression: 'request.time < timestamp("2027-01-01T00:00:00Z")', title: 'till then' },
          members: ['serviceAccount:acme-web.svc.id.goog[shop/deploy]'],
          role: 'roles/iam.workloadIdentityUser',
        },
      ],
    }),
  ],
  'cloudkms.googleapis.com/KeyRing': [
    policy(ring, 'cloudkms.googleapis.com/KeyRing', {
      ancestors: web,
      bindings: [{ members: ['group:keys@acme.example'], role: 'roles/cloudkms.admin' }],
    }),
  ],
} as const;

const resources = {
  'compute.googleapis.com/Firewall': firewalls,
  'compute.googleapis.com/Network': networks,
  'compute.googleapis.com/Subnetwork': subnetworks,
  'storage.googleapis.com/Bucket': buckets,
  'iam.googleapis.com/ServiceAccount': accounts,
  'cloudkms.googleapis.com/CryptoKey': keys,
} as const;

const listing = '/cloudasset.googleapis.com/v1/organizations/4242424242/assets';

/** What the inventory answers; assets that are given take the place of those of their type. */
export function assetsOf(given: Readonly<Record<string, readonly Asset[]>> = {}): Estate['holds'] {
  const told = (contentType: string, byType: Readonly<Record<string, readonly Asset[]>>) =>
    Object.entries(byType).map(
      ([type, assets]) => [`${listing}?contentType=${contentType}&assetTypes=${type}`, assets] as const,
    );
  return Object.fromEntries([
    ...told('RESOURCE', { ...resources, ...given }),
    ...told('IAM_POLICY', policies),
  ]);
}

/** As Google would send one that cannot be read: without its body. */
export const withoutBody: Asset = {
  name: '//compute.googleapis.com/projects/acme-web/global/firewalls/broken',
  assetType: 'compute.googleapis.com/Firewall',
  ancestors: web,
};

/** What an asset was in a stretch of time, as its history tells it. */
export type AssetSpan = {
  readonly asset: Asset;
  readonly from: Date;
  readonly to?: Date;
  readonly deleted?: true;
};

/** Every asset of a content type that the inventory lists. */
export function listedAssets(contentType: 'RESOURCE' | 'IAM_POLICY'): readonly Asset[] {
  return Object.values(contentType === 'RESOURCE' ? resources : policies).flat();
}

/** What it answers of the history, project by project. */
export function historyOf(
  contentType: 'RESOURCE' | 'IAM_POLICY',
  spans: readonly AssetSpan[],
): Estate['holds'] {
  const projects = Map.groupBy(spans, ({ asset }) =>
    Array.isArray(asset['ancestors']) ? asset['ancestors'][0] : '',
  );
  return Object.fromEntries(
    [...projects].map(([project, own]) => [
      `/cloudasset.googleapis.com/v1/${project}:batchGetAssetsHistory?contentType=${contentType}`,
      own.map(({ asset, from, to, deleted }) => ({
        asset,
        window: { startTime: from.toISOString(), ...(to && { endTime: to.toISOString() }) },
        ...(deleted && { deleted }),
      })),
    ]),
  );
}

export { firewalls };
