/** Watches service accounts: one listing for the project, and of each its keys and who may act as it. */
import {
  type Description,
  defineWatcher,
  type JsonObject,
  type MissingItem,
  readParts,
  type WatchContext,
} from '@security-monkey/sdk';
import { projectPage } from '../account-type/console.ts';
import { inventoryPermissions } from '../asset-inventory/assets.ts';
import { historyPermissions } from '../asset-inventory/history.ts';
import { listEitherWay } from '../asset-inventory/list-either-way.ts';
import { pastThroughInventory } from '../asset-inventory/past.ts';
import { policyPart, unorderedPolicy } from '../client/allow-policy.ts';
import { gone } from '../client/gone.ts';
import { listNormal } from '../client/list-normal.ts';
import { membersOf } from '../client/normal-policy.ts';
import { lastPart, projectIn } from '../lineage.ts';
import {
  type ServiceAccountConfig,
  serviceAccountConfig,
  serviceAccountForm,
  serviceAccountSource,
} from './config.ts';

const [listOperation, getOperation] = [
  'iam:projects.serviceAccounts.list',
  'iam:projects.serviceAccounts.get',
];
const keysOperation = 'iam:projects.serviceAccounts.keys.list';
const policyOperation = 'iam:projects.serviceAccounts.getIamPolicy';

export const iamServiceAccount = defineWatcher({
  id: 'gcp.iam-service-account',
  accountType: 'gcp',
  title: { one: 'service account', many: 'service accounts' },
  documentation: 'https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts/list',
  legacyIndex: 'iamserviceaccount',
  version: 1,
  scope: 'global',
  permissions: {
    ...inventoryPermissions,
    ...historyPermissions,
    [listOperation]: 'iam.serviceAccounts.list',
    [getOperation]: 'iam.serviceAccounts.get',
    [keysOperation]: 'iam.serviceAccountKeys.list',
    [policyOperation]: 'iam.serviceAccounts.getIamPolicy',
  },
  gone,
  ephemeral: [
    // Moves with every change.
    '/etag',
  ],
  secret: [],
  unordered: [
    // Each key stands for itself.
    {
      path: '/keys',
      source: 'https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts.keys/list',
    },
    ...unorderedPolicy,
  ],
  relations: [],
  config: serviceAccountConfig,
  identity: ({ uniqueId }) => uniqueId,
  lineage: ({ name }) => `//iam.googleapis.com/${name}`,
  name: ({ email }) => email,
  terms: (config) => termsOf(config),
  consolePath: ({ name, uniqueId }) =>
    projectPage('/iam-admin/serviceaccounts/details', { project: projectIn(name), name: uniqueId }),
  list: (context) =>
    listEitherWay(context, {
      source: serviceAccountSource,
      direct: (own) =>
        listNormal(own, {
          operation: listOperation,
          input: { name: `projects/${own.place.account}`, pageSize: 100 },
          member: 'accounts',
          form: serviceAccountForm,
        }),
    }),
  describe: describeAccount,
  confirm: confirmAccount,
  past: (context, question) =>
    pastThroughInventory(context, question, { source: serviceAccountSource, describe: describeAccount }),
});

async function describeAccount({ send }: WatchContext, listed: JsonObject): Promise<Description> {
  const { name, iamPolicy } = serviceAccountConfig.parse(listed);
  const asked = { resource: name, 'options.requestedPolicyVersion': 3 };
  return await readParts({ send, gone }, listed, {
    keys: {
      operation: keysOperation,
      input: { name, keyTypes: ['USER_MANAGED'] },
      take: ({ keys }) => keys ?? [],
    },
    ...(iamPolicy === undefined && { iamPolicy: policyPart(policyOperation, asked) }),
  });
}

function termsOf({ email, displayName, uniqueId, keys = [], iamPolicy }: ServiceAccountConfig) {
  return [
    email,
    uniqueId,
    ...(displayName === undefined ? [] : [displayName]),
    ...keys.map(({ name }) => lastPart(name)),
    ...membersOf(iamPolicy),
  ];
}

/** The number is nobody else's, also when the address is given again. */
async function confirmAccount({ send, place }: WatchContext, { identity }: MissingItem): Promise<void> {
  await send(getOperation, { name: `projects/${place.account}/serviceAccounts/${identity}` });
}
