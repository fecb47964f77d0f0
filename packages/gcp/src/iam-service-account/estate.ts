/** Two service accounts as IAM lists them: one with keys and users, one that Google made and nobody touched. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { assetEstate } from './asset-estate.ts';

const named = (email: string, uniqueId: string) => ({
  name: `projects/acme-web/serviceAccounts/${email}`,
  projectId: 'acme-web',
  uniqueId,
  email,
  oauth2ClientId: uniqueId,
  etag: 'MDEwMjE5MjA=',
});

const deploy = {
  ...named('deploy@acme-web.iam.gserviceaccount.com', '111111111111111111111'),
  displayName: 'Deployment',
  description: 'Rolls out the shop',
  disabled: true,
};

const compute = named('123456789012-compute@developer.gserviceaccount.com', '222222222222222222222');

const key = (id: string, validAfterTime: string) => ({
  name: `${deploy.name}/keys/${id}`,
  validAfterTime,
  validBeforeTime: '9999-12-31T23:59:59Z',
  keyAlgorithm: 'KEY_ALG_RSA_2048',
  keyOrigin: 'GOOGLE_PROVIDED',
  keyType: 'USER_MANAGED',
});

const keys = [
  key('0a1b2c3d4e5f60718293a4b5c6d7e8f901234567', '2025-11-01T00:00:00Z'),
  { ...key('1a1b2c3d4e5f60718293a4b5c6d7e8f901234567', '2024-01-01T00:00:00Z'), disabled: true },
];

const bindings: readonly JsonObject[] = [
  {
    role: 'roles/iam.serviceAccountTokenCreator',
    members: ['group:release@acme.example', 'user:kim@acme.example'],
  },
  {
    role: 'roles/iam.workloadIdentityUser',
    members: ['serviceAccount:acme-web.svc.id.goog[shop/deploy]'],
    condition: { title: 'this year', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' },
  },
];

const accounts = [deploy, compute];

const asked = (name: unknown) => {
  const account = accounts.find(
    ({ name: full, uniqueId }) => name === full || name === `projects/acme-web/serviceAccounts/${uniqueId}`,
  );
  if (account === undefined) throw providerError('NOT_FOUND');
  return account;
};

export const estate: Estate = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  answers: {
    'iam:projects.serviceAccounts.list': ({ pageToken }) =>
      pageToken === undefined ? { accounts: [deploy], nextPageToken: 'second' } : { accounts: [compute] },
    'iam:projects.serviceAccounts.get': ({ name }) => asked(name),
    'iam:projects.serviceAccounts.keys.list': ({ name }) => (asked(name) === deploy ? { keys } : {}),
    'iam:projects.serviceAccounts.getIamPolicy': ({ resource }) =>
      asked(resource) === deploy ? { version: 3, etag: 'BwYx', bindings } : { etag: 'ACAB' },
  },
  listing: { operation: 'iam:projects.serviceAccounts.list' },
  otherWays: { 'the asset inventory': assetEstate },
  items: [
    {
      identity: deploy.uniqueId,
      lineage: `//iam.googleapis.com/${deploy.name}`,
      name: deploy.email,
      console: `/iam-admin/serviceaccounts/details/${deploy.uniqueId}?project=acme-web`,
      tags: {},
      config: { ...deploy, keys, iamPolicy: { bindings } },
    },
    {
      identity: compute.uniqueId,
      lineage: `//iam.googleapis.com/${compute.name}`,
      name: compute.email,
      tags: {},
      config: { ...compute, keys: [], iamPolicy: { bindings: [] } },
    },
  ],
};
