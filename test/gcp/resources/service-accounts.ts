/** The service accounts of the estate, all of them in acme-web. */
import { deleted, kim, projects, stranger, vendor } from './known.ts';
import { ended, type Fields, type Grant, grant, type Holds, holdsOf, idOf, policy } from './wire.ts';

type Key = { readonly id: string; readonly made: string; readonly fields?: Fields };
type Account = { readonly keys?: readonly Key[]; readonly grants?: readonly Grant[] };

const attach = 'roles/iam.serviceAccountUser';
const workload = 'roles/iam.workloadIdentityUser';
const disabled = { disabled: true };
const keys = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `key-${at + 1}`, made: '2025-12-01', fields: disabled }));
const pool = (project: string) =>
  `principalSet://iam.googleapis.com/projects/${project}/locations/global/workloadIdentityPools/ci/*`;

const accounts: Readonly<Record<string, Account>> = {
  keyless: {},
  'key-of-a-month': { keys: [{ id: 'young', made: '2025-12-01' }] },
  'key-of-89-days': { keys: [{ id: 'nearly-old', made: '2025-10-04' }] },
  'key-of-90-days': { keys: [{ id: 'old', made: '2025-10-03' }] },
  'key-switched-off': { keys: [{ id: 'off', made: '2024-01-01', fields: disabled }] },
  'key-over': {
    keys: [{ id: 'over', made: '2024-01-01', fields: { validBeforeTime: '2025-06-01T00:00:00Z' } }],
  },
  'five-keys': { keys: keys(5) },
  'four-keys': { keys: keys(4) },

  'acted-as-by-the-old-role': { grants: [grant('roles/iam.serviceAccountActor', kim)] },
  'attached-by-kim': { grants: [grant(attach, kim)] },
  'for-everyone': { grants: [grant(attach, 'allUsers')] },
  'for-everyone-last-year': { grants: [grant(attach, 'allUsers', ended)] },
  'for-a-stranger': { grants: [grant(attach, stranger)] },
  'for-nobody-any-more': { grants: [grant(attach, deleted)] },
  'for-a-vendor': { grants: [grant(attach, vendor)] },
  'for-our-cluster': { grants: [grant(workload, 'serviceAccount:acme-web.svc.id.goog[shop/web]')] },
  'for-our-pool': { grants: [grant(workload, pool(projects['acme-ops'].number))] },
  'for-a-strange-pool': { grants: [grant(workload, pool('999000999000'))] },
};

export const strangePool = pool('999000999000');

const base = '/iam.googleapis.com/v1/projects/acme-web/serviceAccounts';
const emailOf = (name: string) => `${name}@acme-web.iam.gserviceaccount.com`;
const fullName = (name: string) => `projects/acme-web/serviceAccounts/${emailOf(name)}`;

function keyBody(account: string, { id, made, fields = {} }: Key): Fields {
  return {
    name: `${fullName(account)}/keys/${id}`,
    keyType: 'USER_MANAGED',
    keyOrigin: 'GOOGLE_PROVIDED',
    keyAlgorithm: 'KEY_ALG_RSA_2048',
    validAfterTime: `${made}T00:00:00Z`,
    validBeforeTime: '9999-12-31T23:59:59Z',
    ...fields,
  };
}

export const serviceAccountHolds: Holds = holdsOf([
  {
    [base]: Object.keys(accounts).map((name) => ({
      name: fullName(name),
      projectId: 'acme-web',
      uniqueId: idOf(`service account ${name}`),
      email: emailOf(name),
      displayName: name,
      etag: 'MDE=',
    })),
  },
  ...Object.entries(accounts).map(([name, { keys: own = [], grants = [] }]) => {
    const address = `${base}/${encodeURIComponent(emailOf(name))}`;
    return {
      [`${address}/keys`]: own.map((one) => keyBody(name, one)),
      [`POST ${address}:getIamPolicy`]: policy(grants),
    };
  }),
]);
