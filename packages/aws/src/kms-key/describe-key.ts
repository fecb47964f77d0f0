/** Describes a key: five calls of its own, and the region's aliases once per run. */
import {
  type Description,
  type JsonObject,
  type Part,
  parseAnswer,
  readParts,
  type Unreadable,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { policyOfText } from '../client/policy-text.ts';
import { readPart } from '../client/read-part.ts';
import { calls, gone, readAliases, readTags } from './calls.ts';
import { grants, readGrants } from './grants.ts';

const listed = z.looseObject({ KeyId: z.string() });

/** A key policy may deny any of the calls to everyone but its users: then the rest is still known. */
export async function describeKey(context: WatchContext, item: JsonObject): Promise<Description> {
  const { send, shared } = context;
  const { KeyId } = listed.parse(item);
  const [metadata, policy, aliases, granted] = await Promise.all([
    describeMetadata(context, KeyId),
    readParts({ send, gone }, item, { Policy: policyPart(KeyId) }),
    readPart({ path: '/Aliases', gone: [] }, () => shared(calls.aliases, () => readAliases(send))),
    readPart({ path: `@${grants}`, gone }, () => readGrants(send, KeyId)),
  ]);
  return {
    config: {
      ...policy.config,
      ...metadata.config,
      ...(aliases.value !== undefined && { Aliases: aliases.value.get(KeyId) ?? [] }),
    },
    unreadable: [metadata, policy, aliases, granted].flatMap(({ unreadable }) => unreadable),
    relations: granted.value ?? [],
  };
}

function policyPart(KeyId: string): Part {
  return {
    operation: calls.policy,
    input: { KeyId, PolicyName: 'default' },
    // Every key has one: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
    take: ({ Policy }) => policyOfText(calls.policy, Policy),
  };
}

type Described = { readonly config: JsonObject; readonly unreadable: readonly Unreadable[] };

/** The metadata, and what they say it makes sense to ask for. */
async function describeMetadata(context: WatchContext, KeyId: string): Promise<Described> {
  const metadata = await readPart({ path: '/KeyMetadata', gone }, () => readMetadata(context, KeyId));
  if (metadata.value === undefined) {
    const tags = await describeTags(context, KeyId, {});
    // Whether the key can be rotated is as unknown as the rest.
    const rotation = metadata.unreadable.map((why) => ({ ...why, path: '/Rotation' }));
    return { ...tags, unreadable: [...metadata.unreadable, ...rotation, ...tags.unreadable] };
  }
  const [rotation, tags] = await Promise.all([
    describeRotation(context, KeyId, metadata.value),
    describeTags(context, KeyId, metadata.value),
  ]);
  return {
    config: { KeyMetadata: metadata.value, ...rotation.config, ...tags.config },
    unreadable: [...rotation.unreadable, ...tags.unreadable],
  };
}

const answer = z.looseObject({ KeyMetadata: z.record(z.string(), z.json()) });

async function readMetadata({ send }: WatchContext, KeyId: string): Promise<JsonObject> {
  return parseAnswer(calls.describe, answer, await send(calls.describe, { KeyId })).KeyMetadata;
}

/**
 * Keys of AWS cannot be tagged, and the policies of some deny the question to everyone:
 * https://docs.aws.amazon.com/kms/latest/developerguide/tagging-keys.html
 */
async function describeTags(
  { send }: WatchContext,
  KeyId: string,
  { KeyManager }: JsonObject,
): Promise<Described> {
  if (KeyManager === 'AWS') return { config: { Tags: [] }, unreadable: [] };
  const { value, unreadable } = await readPart({ path: '/Tags', gone }, () => readTags(send, KeyId));
  return { config: value === undefined ? {} : { Tags: value }, unreadable };
}

/** Null where there is nothing to switch on, so that KMS is not asked what it refuses to answer. */
async function describeRotation(
  { send }: WatchContext,
  KeyId: string,
  metadata: JsonObject,
): Promise<Described> {
  if (isUnrotatable(metadata)) return { config: { Rotation: null }, unreadable: [] };
  const Rotation = {
    operation: calls.rotation,
    input: { KeyId },
    // What KMS says of a key that cannot be rotated: https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
    absent: ['UnsupportedOperationException'],
  };
  return await readParts({ send, gone }, {}, { Rotation });
}

/**
 * Only symmetric keys whose material KMS itself has made can be rotated automatically, and those of AWS always are:
 * https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
function isUnrotatable({ KeyManager, KeySpec, Origin }: JsonObject): boolean {
  const isAsymmetric = KeySpec !== undefined && KeySpec !== 'SYMMETRIC_DEFAULT';
  const isForeign = Origin !== undefined && Origin !== 'AWS_KMS';
  return KeyManager === 'AWS' || isAsymmetric || isForeign;
}
