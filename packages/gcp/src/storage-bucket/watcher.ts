/** Watches buckets of Cloud Storage: one listing for the project, and the policy of each. */
import { defineWatcher } from '@security-monkey/sdk';
import { projectPage } from '../account-type/console.ts';
import { inventoryPermissions } from '../asset-inventory/assets.ts';
import { historyPermissions } from '../asset-inventory/history.ts';
import { listEitherWay } from '../asset-inventory/list-either-way.ts';
import { pastThroughInventory } from '../asset-inventory/past.ts';
import { gone } from '../client/gone.ts';
import { membersOf } from '../client/normal-policy.ts';
import { bucketConfig, bucketSource } from './config.ts';
import { describeBucket } from './describe.ts';
import { confirmBucket, identityOf, listBuckets } from './listing.ts';

const acls = 'https://cloud.google.com/storage/docs/access-control/lists';
const policies = 'https://cloud.google.com/iam/docs/reference/rest/v1/Policy';

export const storageBucket = defineWatcher({
  id: 'gcp.storage-bucket',
  accountType: 'gcp',
  title: { one: 'storage bucket', many: 'storage buckets' },
  documentation: 'https://cloud.google.com/storage/docs/json_api/v1/buckets/list',
  legacyIndex: 'gcsbucket',
  version: 1,
  scope: 'global',
  permissions: {
    ...inventoryPermissions,
    ...historyPermissions,
    'storage:buckets.list': 'storage.buckets.list',
    'storage:buckets.get': 'storage.buckets.get',
    'storage:buckets.getIamPolicy': 'storage.buckets.getIamPolicy',
  },
  gone,
  ephemeral: [
    // They move with every change, also with those of what is ephemeral or of the policy.
    '/etag',
    '/metageneration',
    '/updated',
    '/acl/*/etag',
    '/defaultObjectAcl/*/etag',
  ],
  secret: [],
  unordered: [
    // Grants add up: none takes precedence.
    { path: '/acl', source: acls },
    { path: '/defaultObjectAcl', source: acls },
    { path: '/iamPolicy/bindings', source: policies },
    { path: '/iamPolicy/bindings/*/members', source: policies },
  ],
  relations: [],
  config: bucketConfig,
  identity: identityOf,
  lineage: ({ name }) => `//storage.googleapis.com/${name}`,
  name: ({ name }) => name,
  region: ({ location }, { region }) => location?.toLowerCase() ?? region,
  tags: ({ labels = {} }) => labels,
  terms: ({ name, acl = [], iamPolicy }) => [
    name,
    ...acl.flatMap(({ entity }) => entity ?? []),
    ...membersOf(iamPolicy),
  ],
  consolePath: ({ name, projectNumber = '' }) =>
    projectPage('/storage/browser', { project: projectNumber, name }),
  list: (context) => listEitherWay(context, { source: bucketSource, direct: listBuckets }),
  describe: describeBucket,
  confirm: confirmBucket,
  past: (context, question) =>
    pastThroughInventory(context, question, { source: bucketSource, describe: describeBucket }),
});
