/** Describes a key: who may use it, by its own policy and by that of its ring. */
import {
  type Description,
  isJsonObject,
  isOperationError,
  type JsonObject,
  parseAnswer,
  type Relation,
  readParts,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { policyPart } from '../client/allow-policy.ts';
import { gone } from '../client/gone.ts';
import { normalPolicy } from '../client/normal-policy.ts';
import { kmsKeyConfig } from './config.ts';

export const keyPolicyOperation = 'cloudkms:projects.locations.keyRings.cryptoKeys.getIamPolicy';
export const ringPolicyOperation = 'cloudkms:projects.locations.keyRings.getIamPolicy';

const asked = { 'options.requestedPolicyVersion': 3 };

/** What the asset inventory knows besides: not of the key, and so no part of its config. */
const ringMember = 'ringPolicy';

export function withRingPolicy({ name }: JsonObject, policies: ReadonlyMap<string, JsonObject>): JsonObject {
  const ring = typeof name === 'string' ? fullName(ringOf(name)) : '';
  return { [ringMember]: policies.get(ring) ?? { bindings: [] } };
}

/** The relation `key-ring` has the ring's `bindings`, which hold for all of its keys. */
export async function describeKey(context: WatchContext, listed: JsonObject): Promise<Description> {
  const { [ringMember]: told, ...key } = listed;
  const { name, iamPolicy } = kmsKeyConfig.parse(key);
  const ring = ringOf(name);
  if (iamPolicy !== undefined && isJsonObject(told))
    return { config: key, relations: [relationTo(ring, bindingsOf(told))] };
  const own = await readParts({ send: context.send, gone }, key, {
    iamPolicy: policyPart(keyPolicyOperation, { resource: name, ...asked }),
  });
  try {
    const value = await context.shared(`kms policy of ${ring}`, () => ringPolicy(context, ring));
    return { ...own, relations: [relationTo(ring, value)] };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    return { ...own, unreadable: [...own.unreadable, { path: '@key-ring', ...error.failure }] };
  }
}

function ringOf(key: string): string {
  return key.replace(/\/cryptoKeys\/.*$/, '');
}

function fullName(name: string): string {
  return `//cloudkms.googleapis.com/${name}`;
}

function relationTo(ring: string, value: JsonObject): Relation {
  return { name: 'key-ring', technology: 'gcp.kms-key-ring', key: fullName(ring), value };
}

async function ringPolicy({ send }: WatchContext, resource: string): Promise<JsonObject> {
  const answer = await send(ringPolicyOperation, { resource, ...asked });
  return bindingsOf(normalPolicy(parseAnswer(ringPolicyOperation, z.record(z.string(), z.json()), answer)));
}

function bindingsOf({ bindings = [] }: JsonObject): JsonObject {
  return { bindings };
}
