/** Calls are counted for whom they are made. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineWatcher } from '../define/watcher.ts';
import { watcherCalls } from './watcher-calls.ts';

const vault = z.looseObject({ Id: z.string() });

const watcher = defineWatcher({
  id: 'aws.vault',
  accountType: 'aws',
  title: { one: 'vault', many: 'vaults' },
  documentation: 'https://example.com',
  version: 1,
  scope: 'region',
  permissions: { 'v:List': 'v:ListVaults', 'v:Part': 'v:Part', 'v:All': 'v:All', 'v:Get': 'v:Get' },
  gone: ['NoVault'],
  ephemeral: [],
  secret: [],
  unordered: [],
  relations: [],
  config: vault,
  identity: ({ Id }) => Id,
  lineage: ({ Id }) => Id,
  name: ({ Id }) => Id,
  list: async function* ({ send }) {
    for (const token of ['1', '2']) {
      await send('v:List', { token });
      yield [{ Id: `${token}a` }, { Id: `${token}b` }];
    }
  },
  describe: async ({ send, shared }, listed) => {
    await shared('all', () => send('v:All', {}));
    const isFirst = vault.parse(listed).Id.startsWith('1');
    if (isFirst) await Promise.all([send('v:Part', { key: 1 }), send('v:Part', { key: 2 })]);
    return { config: listed };
  },
  confirm: async ({ send }) => {
    await send('v:Get', {});
  },
});

it('for the listing, for an item that needs it, for all together, and for none that is there', async () => {
  const estate = { answers: () => ({}), items: [], listing: { operation: 'v:List' } };
  const none = { isListing: false, isShared: false, perItem: 0 };
  expect(await watcherCalls(watcher, estate)).toEqual([
    { ...none, operation: 'v:List', permission: 'v:ListVaults', isListing: true },
    { ...none, operation: 'v:Part', permission: 'v:Part', perItem: 2 },
    { ...none, operation: 'v:All', permission: 'v:All', isShared: true },
    { ...none, operation: 'v:Get', permission: 'v:Get' },
  ]);
});
