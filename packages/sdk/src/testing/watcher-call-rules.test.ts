/** The kit finds each fault in the calls of a watcher. */
import { expect, it } from 'vitest';
import type { Watcher } from '../define/watcher.ts';
import { OperationError } from '../failure.ts';
import { type BrokenWatcher, breaking, problemsOf } from './test-support/broken-watcher.ts';
import { estate } from './test-support/toy/box/estate.ts';
import { toyWatcher, toyWith } from './test-support/toy/box/watcher.ts';

const { permissions } = toyWatcher;

const confirming = (confirm: NonNullable<Watcher['confirm']>) => toyWith({ confirm });

const cases: readonly BrokenWatcher[] = [
  ...breaking('calls exactly the operations that it declares', [
    [
      'declares others',
      toyWith({
        permissions: { ...Object.fromEntries(Object.entries(permissions).slice(1)), 'toy:Open': 'toy:Open' },
      }),
      estate,
      [
        'calls toy:ListBoxes, which is not among its permissions',
        'declares toy:Open, which it did not call: extend the estate, or drop it',
      ],
    ],
  ]),

  ...breaking('confirms what is there, and says gone only by a code in gone', [
    ['asks nothing', confirming(() => Promise.resolve()), estate, ['confirm makes no call']],
    [
      'says that everything is there',
      confirming(async ({ send }) => {
        await send('toy:GetBox', {}).catch(() => {});
      }),
      estate,
      [
        'confirm does not say gone when toy:GetBox answers NoSuchBox',
        'confirm says that the item is there when toy:GetBox answers AccessDenied',
        'confirm says that the item is there when toy:GetBox answers InternalError',
      ],
    ],
    [
      'takes any failure for gone',
      confirming(async ({ send }) => {
        await send('toy:GetBox', {}).catch(() => {
          throw new OperationError({ class: 'not_found', code: 'NoSuchBox', message: 'gone' });
        });
      }),
      estate,
      [
        'confirm says gone when toy:GetBox answers AccessDenied',
        'confirm says gone when toy:GetBox answers InternalError',
      ],
    ],
    [
      'rejects for what is there',
      confirming(() => Promise.reject(new Error('oh'))),
      estate,
      ['confirm rejects for an item that is there: Error: oh'],
    ],
  ]),
];

it.each(cases)('"$title" is broken by one that $fault', async (broken) => {
  expect(await problemsOf(broken)).toEqual(broken.problems);
});
