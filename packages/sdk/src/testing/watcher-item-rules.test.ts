/** The kit finds each fault in the items of a watcher. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { without } from '../json/pointer.ts';
import {
  answering,
  type BrokenWatcher,
  breaking,
  describing,
  estateWith,
  problemsOf,
} from './test-support/broken-watcher.ts';
import { estate } from './test-support/toy/box/estate.ts';
import { box, toyWatcher, toyWith } from './test-support/toy/box/watcher.ts';

const [crate, chest] = estate.items;
if (!crate || !chest) throw new Error('the toy estate lost its items');

let runs = 0;

const cases: readonly BrokenWatcher[] = [
  ...breaking('gives exactly the expected items', [
    [
      'gives another name',
      toyWith({ name: ({ Id }) => Id, lineage: ({ Id }) => Id }),
      estate,
      [
        'item b1: lineage b1 instead of toy:us-east-1:crate',
        'item b1: name b1 instead of crate',
        'item b2: lineage b2 instead of toy:us-east-1:chest',
        'item b2: name b2 instead of chest',
      ],
    ],
    [
      'gives another identity',
      toyWith({ identity: ({ Name }) => Name }),
      estateWith({ items: [crate] }),
      ['item b1 is missing', 'item crate is not expected', 'item chest is not expected'],
    ],
    [
      'gives other tags',
      toyWith({ tags: () => ({}) }),
      estateWith({ items: [crate, chest] }),
      ['item b1: tags {} instead of {"env":"attic","team":"toys"}'],
    ],
    [
      'gives another region',
      toyWith({ region: () => 'moon' }),
      estate,
      ['item b1: region moon instead of us-east-1', 'item b2: region moon instead of us-east-1'],
    ],
    [
      'forgets relations',
      describing(({ config }) => ({ config })),
      estate,
      ['item b1: relations  instead of {"key":"k1","name":"keepers","technology":"toy.keeper"}'],
    ],
    [
      'drops a field',
      describing(({ config, ...rest }) => ({ ...rest, config: without(config, '/LastSeen') })),
      estate,
      [
        'item b1: config differs from the expected one:\n- /LastSeen: 7',
        'item b2: config differs from the expected one:\n- /LastSeen: 9',
      ],
    ],
    [
      'marks parts unreadable for nothing',
      describing((described) => ({
        ...described,
        unreadable: [{ path: '/Tags', class: 'defect', message: 'eh' }],
      })),
      estateWith({ items: [crate, chest] }),
      [
        'item b1: /Tags is unreadable without a fault: eh',
        'item b2: /Tags is unreadable without a fault: eh',
      ],
    ],
    [
      'calls what the provider does not know',
      toyWatcher,
      answering({ 'toy:GetTags': undefined }),
      [
        'item 0 is failed: Error: the estate has no answer to toy:GetTags',
        'item 1 is failed: Error: the estate has no answer to toy:GetTags',
        'item b1 is missing',
        'item b2 is missing',
      ],
    ],
    [
      'never ends its listing',
      toyWatcher,
      answering({ 'toy:ListBoxes': { Boxes: [], Next: 'on' } }),
      [
        'the listing failed: Error: makes more than 5000 calls: its paging does not end',
        'item b1 is missing',
        'item b2 is missing',
      ],
    ],
    [
      'is proven over nothing',
      toyWatcher,
      estateWith({ items: [] }),
      ['the estate expects no item', 'item b1 is not expected', 'item b2 is not expected'],
    ],
  ]),

  ...breaking('has a schema that keeps everything', [
    [
      'strips fields',
      toyWith({
        config: z
          .object({ ...box.shape, LastSeen: z.number() })
          .extend({ Policy: z.object({ Open: z.boolean() }).nullish() }),
      }),
      estate,
      [expect.stringMatching(/^item b1: the schema changes it:\n.*Password/)],
    ],
  ]),

  ...breaking('gives each item an identity and a lineage of its own', [
    [
      'gives all the same',
      toyWith({ identity: () => 'one', lineage: () => '' }),
      estate,
      ['two items have the identity one', 'two items have the lineage ', 'an item has an empty lineage'],
    ],
  ]),

  ...breaking('gives the same in two runs', [
    [
      'counts',
      toyWith({ identity: ({ Id }) => `${Id}-${(runs += 1)}` }),
      estate,
      ['two runs over the same estate differ'],
    ],
  ]),

  ...breaking('declares the relations that it reports', [
    [
      'declares others',
      toyWith({ relations: ['owners'] }),
      estate,
      [
        'reports the relation keepers without declaring it',
        'declares the relation owners, which no item of the estate has',
      ],
    ],
  ]),

  ...breaking('finds its items in the console', [
    [
      'leads elsewhere',
      toyWith({ consolePath: ({ Id }) => `/boxes/${Id}` }),
      estateWith({ items: [{ ...crate, console: '/crates/b1' }, chest] }),
      ['item b1: console /boxes/b1 instead of /crates/b1'],
    ],
    [
      'is not proven to lead anywhere',
      toyWith({ consolePath: ({ Id }) => `/boxes/${Id}` }),
      estateWith({ items: [crate, chest] }),
      ['has a consolePath, and no item of the estate says where the console shows it'],
    ],
    [
      'knows no console',
      toyWatcher,
      estateWith({ items: [{ ...crate, console: '/crates/b1' }, chest] }),
      ['item b1 is in a console that the watcher does not know'],
    ],
  ]),
];

it.each(cases)('"$title" is broken by one that $fault', async (broken) => {
  expect(await problemsOf(broken)).toEqual(broken.problems);
});
