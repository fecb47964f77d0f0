/** Two buckets as Cloud Storage describes them: one with everything configured, one with nothing. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { assetEstate } from './asset-estate.ts';

const address = (name: string) => `https://www.googleapis.com/storage/v1/b/${name}`;

const common = (name: string, timeCreated: string) => ({
  kind: 'storage#bucket',
  id: name,
  selfLink: address(name),
  projectNumber: '123456789012',
  name,
  timeCreated,
  updated: '2026-05-05T05:05:05.000Z',
  metageneration: '7',
  etag: 'CAc=',
  storageClass: 'STANDARD',
});

const grant = (entity: string, role: string) => ({
  bucket: 'acme-reports',
  entity,
  role,
  etag: 'CAc=',
});

const reports = {
  ...common('acme-reports', '2024-03-01T09:00:00.000Z'),
  location: 'EUROPE-WEST1',
  locationType: 'region',
  labels: { team: 'finance', stage: 'prod' },
  owner: { entity: 'project-owners-123456789012' },
  acl: [grant('project-owners-123456789012', 'OWNER'), grant('user-kim@acme.example', 'READER')],
  defaultObjectAcl: [grant('project-owners-123456789012', 'OWNER'), grant('allUsers', 'READER')],
  cors: [{ origin: ['https://acme.example'], method: ['GET', 'HEAD'], maxAgeSeconds: 3600 }],
  iamConfiguration: {
    bucketPolicyOnly: { enabled: false },
    uniformBucketLevelAccess: { enabled: false },
    publicAccessPrevention: 'inherited',
  },
  logging: { logBucket: 'acme-logs', logObjectPrefix: 'reports' },
  retentionPolicy: { retentionPeriod: '86400', effectiveTime: '2024-03-01T09:00:00.000Z', isLocked: true },
  softDeletePolicy: { retentionDurationSeconds: '604800', effectiveTime: '2024-03-01T09:00:00.000Z' },
  versioning: { enabled: true },
  encryption: { defaultKmsKeyName: 'projects/acme-web/locations/europe-west1/keyRings/r/cryptoKeys/k' },
  website: { mainPageSuffix: 'index.html' },
};
const scratch = {
  ...common('acme-scratch', '2025-05-05T05:05:05.000Z'),
  location: 'US',
  locationType: 'multi-region',
  iamConfiguration: {
    bucketPolicyOnly: { enabled: true, lockedTime: '2025-08-03T05:05:05.000Z' },
    uniformBucketLevelAccess: { enabled: true, lockedTime: '2025-08-03T05:05:05.000Z' },
    publicAccessPrevention: 'enforced',
  },
};

/** Each entry says of what type it is. */
const tagged = ({ acl, defaultObjectAcl, ...bucket }: JsonObject): JsonObject => ({
  ...bucket,
  ...(Array.isArray(acl) && {
    acl: acl.map((entry: object) => ({ kind: 'storage#bucketAccessControl', ...entry })),
  }),
  ...(Array.isArray(defaultObjectAcl) && {
    defaultObjectAcl: defaultObjectAcl.map((entry: object) => ({
      kind: 'storage#objectAccessControl',
      ...entry,
    })),
  }),
});

const bindings: readonly JsonObject[] = [
  { role: 'roles/storage.legacyBucketOwner', members: ['projectOwner:acme-web', 'projectEditor:acme-web'] },
  {
    role: 'roles/storage.objectViewer',
    members: ['group:finance@acme.example'],
    condition: { title: 'this year', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' },
  },
];

const named = (name: unknown) => {
  const bucket = [reports, scratch].find((one) => one.name === name);
  if (bucket === undefined) throw providerError('NOT_FOUND');
  return bucket;
};

export const estate: Estate = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  answers: {
    'storage:buckets.list': ({ pageToken, prefix }) => {
      if (prefix !== undefined) return { kind: 'storage#buckets', items: [named(prefix)] };
      return pageToken === undefined
        ? { kind: 'storage#buckets', items: [tagged(reports)], nextPageToken: 'second' }
        : { kind: 'storage#buckets', items: [scratch] };
    },
    'storage:buckets.get': ({ bucket }) => named(bucket),
    'storage:buckets.getIamPolicy': ({ bucket }) => {
      const policy = {
        kind: 'storage#policy',
        resourceId: `projects/_/buckets/${named(bucket).name}`,
        etag: 'CAc=',
      };
      return named(bucket) === reports ? { ...policy, version: 3, bindings } : { ...policy, version: 1 };
    },
  },
  listing: { operation: 'storage:buckets.list' },
  otherWays: { 'the asset inventory': assetEstate },
  items: [
    {
      identity: 'acme-reports 2024-03-01T09:00:00.000Z',
      lineage: '//storage.googleapis.com/acme-reports',
      name: 'acme-reports',
      console: '/storage/browser/acme-reports?project=123456789012',
      region: 'europe-west1',
      tags: { team: 'finance', stage: 'prod' },
      config: { ...reports, iamPolicy: { bindings } },
    },
    {
      identity: 'acme-scratch 2025-05-05T05:05:05.000Z',
      lineage: '//storage.googleapis.com/acme-scratch',
      name: 'acme-scratch',
      region: 'us',
      tags: {},
      config: { ...scratch, iamPolicy: { bindings: [] } },
    },
  ],
};
