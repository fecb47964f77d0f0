/** The same buckets as the asset inventory tells them: access lists are empty there, whatever they hold. */
import { providerError } from '@security-monkey/sdk/testing';
import { ancestors, assetWay } from '../test-support/asset-way.ts';

const common = {
  assetType: 'storage.googleapis.com/Bucket',
  updateTime: '2026-05-05T05:05:07.000001Z',
  ancestors,
};
const resource = {
  version: 'v1',
  discoveryDocumentUri: 'https://www.googleapis.com/discovery/v1/apis/storage/v1/rest',
  discoveryName: 'Bucket',
  parent: '//cloudresourcemanager.googleapis.com/projects/123456789012',
};

const reports = {
  ...common,
  name: '//storage.googleapis.com/acme-reports',
  resource: {
    ...resource,
    location: 'europe-west1',
    data: {
      acl: [],
      autoclass: {},
      billing: {},
      cors: [{ maxAgeSeconds: 3600, method: ['GET', 'HEAD'], origin: ['https://acme.example'] }],
      defaultObjectAcl: [],
      encryption: { defaultKmsKeyName: 'projects/acme-web/locations/europe-west1/keyRings/r/cryptoKeys/k' },
      etag: 'CAc=',
      iamConfiguration: {
        bucketPolicyOnly: { enabled: false },
        publicAccessPrevention: 'inherited',
        uniformBucketLevelAccess: { enabled: false },
      },
      id: 'acme-reports',
      kind: 'storage#bucket',
      labels: { stage: 'prod', team: 'finance' },
      lifecycle: { rule: [] },
      location: 'EUROPE-WEST1',
      locationType: 'region',
      logging: { logBucket: 'acme-logs', logObjectPrefix: 'reports' },
      metageneration: 7,
      name: 'acme-reports',
      owner: {},
      projectNumber: 123456789012,
      retentionPolicy: { effectiveTime: '2024-03-01T09:00:00.000Z', isLocked: true, retentionPeriod: 86400 },
      selfLink: 'https://www.googleapis.com/storage/v1/b/acme-reports',
      softDeletePolicy: { effectiveTime: '2024-03-01T09:00:00.000Z', retentionDurationSeconds: 604800 },
      storageClass: 'STANDARD',
      timeCreated: '2024-03-01T09:00:00.000Z',
      updated: '2026-05-05T05:05:05.000Z',
      versioning: { enabled: true },
      website: { mainPageSuffix: 'index.html' },
    },
  },
};

const scratch = {
  ...common,
  name: '//storage.googleapis.com/acme-scratch',
  resource: {
    ...resource,
    location: 'us',
    data: {
      acl: [],
      billing: {},
      cors: [],
      defaultObjectAcl: [],
      encryption: {},
      etag: 'CAc=',
      iamConfiguration: {
        bucketPolicyOnly: { enabled: true, lockedTime: '2025-08-03T05:05:05.000Z' },
        publicAccessPrevention: 'enforced',
        uniformBucketLevelAccess: { enabled: true, lockedTime: '2025-08-03T05:05:05.000Z' },
      },
      id: 'acme-scratch',
      kind: 'storage#bucket',
      labels: {},
      lifecycle: { rule: [] },
      location: 'US',
      locationType: 'multi-region',
      logging: {},
      metageneration: 7,
      name: 'acme-scratch',
      owner: {},
      projectNumber: 123456789012,
      retentionPolicy: {},
      selfLink: 'https://www.googleapis.com/storage/v1/b/acme-scratch',
      storageClass: 'STANDARD',
      timeCreated: '2025-05-05T05:05:05.000Z',
      updated: '2026-05-05T05:05:05.000Z',
      versioning: {},
      website: {},
    },
  },
};

const policies = [
  {
    ...common,
    name: '//storage.googleapis.com/acme-reports',
    iamPolicy: {
      version: 3,
      etag: 'CAc=',
      bindings: [
        {
          role: 'roles/storage.legacyBucketOwner',
          members: ['projectEditor:acme-web', 'projectOwner:acme-web'],
        },
        {
          role: 'roles/storage.objectViewer',
          members: ['group:finance@acme.example'],
          condition: {
            title: 'this year',
            expression: 'request.time < timestamp("2027-01-01T00:00:00Z")',
          },
        },
      ],
    },
  },
];

/** What Cloud Storage answers for the one bucket that still has access lists. */
const whole = {
  kind: 'storage#bucket',
  id: 'acme-reports',
  name: 'acme-reports',
  projectNumber: '123456789012',
  timeCreated: '2024-03-01T09:00:00.000Z',
  owner: { entity: 'project-owners-123456789012' },
  acl: [
    {
      kind: 'storage#bucketAccessControl',
      bucket: 'acme-reports',
      entity: 'project-owners-123456789012',
      role: 'OWNER',
      etag: 'CAc=',
    },
    {
      kind: 'storage#bucketAccessControl',
      bucket: 'acme-reports',
      entity: 'user-kim@acme.example',
      role: 'READER',
      etag: 'CAc=',
    },
  ],
  defaultObjectAcl: [
    {
      kind: 'storage#objectAccessControl',
      bucket: 'acme-reports',
      entity: 'project-owners-123456789012',
      role: 'OWNER',
      etag: 'CAc=',
    },
    {
      kind: 'storage#objectAccessControl',
      bucket: 'acme-reports',
      entity: 'allUsers',
      role: 'READER',
      etag: 'CAc=',
    },
  ],
};

export const assetEstate = assetWay({
  resources: [[reports], [scratch]],
  policies,
  answers: {
    'storage:buckets.get': ({ bucket, projection }) => {
      if (bucket !== 'acme-reports') throw providerError('NOT_FOUND');
      if (projection !== 'full') throw new Error('without the full projection there are no access lists');
      return whole;
    },
  },
});
