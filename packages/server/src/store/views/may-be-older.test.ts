/** What is said of an issue's age is exact only where somebody saw it become so. */
import { expect, test } from 'vitest';
import { givenAccount, givenIssue, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer } from '../viewer.ts';
import { getIssue } from './get-issue.ts';
import { givenRevision, givenSearchable, givenTransition, hour, plainText } from './testing/estate.ts';

const db = useTestDatabase();

type Life = {
  /** Null: not enrolled yet. */
  readonly enrolled?: number | null;
  /** When the item was first seen. */
  readonly seen?: number;
  readonly changed?: { readonly at: number; readonly kind: 'changed' | 'rebaseline' };
  /** When and why the issue was opened, once or again. */
  readonly opened: readonly (readonly [at: number, cause: string])[];
};

const lives: readonly (readonly [what: string, life: Life, mayBeOlder: boolean])[] = [
  ['was there when the account was enrolled', { opened: [[2, 'config']] }, true],
  ['is of an account that is not enrolled yet', { enrolled: null, opened: [[2, 'config']] }, true],
  ['came with a change', { changed: { at: 5, kind: 'changed' }, opened: [[5, 'config']] }, false],
  [
    'came with a change of the recorder, which is none',
    { changed: { at: 5, kind: 'rebaseline' }, opened: [[5, 'config']] },
    true,
  ],
  ['was there before a later change', { changed: { at: 9, kind: 'changed' }, opened: [[2, 'config']] }, true],
  ['came with a new item', { seen: 8, opened: [[8, 'config']] }, false],
  [
    'came back with a change',
    {
      changed: { at: 9, kind: 'changed' },
      opened: [
        [2, 'config'],
        [9, 'config'],
      ],
    },
    false,
  ],
  [
    'came back by other options',
    {
      changed: { at: 5, kind: 'changed' },
      opened: [
        [5, 'config'],
        [9, 'options'],
      ],
    },
    true,
  ],
  ['came with another version of its check', { seen: 8, opened: [[20, 'check']] }, true],
  ['came because time went by', { opened: [[50, 'due']] }, false],
  ['is older than the item that has it now', { seen: 8, opened: [[5, 'config']] }, true],
  ['has no history', { opened: [] }, true],
];

test.each(lives)('one that %s', async (_what, { enrolled = 1, seen = 0, changed, opened }, mayBeOlder) => {
  const account = await givenAccount(db(), { enrolled_at: enrolled === null ? null : hour(enrolled) });
  const item = await givenSearchable(db(), { account_id: account.id, first_seen: hour(seen) });
  if (changed !== undefined)
    await givenRevision(db(), item, { valid_from: hour(changed.at), kind: changed.kind });
  const [last = 0] = opened.at(-1) ?? [];
  const issue = await givenIssue(db(), item, { opened_at: hour(last) });
  for (const [index, [at, cause]] of opened.entries()) {
    const again = index > 0;
    if (again)
      await givenTransition(db(), issue, { at: hour(at - 1), from_status: 'open', to_status: 'fixed' });
    await givenTransition(db(), issue, { at: hour(at), from_status: again ? 'fixed' : null, cause });
  }
  const shown = await getIssue(db(), systemViewer, { id: issue.id, renderIssue: plainText });
  expect(shown?.mayBeOlder).toBe(mayBeOlder);
});
