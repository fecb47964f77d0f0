/** The calls that a KMS key takes, and the lists among them. */
import type { JsonObject, Send } from '@security-monkey/sdk';
import { z } from 'zod';
import { markerPages, readAll } from '../client/read-pages.ts';

export const calls = {
  list: 'kms:ListKeys',
  describe: 'kms:DescribeKey',
  policy: 'kms:GetKeyPolicy',
  rotation: 'kms:GetKeyRotationStatus',
  grants: 'kms:ListGrants',
  aliases: 'kms:ListAliases',
  tags: 'kms:ListResourceTags',
} as const;

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html */
export const gone = ['NotFoundException'];

const aliasPage = z.looseObject({
  Aliases: z.array(z.looseObject({ AliasName: z.string(), TargetKeyId: z.string().optional() })),
});

/** The aliases of a region by the ids of their keys. */
export async function readAliases(send: Send): Promise<ReadonlyMap<string, readonly JsonObject[]>> {
  const all = await readAll(send, {
    ...markerPages(calls.aliases, { Limit: 100 }, aliasPage),
    elementsOf: ({ Aliases }) => Aliases,
  });
  const byKey = new Map<string, JsonObject[]>();
  for (const { TargetKeyId, ...alias } of all) {
    // An alias that AWS keeps for a key not made yet.
    if (TargetKeyId === undefined) continue;
    // What a loose schema has parsed is the JSON it was given.
    byKey.set(TargetKeyId, [...(byKey.get(TargetKeyId) ?? []), alias as JsonObject]);
  }
  return byKey;
}

const tagPage = z.looseObject({ Tags: z.array(z.looseObject({})).optional() });

export async function readTags(send: Send, KeyId: string): Promise<readonly JsonObject[]> {
  const all = await readAll(send, {
    ...markerPages(calls.tags, { KeyId }, tagPage),
    elementsOf: ({ Tags = [] }) => Tags,
  });
  return all as readonly JsonObject[];
}
