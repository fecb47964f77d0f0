/** The kit finds what is wrong with what a watcher tells of the past. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { PastState } from '../define/past.ts';
import { defineWatcher, type Watcher } from '../define/watcher.ts';
import type { Estate } from './estate.ts';
import { watcherCalls } from './watcher-calls.ts';
import { watcherPastRules } from './watcher-past-rules.ts';

const vault = z.looseObject({ Id: z.string(), Lock: z.string().optional() });

function watcherWith(past: Watcher['past']): Watcher {
  return defineWatcher({
    id: 'aws.vault',
    accountType: 'aws',
    title: { one: 'vault', many: 'vaults' },
    documentation: 'https://example.com',
    version: 1,
    scope: 'region',
    permissions: { 'v:List': 'v:ListVaults', 'v:Past': 'v:Past' },
    gone: [],
    ephemeral: [],
    secret: [],
    unordered: [],
    relations: [],
    config: vault,
    identity: ({ Id }) => Id,
    lineage: ({ Id }) => Id,
    name: ({ Id }) => Id,
    list: async function* ({ send }) {
      await send('v:List', {});
      yield [{ Id: 'a' }];
    },
    ...(past !== undefined && { past }),
  });
}

const estate: Estate = {
  answers: () => ({}),
  items: [{ identity: 'a', lineage: 'a', name: 'a', config: { Id: 'a' } }],
  listing: { operation: 'v:List', whole: 'there is one' },
};

async function problems(past: Watcher['past']): Promise<readonly string[]> {
  const found = watcherPastRules.map((rule) => rule.problems({ watcher: watcherWith(past), estate }));
  return (await Promise.all(found)).flat();
}

const from = new Date('2026-11-01T00:00:00Z');
const telling =
  (...states: readonly PastState[]): Watcher['past'] =>
  async ({ send }) => {
    await send('v:Past', {});
    return states;
  };
const state = { identity: 'a', from, config: { Id: 'a' } };
const lock = { path: '/Lock', class: 'not_found', message: 'No history of it.' } as const;

it.each<[string, Watcher['past'], readonly string[]]>([
  ['nothing, where there is no past', undefined, []],
  ['nothing, where it is told', telling(state, { ...state, config: null }), []],
  ['nothing, where a part is not known', telling({ ...state, unreadable: [lock] }), []],
  [
    'nothing, where nothing is known',
    telling({ ...state, config: {}, unreadable: [{ ...lock, path: '' }] }),
    [],
  ],
  [
    'an item that was not asked for',
    telling({ ...state, identity: 'b' }),
    ['past tells of b, which was not asked for'],
  ],
  [
    'a state without a time',
    telling({ ...state, from: new Date(Number.NaN) }),
    ['past tells of a at no time'],
  ],
  [
    'another form',
    telling({ ...state, config: { Name: 'a' } }),
    [expect.stringContaining('does not fit the schema')],
  ],
  [
    'a part that is filled and not known',
    telling({ ...state, config: { Id: 'a', Lock: 'today' }, unreadable: [lock] }),
    ['the past of a has /Lock, which it says is not known'],
  ],
  ['no past at all', telling(), ['past tells nothing over the estate: extend it']],
  [
    'silence',
    async ({ send }) => [
      await send('v:Past', {}).then(
        () => state,
        () => state,
      ),
    ],
    [
      'past says nothing of it when v:Past answers AccessDenied',
      'past says nothing of it when v:Past answers InternalError',
    ],
  ],
  [
    'calls where nobody can be asked',
    async ({ send }) => {
      await send('v:Past', {});
      return undefined;
    },
    ['past makes calls where nobody can be asked', 'past tells nothing over the estate: extend it'],
  ],
])('finds %s', async (_name, past, expected) => {
  expect(await problems(past)).toEqual(expected);
});

it('counts its calls apart', async () => {
  const [, call] = await watcherCalls(watcherWith(telling(state)), estate);
  expect(call).toMatchObject({ operation: 'v:Past', perItem: 0, isPast: true });
});
