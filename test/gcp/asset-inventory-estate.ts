/** The organization with what its projects hold, as each API tells it: access lists, policies, keys of service accounts and of KMS. */
import type { Estate } from '../fake-gcp/start.ts';
import { acme, estateOf } from './estate.ts';

const compute = '/compute.googleapis.com/compute/v1/projects/acme-web';
const storage = '/storage.googleapis.com/storage/v1/b';
const iam = '/iam.googleapis.com/v1';
const kms = '/cloudkms.googleapis.com/v1/projects/acme-web';

const region = 'https://www.googleapis.com/compute/v1/projects/acme-web/regions/europe-west1';
const account = 'projects/acme-web/serviceAccounts/deploy@acme-web.iam.gserviceaccount.com';
/** As it stands in an address. */
const encoded = account.replace('@', '%40');
const ring = 'projects/acme-web/locations/europe-west1/keyRings/shop';

const withLists = {
  kind: 'storage#bucket',
  id: 'acme-reports',
  name: 'acme-reports',
  selfLink: 'https://www.googleapis.com/storage/v1/b/acme-reports',
  timeCreated: '2026-02-01T00:00:00.000Z',
  updated: '2026-02-02T00:00:00.000Z',
  location: 'EU',
  projectNumber: '100000000002',
  metageneration: '4',
  etag: 'CAQ=',
  storageClass: 'STANDARD',
  labels: { team: 'data' },
  iamConfiguration: { uniformBucketLevelAccess: { enabled: false }, publicAccessPrevention: 'inherited' },
  retentionPolicy: { retentionPeriod: '86400', effectiveTime: '2026-02-01T00:00:00.000Z' },
  owner: { entity: 'project-owners-100000000002' },
  acl: [{ kind: 'storage#bucketAccessControl', entity: 'allUsers', role: 'READER', etag: 'CAQ=' }],
  defaultObjectAcl: [
    { kind: 'storage#objectAccessControl', entity: 'user-kim@acme.example', role: 'READER', etag: 'CAQ=' },
  ],
};

/** The inventory's answers are told by another file, in its own words. */
export function estateBothWays(assets: Estate['holds']): Estate {
  const { parents, holds } = estateOf(acme.projects);
  const lake = holds[`${storage}?project=acme-data`];
  return {
    parents,
    holds: {
      ...holds,
      [`${compute}/aggregated/subnetworks`]: {
        items: {
          'regions/europe-west1': {
            subnetworks: [
              {
                kind: 'compute#subnetwork',
                id: '5234567890123456789',
                name: 'main',
                creationTimestamp: '2026-03-01T01:02:03.456-07:00',
                network: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
                region,
                selfLink: `${region}/subnetworks/main`,
                ipCidrRange: '10.0.0.0/20',
                privateIpGoogleAccess: true,
                purpose: 'PRIVATE',
                secondaryIpRanges: [{ rangeName: 'pods', ipCidrRange: '10.8.0.0/16' }],
                fingerprint: 'fP1=',
              },
            ],
          },
        },
      },
      [`${compute}/regions/europe-west1/subnetworks/main/getIamPolicy`]: {
        version: 1,
        etag: 'BwY=',
        bindings: [
          {
            role: 'roles/compute.networkUser',
            members: ['group:shop@acme.example', 'user:kim@acme.example'],
          },
        ],
      },
      [`${storage}?project=acme-data`]: [...(Array.isArray(lake) ? lake : []), withLists],
      [`${storage}/acme-reports`]: withLists,
      [`${storage}/acme-reports/iam`]: { kind: 'storage#policy', etag: 'CAQ=', version: 1 },
      [`${iam}/projects/acme-web/serviceAccounts`]: [
        {
          name: account,
          projectId: 'acme-web',
          uniqueId: '111111111111111111111',
          email: 'deploy@acme-web.iam.gserviceaccount.com',
          displayName: 'Deployment',
          oauth2ClientId: '111111111111111111111',
          etag: 'MDEwMjE5MjA=',
        },
      ],
      [`POST ${iam}/${encoded}:getIamPolicy`]: {
        version: 3,
        etag: 'BwYx',
        bindings: [
          {
            role: 'roles/iam.workloadIdentityUser',
            members: ['serviceAccount:acme-web.svc.id.goog[shop/deploy]'],
            condition: { title: 'till then', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' },
          },
        ],
      },
      [`${iam}/${encoded}/keys`]: {
        keys: [
          {
            name: `${account}/keys/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567`,
            validAfterTime: '2025-11-01T00:00:00Z',
            validBeforeTime: '9999-12-31T23:59:59Z',
            keyAlgorithm: 'KEY_ALG_RSA_2048',
            keyOrigin: 'GOOGLE_PROVIDED',
            keyType: 'USER_MANAGED',
          },
        ],
      },
      [`${kms}/locations`]: [
        { name: 'projects/acme-web/locations/europe-west1', locationId: 'europe-west1' },
      ],
      [`${kms}/locations/europe-west1/keyRings`]: [{ name: ring, createTime: '2024-03-01T08:00:00Z' }],
      [`${kms}/locations/europe-west1/keyRings/shop:getIamPolicy`]: {
        etag: 'BwY=',
        bindings: [{ role: 'roles/cloudkms.admin', members: ['group:keys@acme.example'] }],
      },
      [`${kms}/locations/europe-west1/keyRings/shop/cryptoKeys`]: [
        {
          name: `${ring}/cryptoKeys/orders`,
          purpose: 'ENCRYPT_DECRYPT',
          createTime: '2024-03-01T09:00:00.123456789Z',
          rotationPeriod: '7776000s',
          nextRotationTime: '2026-06-01T00:00:00Z',
          destroyScheduledDuration: '2592000s',
          versionTemplate: { protectionLevel: 'SOFTWARE', algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION' },
          primary: {
            name: `${ring}/cryptoKeys/orders/cryptoKeyVersions/1`,
            state: 'ENABLED',
            createTime: '2024-03-01T09:00:00.123456789Z',
            protectionLevel: 'SOFTWARE',
            algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION',
          },
        },
      ],
      [`${kms}/locations/europe-west1/keyRings/shop/cryptoKeys/orders:getIamPolicy`]: { etag: 'ACAB' },
      ...assets,
    },
  };
}
