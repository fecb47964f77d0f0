/** When something of Google's is gone, though its name is still there. */
import { type JsonObject, type MissingItem, OperationError, type WatchContext } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { computeFirewall } from './compute-firewall/watcher.ts';
import { storageBucket } from './storage-bucket/watcher.ts';

function asking(answer: (operation: string, input: JsonObject) => unknown): WatchContext {
  return {
    send: async (operation, input) => answer(operation, input),
    place: { partition: 'gcp', account: 'acme-web', region: 'global' },
    facts: { partition: 'gcp' },
    shared: (_key, load) => load(),
  };
}

const missing = (identity: string): MissingItem => ({ identity, lineage: '', name: 'a', region: 'global' });
const deny = () => {
  throw new OperationError({ class: 'access_denied', code: 'forbidden', message: 'no' });
};

describe('a firewall rule', () => {
  const numbered = asking(() => ({ id: '1' }));

  it('is there by its number', async () => {
    await expect(computeFirewall.confirm?.(numbered, missing('1'))).resolves.toBeUndefined();
  });

  it('is gone when another has its name', async () => {
    const confirmed = computeFirewall.confirm?.(numbered, missing('2'));
    await expect(confirmed).rejects.toMatchObject({ failure: { class: 'not_found', code: 'NOT_FOUND' } });
  });
});

describe('a bucket', () => {
  const made = { name: 'a', timeCreated: '2026-01-01T00:00:00Z' };
  const deniedAnd = (items: readonly JsonObject[]) =>
    asking((operation) => (operation === 'storage:buckets.list' ? { items } : deny()));

  it.each([
    [
      'is gone when it was made again',
      asking(() => ({ ...made, timeCreated: '2026-02-02T00:00:00Z' })),
      'NOT_FOUND',
    ],
    ['is gone when its name is another project’s', deniedAnd([{ name: 'a-copy' }]), 'NOT_FOUND'],
    ['is unknown when it is ours and may not be seen', deniedAnd([made]), 'forbidden'],
    ['is unknown when nothing may be seen', asking(deny), 'forbidden'],
  ])('%s', async (_name, context, code) => {
    const confirmed = storageBucket.confirm?.(context, missing('a 2026-01-01T00:00:00Z'));
    await expect(confirmed).rejects.toMatchObject({ failure: { code } });
  });
});
