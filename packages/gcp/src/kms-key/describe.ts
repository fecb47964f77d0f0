/** Describes a key: who may use it, by its own policy and by that of its ring. */
import {
  type Description,
  isOperationError,
  type JsonObject,
  parseAnswer,
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

/** The relation `key-ring` has the ring's `bindings`, which hold for all of its keys. */
export async function describeKey(context: WatchContext, listed: JsonObject): Promise<Description> {
  const { name } = kmsKeyConfig.parse(listed);
  const own = await readParts({ send: context.send, gone }, listed, {
    iamPolicy: policyPart(keyPolicyOperation, { resource: name, ...asked }),
  });
  const ring = name.replace(/\/cryptoKeys\/.*$/, '');
  try {
    const value = await context.shared(`kms policy of ${ring}`, () => ringPolicy(context, ring));
    const key = `//cloudkms.googleapis.com/${ring}`;
    return { ...own, relations: [{ name: 'key-ring', technology: 'gcp.kms-key-ring', key, value }] };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    return { ...own, unreadable: [...own.unreadable, { path: '@key-ring', ...error.failure }] };
  }
}

async function ringPolicy({ send }: WatchContext, resource: string): Promise<JsonObject> {
  const answer = await send(ringPolicyOperation, { resource, ...asked });
  const { bindings = [] } = normalPolicy(
    parseAnswer(ringPolicyOperation, z.record(z.string(), z.json()), answer),
  );
  return { bindings };
}
