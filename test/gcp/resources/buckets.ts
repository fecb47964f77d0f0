/** The buckets of the estate, all of them in acme-web. */
import { deleted, deploy, projects, stranger, vendor } from './known.ts';
import { ended, type Fields, type Grant, grant, type Holds, holdsOf, policy } from './wire.ts';

type Bucket = { readonly fields?: Fields; readonly grants?: readonly Grant[] };

const access = (enabled: boolean, publicAccessPrevention = 'inherited') => ({
  iamConfiguration: { uniformBucketLevelAccess: { enabled }, publicAccessPrevention },
});
/** With access lists, which are in force. */
const fine = access(false);
const owners = { entity: `project-owners-${projects['acme-web'].number}`, role: 'OWNER' };

type Granted = readonly [entity: string, role: string];
const acl = (...granted: readonly Granted[]) => ({
  ...fine,
  acl: [owners, ...granted.map(([entity, role]) => ({ entity, role }))],
});
const defaultAcl = (...granted: readonly Granted[]) => ({
  ...fine,
  defaultObjectAcl: [owners, ...granted.map(([entity, role]) => ({ entity, role }))],
});
const kim = 'user-kim@acme.example';
const lee = 'user-lee@acme.example';

const cors = (method: readonly string[], origin: readonly string[]) => ({ cors: [{ method, origin }] });
const ours = ['https://acme.example'];
const viewer = 'roles/storage.objectViewer';

const buckets: Readonly<Record<string, Bucket>> = {
  plain: {},
  'fine-grained': { fields: fine },
  'access-not-said': { fields: { iamConfiguration: { publicAccessPrevention: 'inherited' } } },

  'list-read-by-all': { fields: acl(['allUsers', 'READER']) },
  'list-written-by-all': { fields: acl(['allUsers', 'WRITER']) },
  'list-owned-by-any-account': { fields: acl(['allAuthenticatedUsers', 'OWNER']) },
  'list-read-by-kim': { fields: acl([kim, 'READER']) },
  'list-for-all-prevented': { fields: { ...acl(['allUsers', 'READER']), ...access(false, 'enforced') } },
  'list-of-two-owners': { fields: acl([kim, 'OWNER'], [lee, 'OWNER']) },
  'list-of-one-owner': { fields: acl([kim, 'OWNER'], [lee, 'READER']) },

  'objects-read-by-all': { fields: defaultAcl(['allUsers', 'READER']) },
  'objects-read-by-kim': { fields: defaultAcl([kim, 'READER']) },
  'objects-of-two-owners': { fields: defaultAcl([kim, 'OWNER'], [lee, 'OWNER']) },
  'objects-of-one-owner': { fields: defaultAcl([kim, 'OWNER'], [lee, 'READER']) },

  'pages-write': { fields: cors(['GET', 'PUT'], ours) },
  'pages-do-anything': { fields: cors(['*'], ['*']) },
  'pages-read': { fields: cors(['GET', 'head'], ours) },
  'pages-of-nobody': { fields: cors(['PUT'], []) },

  'for-everyone': { fields: access(true), grants: [grant(viewer, 'allUsers')] },
  'for-everyone-prevented': { grants: [grant(viewer, 'allUsers')] },
  'for-everyone-last-year': { fields: access(true), grants: [grant(viewer, 'allUsers', ended)] },
  'for-a-stranger': { grants: [grant(viewer, stranger)] },
  'for-our-deployer': { grants: [grant(viewer, deploy), grant(viewer, 'projectViewer:acme-web')] },
  'for-nobody-any-more': { grants: [grant(viewer, deleted)] },
  'for-a-vendor': { grants: [grant(viewer, vendor)] },
};

const address = '/storage.googleapis.com/storage/v1/b';
const nameOf = (name: string) => `acme-${name}`;

export const bucketHolds: Holds = holdsOf([
  {
    [`${address}?project=acme-web`]: Object.entries(buckets).map(([name, { fields = {} }]) => ({
      kind: 'storage#bucket',
      id: nameOf(name),
      name: nameOf(name),
      timeCreated: '2024-03-01T09:00:00.000Z',
      updated: '2025-03-01T09:00:00.000Z',
      location: 'EUROPE-WEST1',
      projectNumber: projects['acme-web'].number,
      metageneration: '3',
      etag: 'CAM=',
      ...access(true, 'enforced'),
      ...fields,
    })),
  },
  ...Object.entries(buckets).map(([name, { grants = [] }]) => ({
    [`${address}/${nameOf(name)}/iam`]: policy(grants, { kind: 'storage#policy' }),
  })),
]);
