/** The kit finds each fault in how a watcher bears faults. */
import { expect, it } from 'vitest';
import { readParts } from '../collect/read-parts.ts';
import {
  answering,
  type BrokenWatcher,
  breaking,
  collecting,
  describing,
  estateWith,
  nullOnFailure,
  problemsOf,
  swallowing,
} from './test-support/broken-watcher.ts';
import { estate } from './test-support/toy/box/estate.ts';
import { boxParts, listBoxes, toyWatcher, toyWith } from './test-support/toy/box/watcher.ts';

const cases: readonly BrokenWatcher[] = [
  ...breaking('rejects when the listing is denied', [
    [
      'ends the listing instead',
      toyWith({ list: swallowing }),
      estate,
      ['with toy:ListBoxes denied the listing ended as if it were complete'],
    ],
    [
      'hides why',
      toyWith({
        list: async function* (context) {
          try {
            yield* listBoxes(context);
          } catch {
            throw new Error('oh');
          }
        },
      }),
      estate,
      [
        "the listing's rejection tells of defect of no permission (Error: oh) instead of access_denied of toy:List",
      ],
    ],
  ]),

  ...breaking('gives the first page and then rejects when the second page fails', [
    [
      'ends the listing instead',
      toyWith({ list: swallowing }),
      estate,
      ['the listing ended as if it were complete, though its second page failed'],
    ],
    [
      'collects all pages first',
      toyWith({ list: collecting }),
      estate,
      ['nothing of the first page was yielded when the second page failed'],
    ],
    [
      'collects them, where the provider has no pages',
      toyWith({ list: collecting }),
      estateWith({ listing: { ...estate.listing, whole: 'as told' } }),
      [],
    ],
    [
      'is proven over one page',
      toyWatcher,
      answering({ 'toy:ListBoxes': { Boxes: [{ Id: 'b1', Name: 'crate' }] } }),
      ['the estate answers toy:ListBoxes in one page: give it two, or say why it is whole'],
    ],
  ]),

  ...breaking('says gone when an item vanishes between list and describe', [
    [
      'makes it an unreadable part',
      toyWith({
        describe: async ({ send }, listed) => readParts({ send, gone: [] }, listed, boxParts(listed)),
      }),
      estate,
      [
        'item 0 is seen instead of gone when toy:GetPolicy answers NoSuchBox',
        'item 1 is seen instead of gone when toy:GetPolicy answers NoSuchBox',
        'item 0 is seen instead of gone when toy:GetTags answers NoSuchBox',
        'item 1 is seen instead of gone when toy:GetTags answers NoSuchBox',
      ],
    ],
    [
      'describes by other calls than the estate says',
      toyWatcher,
      estateWith({ describing: ['toy:GetPolicy', 'toy:GetBox'] }),
      ["toy:GetBox is to describe items, but no item's describe calls it"],
    ],
  ]),

  ...breaking('rejects or names the permission when any of its permissions is denied', [
    [
      'reads denied as absent',
      toyWith({ describe: nullOnFailure }),
      estate,
      [
        'with toy:GetPolicy answering AccessDenied: item 0 looks whole, though its describe made the call',
        'with toy:GetPolicy answering AccessDenied: item 0 has another config or relations outside the unreadable parts',
        'with toy:GetPolicy answering AccessDenied: item 1 looks whole, though its describe made the call',
        'with toy:GetPolicy answering AccessDenied: nothing says so: the listing ended and every item looks whole',
        'with toy:GetTags answering AccessDenied: item 0 looks whole, though its describe made the call',
        'with toy:GetTags answering AccessDenied: item 0 has another config or relations outside the unreadable parts',
        'with toy:GetTags answering AccessDenied: item 1 looks whole, though its describe made the call',
        'with toy:GetTags answering AccessDenied: item 1 has another config or relations outside the unreadable parts',
        'with toy:GetTags answering AccessDenied: nothing says so: the listing ended and every item looks whole',
        ...['item 0', 'item 1'].flatMap((item) => [
          `with toy:ListKeepers answering AccessDenied: ${item} looks whole, though its describe made the call`,
          `with toy:ListKeepers answering AccessDenied: ${item} has another config or relations outside the unreadable parts`,
        ]),
        'with toy:ListKeepers answering AccessDenied: nothing says so: the listing ended and every item looks whole',
      ],
    ],
    [
      'marks another part',
      describing(({ unreadable = [], ...rest }) => ({
        ...rest,
        unreadable: unreadable.map((part) => ({
          ...part,
          path: part.path === '/Tags' ? '/Name' : part.path,
        })),
      })),
      estate,
      [
        'with toy:GetTags answering AccessDenied: item 0 has another config or relations outside the unreadable parts',
        'with toy:GetTags answering AccessDenied: item 0 has other names: make them of what the listing gives',
        'with toy:GetTags answering AccessDenied: item 1 has another config or relations outside the unreadable parts',
        'with toy:GetTags answering AccessDenied: item 1 has other names: make them of what the listing gives',
      ],
    ],
  ]),

  ...breaking('rejects or marks the part unreadable when any of its calls breaks', [
    [
      'needs the part for its tags',
      toyWith({
        tags: ({ Tags }) => {
          if (!Tags) throw new Error('no tags');
          return {};
        },
      }),
      estate,
      [
        'with toy:GetTags answering InternalError: item 0 has no tags or terms without the unreadable parts: Error: no tags',
        'with toy:GetTags answering InternalError: item 1 has no tags or terms without the unreadable parts: Error: no tags',
      ],
    ],
    [
      'marks a relation it does not have',
      toyWith({ relations: [] }),
      estate,
      [
        'with toy:ListKeepers answering InternalError: item 0 has @keepers unreadable, which is no relation of the watcher',
        'with toy:ListKeepers answering InternalError: item 1 has @keepers unreadable, which is no relation of the watcher',
      ],
    ],
    [
      'leaves out items that it could not look at',
      toyWith({
        list: async function* (context) {
          for await (const page of listBoxes(context)) {
            const tagged = await Promise.all(
              page.map((one) =>
                context.send('toy:GetTags', { Id: one['Id'] ?? null }).then(
                  () => [one],
                  () => [],
                ),
              ),
            );
            yield tagged.flat();
          }
        },
      }),
      estate,
      [
        'with toy:GetTags answering InternalError: nothing says so: the listing ended and every item looks whole',
        'with toy:GetTags answering InternalError: the listing ended as complete with other items',
      ],
    ],
    [
      'counts a breakdown among the codes of what is gone',
      toyWith({
        gone: ['NoSuchBox', 'InternalError'],
        describe: async (context, listed) =>
          readParts({ send: context.send, gone: ['InternalError'] }, listed, boxParts(listed)),
      }),
      estate,
      [
        'with toy:GetPolicy answering InternalError: item 0 is gone, though nobody said that it does not exist',
        'with toy:GetPolicy answering InternalError: item 1 is gone, though nobody said that it does not exist',
        'with toy:GetTags answering InternalError: item 0 is gone, though nobody said that it does not exist',
        'with toy:GetTags answering InternalError: item 1 is gone, though nobody said that it does not exist',
      ],
    ],
  ]),
];

it.each(cases)('"$title" is broken by one that $fault', async (broken) => {
  expect(await problemsOf(broken)).toEqual(broken.problems);
});
