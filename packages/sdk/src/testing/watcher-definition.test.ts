/** The kit finds each fault in the description of a watcher. */
import { expect, it } from 'vitest';
import { type BrokenWatcher, breaking, problemsOf } from './test-support/broken-watcher.ts';
import { estate } from './test-support/toy/box/estate.ts';
import { toyWatcher, toyWith } from './test-support/toy/box/watcher.ts';

const cases: readonly BrokenWatcher[] = [
  ...breaking('is made by defineWatcher of this version of the contract', [
    ['is not', { ...toyWatcher }, estate, ['is no watcher of contract 1: make it with defineWatcher']],
  ]),

  ...breaking('has an id, a version, titles and the page of its listing call', [
    [
      'has none of them',
      toyWith({ id: 'box', version: 0, title: { one: '', many: 'Boxes' }, documentation: 'x' }),
      estate,
      [
        'id box is not written like aws.s3-bucket',
        'version 0 is no whole number from 1',
        'a title is empty',
        'documentation x is no https address',
      ],
    ],
  ]),

  ...breaking('names operations as service:Operation, each with its permission', [
    [
      'does not',
      toyWith({ permissions: { ListBoxes: 'toy:List', 'toy:GetBox': '' } }),
      estate,
      [
        'permission of ListBoxes is empty, or the operation is not service:Operation',
        'permission of toy:GetBox is empty, or the operation is not service:Operation',
      ],
    ],
  ]),

  ...breaking('says by which codes an item is gone where it asks for single items', [
    ['does not', toyWith({ gone: [] }), estate, ['gone is empty, though single items are asked for']],
  ]),

  ...breaking('declares JSON pointers, and the source of each unordered list', [
    [
      'does not',
      toyWith({ ephemeral: ['LastSeen'], unordered: [{ path: '/Tags', source: 'I know it' }] }),
      estate,
      [
        'path LastSeen is no JSON pointer: it must start with /',
        'unordered /Tags names no https page that says so',
      ],
    ],
  ]),
];

it.each(cases)('"$title" is broken by one that $fault', async (broken) => {
  expect(await problemsOf(broken)).toEqual(broken.problems);
});
