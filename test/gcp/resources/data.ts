/** The datasets and keys of the estate, all of them in acme-data. */
import { deleted, deploy, kim, lee, stranger, vendor } from './known.ts';
import { ended, type Fields, type Grant, grant, type Holds, holdsOf, policy } from './wire.ts';

const project = 'acme-data';

const owners = { role: 'OWNER', specialGroup: 'projectOwners' };
const reader = (fields: Fields) => ({ access: [owners, { role: 'READER', ...fields }] });
const keyed = {
  defaultEncryptionConfiguration: {
    kmsKeyName: 'projects/acme-data/locations/europe-west1/keyRings/shop/cryptoKeys/quarterly',
  },
};

const datasets: Readonly<Record<string, Fields>> = {
  sales: keyed,
  keyless: {},
  linked: { type: 'LINKED' },
  for_everyone: { ...keyed, ...reader({ iamMember: 'allUsers' }) },
  for_every_account: { ...keyed, ...reader({ specialGroup: 'allAuthenticatedUsers' }) },
  for_readers_of_the_project: { ...keyed, ...reader({ specialGroup: 'projectReaders' }) },
  for_a_stranger: { ...keyed, ...reader({ userByEmail: 'mallory@gmail.com' }) },
  for_kim: { ...keyed, ...reader({ userByEmail: 'kim@acme.example' }) },
  for_a_strange_domain: { ...keyed, ...reader({ domain: 'elsewhere.example' }) },
  for_our_domain: { ...keyed, ...reader({ domain: 'acme.example' }) },
  for_a_vendor: { ...keyed, ...reader({ userByEmail: 'app@vendor-app.iam.gserviceaccount.com' }) },
  for_our_deployer: { ...keyed, ...reader({ userByEmail: 'deploy@acme-web.iam.gserviceaccount.com' }) },
};

const bigquery = `/bigquery.googleapis.com/bigquery/v2/projects/${project}/datasets`;
const reference = (datasetId: string) => ({
  id: `${project}:${datasetId}`,
  datasetReference: { projectId: project, datasetId },
  location: 'EU',
});

const datasetHolds: Holds = holdsOf([
  { [bigquery]: Object.keys(datasets).map((name) => ({ kind: 'bigquery#dataset', ...reference(name) })) },
  ...Object.entries(datasets).map(([name, fields]) => ({
    [`${bigquery}/${name}`]: {
      kind: 'bigquery#dataset',
      ...reference(name),
      creationTime: '1709283600000',
      lastModifiedTime: '1767225600000',
      etag: 'b1b2',
      type: 'DEFAULT',
      access: [owners],
      ...fields,
    },
  })),
]);

type Key = { readonly fields?: Fields; readonly grants?: readonly Grant[] };

const decrypt = 'roles/cloudkms.cryptoKeyDecrypter';
const administer = 'roles/cloudkms.admin';
const day = 86_400;
const every = (days: number) => ({ rotationPeriod: `${days * day}s` });
const primary = (state: string, protectionLevel = 'SOFTWARE') => ({ primary: { state, protectionLevel } });

/** Without a period of rotation. */
const unrotated = (fields: Fields = {}) => ({ rotationPeriod: undefined, ...fields });

/** By ring. */
const keys: Readonly<Record<string, Readonly<Record<string, Key>>>> = {
  shop: {
    quarterly: {},
    'every-91-days': { fields: every(91) },
    yearly: { fields: every(365) },
    'never-rotated': { fields: unrotated() },
    signing: { fields: unrotated({ purpose: 'ASYMMETRIC_SIGN', primary: undefined }) },
    'kept-elsewhere': { fields: unrotated(primary('ENABLED', 'EXTERNAL')) },
    'switched-off': { fields: unrotated(primary('DISABLED')) },
    'for-everyone': { grants: [grant(decrypt, 'allUsers')] },
    'for-everyone-last-year': { grants: [grant(decrypt, 'allUsers', ended)] },
    'for-a-stranger': { grants: [grant(decrypt, stranger)] },
    'for-nobody-any-more': { grants: [grant(decrypt, deleted)] },
    'for-a-vendor': { grants: [grant(decrypt, vendor)] },
    'for-our-deployer': { grants: [grant(decrypt, deploy)] },
    'administered-and-used-by-kim': { grants: [grant(administer, kim), grant(decrypt, kim)] },
    'administered-by-kim-used-by-lee': { grants: [grant(administer, kim), grant(decrypt, lee)] },
  },
  open: { 'in-an-open-ring': {} },
  closed: { 'in-a-closed-ring': {} },
  'of-kim': {
    'used-by-who-has-the-ring': { grants: [grant(decrypt, kim)] },
    'used-by-another': { grants: [grant(decrypt, lee)] },
  },
};

const ringGrants: Readonly<Record<string, readonly Grant[]>> = {
  shop: [],
  open: [grant(decrypt, 'allUsers')],
  closed: [grant(decrypt, deploy)],
  'of-kim': [grant(administer, kim)],
};

const kms = '/cloudkms.googleapis.com/v1';
const location = `projects/${project}/locations/europe-west1`;
const madeAt = { createTime: '2024-03-01T09:00:00Z' };

function keyBody(name: string, { fields = {} }: Key): Fields {
  const body = {
    name,
    purpose: 'ENCRYPT_DECRYPT',
    ...madeAt,
    ...every(90),
    ...primary('ENABLED'),
    ...fields,
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

const keyHolds: Holds = holdsOf([
  {
    [`${kms}/projects/${project}/locations`]: [{ name: location, locationId: 'europe-west1' }],
    [`${kms}/${location}/keyRings`]: Object.keys(keys).map((ring) => ({
      name: `${location}/keyRings/${ring}`,
      ...madeAt,
    })),
  },
  ...Object.entries(keys).map(([ring, rows]) => {
    const parent = `${location}/keyRings/${ring}`;
    return holdsOf([
      {
        [`${kms}/${parent}:getIamPolicy`]: policy(ringGrants[ring] ?? []),
        [`${kms}/${parent}/cryptoKeys`]: Object.entries(rows).map(([name, row]) =>
          keyBody(`${parent}/cryptoKeys/${name}`, row),
        ),
      },
      ...Object.entries(rows).map(([name, { grants = [] }]) => ({
        [`${kms}/${parent}/cryptoKeys/${name}:getIamPolicy`]: policy(grants),
      })),
    ]);
  }),
]);

export const dataHolds: Holds = holdsOf([datasetHolds, keyHolds]);
