/** Lists the buckets of a project, and finds out whether one is gone. */
import {
  isOperationError,
  type JsonObject,
  type MissingItem,
  parseAnswer,
  type Send,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { replaced } from '../client/gone.ts';
import { normalBody } from '../client/normal-body.ts';
import { listAll, listPages } from '../client/read-pages.ts';
import { bucketForm } from './config.ts';

const listOperation = 'storage:buckets.list';
const getOperation = 'storage:buckets.get';

/** The full projection has the access lists; it takes the permission to read policies beside that to list. */
export async function* listBuckets({ send, place }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  const input = { project: place.account, projection: 'full' };
  for await (const page of listPages(send, { operation: listOperation, input, member: 'items' }))
    yield page.map((body) => normalBody(bucketForm, body));
}

const dated = z.looseObject({ name: z.string(), timeCreated: z.string() });

/** Names of buckets are used again; the time at which one was made tells it from the next. */
export function identityOf({ name, timeCreated }: z.output<typeof dated>): string {
  return `${name} ${timeCreated}`;
}

/** Resolves when the bucket is still there; rejects when it is not, or when its name belongs to another bucket now. */
export async function confirmBucket(
  { send, place }: WatchContext,
  { name, identity }: MissingItem,
): Promise<void> {
  try {
    const answer = await send(getOperation, { bucket: name });
    if (identityOf(parseAnswer(getOperation, dated, answer)) !== identity) throw replaced(getOperation, name);
  } catch (error) {
    if (!isOperationError(error) || error.failure.class !== 'access_denied') throw error;
    // Where another project has taken the name since, Google denies for ever: then only the own list can tell that it is gone.
    if (await isListed(send, { project: place.account, name })) throw error;
    throw replaced(getOperation, name);
  }
}

async function isListed(
  send: Send,
  { project, name }: { readonly project: string; readonly name: string },
): Promise<boolean> {
  const input = { project, prefix: name };
  const found = await listAll(send, { operation: listOperation, input, member: 'items' });
  return found.some((bucket) => bucket['name'] === name);
}
