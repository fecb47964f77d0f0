/** The kit finds each fault in what a watcher records. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import {
  answering,
  type BrokenWatcher,
  breaking,
  type List,
  problemsOf,
} from './test-support/broken-watcher.ts';
import { estate } from './test-support/toy/box/estate.ts';
import { box, listBoxes, toyWatcher, toyWith } from './test-support/toy/box/watcher.ts';

const picking: List = async function* (context) {
  for await (const page of listBoxes(context)) {
    yield page.map(({ Id, Name, LastSeen }) => ({
      Id: Id ?? null,
      Name: Name ?? null,
      LastSeen: LastSeen ?? null,
    }));
  }
};

const fussy: List = async function* (context) {
  for await (const page of listBoxes(context)) {
    if (page.some((one) => Object.keys(one).length > 3)) throw new Error('too wide');
    yield page;
  }
};

const cases: readonly BrokenWatcher[] = [
  ...breaking('records fields that the schema does not know', [
    [
      'picks the fields it knows',
      toyWith({ list: picking }),
      estate,
      ['item 0 loses unknown fields at ""', 'item 1 loses unknown fields at ""'],
    ],
    [
      'has a schema that drops them',
      toyWith({
        config: box.extend({ Policy: z.object({ Open: z.boolean(), Password: z.string() }).nullish() }),
      }),
      estate,
      ['item 0 loses unknown fields at "/Policy"'],
    ],
    [
      'records nothing of the API',
      toyWith({
        describe: (_context, { Id, Name }) =>
          Promise.resolve({ config: { Id: Id ?? null, Name: Name ?? null, Of: 'us' } }),
      }),
      estate,
      ['no object of an answer is recorded whole: record what the API gives instead of picking fields'],
    ],
    [
      'fails over them',
      toyWith({ list: fussy }),
      estate,
      ['the listing fails when answers hold an unknown field: Error: too wide'],
    ],
  ]),

  ...breaking('declares paths that its items have', [
    [
      'declares others',
      toyWith({
        ephemeral: ['/Seen'],
        secret: ['/Policy/*/Key'],
        unordered: [{ path: '/Labels', source: 'https://a.example' }],
      }),
      estate,
      [
        'no item has the ephemeral path /Seen',
        'no item has the secret path /Policy/*/Key',
        'no item has the unordered path /Labels',
      ],
    ],
  ]),

  ...breaking('records the same whatever the order of its unordered lists', [
    [
      'declares a path that is no list',
      toyWith({ unordered: [{ path: '/Policy', source: 'https://a.example' }] }),
      estate,
      [
        '/Policy is declared unordered and is no list',
        'no item has two different elements at /Policy: nothing is proven of its order',
      ],
    ],
    [
      'is proven over lists of one',
      toyWatcher,
      answering({ 'toy:GetTags': { Tags: [{ Key: 'a', Value: 'b' }] } }),
      ['no item has two different elements at /Tags: nothing is proven of its order'],
    ],
  ]),
];

it.each(cases)('"$title" is broken by one that $fault', async (broken) => {
  expect(await problemsOf(broken)).toEqual(broken.problems);
});
