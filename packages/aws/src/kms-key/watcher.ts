/** Watches KMS keys, region by region: five calls for each key, four for one that cannot be rotated, three for one of AWS, and the aliases once. */

import { defineWatcher, type JsonObject, type WatchContext } from '@security-monkey/sdk';
import { z } from 'zod';
import { regionalPage } from '../account-type/console.ts';
import { markerPages, readPages } from '../client/read-pages.ts';
import { calls, gone } from './calls.ts';
import { keyConfig } from './config.ts';
import { describeKey } from './describe-key.ts';
import { grants } from './grants.ts';

const reference = 'https://docs.aws.amazon.com/kms/latest/APIReference';

export const kmsKey = defineWatcher({
  id: 'aws.kms-key',
  accountType: 'aws',
  title: { one: 'KMS key', many: 'KMS keys' },
  documentation: `${reference}/API_ListKeys.html`,
  legacyIndex: 'kms',
  version: 1,
  scope: 'region',
  permissions: Object.fromEntries(Object.values(calls).map((operation) => [operation, operation])),
  gone,
  ephemeral: [
    // Follows from the date of the last rotation.
    '/Rotation/NextRotationDate',
  ],
  secret: [],
  unordered: [
    // KMS promises no order.
    { path: '/Aliases', source: `${reference}/API_ListAliases.html` },
    // A set of tags.
    { path: '/Tags', source: `${reference}/API_ListResourceTags.html` },
    // One replica a region.
    {
      path: '/KeyMetadata/MultiRegionConfiguration/ReplicaKeys',
      source: `${reference}/API_MultiRegionConfiguration.html`,
    },
  ],
  relations: [grants],
  config: keyConfig,
  // Key ids are never used again.
  identity: ({ KeyArn }) => KeyArn,
  lineage: ({ KeyArn }) => KeyArn,
  // Aliases may be unreadable and move from key to key: they are found as words instead.
  name: ({ KeyId }) => KeyId,
  tags: ({ Tags }) => Object.fromEntries((Tags ?? []).map(({ TagKey, TagValue = '' }) => [TagKey, TagValue])),
  terms: ({ KeyId, KeyMetadata, Aliases }) => [
    KeyId,
    ...(KeyMetadata?.Description ? [KeyMetadata.Description] : []),
    ...(Aliases ?? []).map(({ AliasName }) => AliasName),
  ],
  consolePath: ({ KeyId }, { region }) =>
    regionalPage('/kms/home', region, `/kms/keys/${encodeURIComponent(KeyId)}`),
  list: listKeys,
  describe: describeKey,
  confirm: async ({ send }, { identity }) => {
    await send(calls.describe, { KeyId: identity });
  },
});

const page = z.looseObject({ Keys: z.array(z.looseObject({ KeyId: z.string(), KeyArn: z.string() })) });

async function* listKeys({ send }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  const pages = readPages(send, markerPages(calls.list, { Limit: 1000 }, page));
  // What a loose schema has parsed is the JSON it was given.
  for await (const { Keys } of pages) yield Keys as readonly JsonObject[];
}
