/** Watches keys of Cloud KMS: the keys of every ring in every location, and who may use each. */
import { defineWatcher, type MissingItem, type WatchContext } from '@security-monkey/sdk';
import { inventoryPermissions } from '../asset-inventory/assets.ts';
import { historyPermissions } from '../asset-inventory/history.ts';
import { listEitherWay } from '../asset-inventory/list-either-way.ts';
import { pastThroughInventory } from '../asset-inventory/past.ts';
import { unorderedPolicy } from '../client/allow-policy.ts';
import { gone } from '../client/gone.ts';
import { membersOf } from '../client/normal-policy.ts';
import { lastPart, projectIn } from '../lineage.ts';
import { kmsKeyConfig, kmsKeySource } from './config.ts';
import { describeKey, keyPolicyOperation, ringPolicyOperation, withRingPolicy } from './describe.ts';
import { listKeys } from './listing.ts';

const getOperation = 'cloudkms:projects.locations.keyRings.cryptoKeys.get';

export const kmsKey = defineWatcher({
  id: 'gcp.kms-key',
  accountType: 'gcp',
  title: { one: 'Cloud KMS key', many: 'Cloud KMS keys' },
  documentation:
    'https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys/list',
  version: 1,
  scope: 'global',
  permissions: {
    ...inventoryPermissions,
    ...historyPermissions,
    'cloudkms:projects.locations.list': 'cloudkms.locations.list',
    'cloudkms:projects.locations.keyRings.list': 'cloudkms.keyRings.list',
    'cloudkms:projects.locations.keyRings.cryptoKeys.list': 'cloudkms.cryptoKeys.list',
    [getOperation]: 'cloudkms.cryptoKeys.get',
    [keyPolicyOperation]: 'cloudkms.cryptoKeys.getIamPolicy',
    [ringPolicyOperation]: 'cloudkms.keyRings.getIamPolicy',
  },
  gone,
  ephemeral: [
    // What each rotation changes; the period and the state of the key are configuration.
    '/nextRotationTime',
    '/primary/name',
    '/primary/createTime',
    '/primary/generateTime',
    '/primary/attestation',
  ],
  secret: [],
  unordered: unorderedPolicy,
  relations: ['key-ring'],
  config: kmsKeyConfig,
  // Names of keys are never used again: https://cloud.google.com/kms/docs/resource-hierarchy
  identity: ({ name }) => name,
  lineage: ({ name }) => `//cloudkms.googleapis.com/${name}`,
  name: ({ name }) => lastPart(name),
  region: ({ name }) => partOf(name, 'locations'),
  tags: ({ labels = {} }) => labels,
  terms: ({ name, iamPolicy }) => [lastPart(name), partOf(name, 'keyRings'), ...membersOf(iamPolicy)],
  consolePath: ({ name }) => {
    const [location, ring] = [partOf(name, 'locations'), partOf(name, 'keyRings')];
    const path = ['key', 'manage', location, ring, lastPart(name)].map(encodeURIComponent).join('/');
    return `/security/kms/${path}?project=${encodeURIComponent(projectIn(name))}`;
  },
  list: (context) =>
    listEitherWay(context, { source: kmsKeySource, direct: listKeys, besides: withRingPolicy }),
  describe: describeKey,
  confirm: confirmKey,
  past: (context, question) =>
    pastThroughInventory(context, question, {
      source: kmsKeySource,
      describe: describeKey,
      besides: withRingPolicy,
    }),
});

function partOf(name: string, collection: 'locations' | 'keyRings'): string {
  return new RegExp(`/${collection}/([^/]+)`).exec(name)?.[1] ?? '';
}

async function confirmKey({ send }: WatchContext, { identity }: MissingItem): Promise<void> {
  await send(getOperation, { name: identity });
}
