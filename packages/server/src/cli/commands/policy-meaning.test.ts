/** `item diff` and `item history` say what a change of a policy means. */
import type { JsonObject } from '@security-monkey/sdk';
import { beforeEach, expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { createKeyboard, type Keyboard } from '../testing/type-command.ts';

const database = useTestDatabase();
let keyboard: Keyboard;
beforeEach(async () => {
  keyboard = createKeyboard(database());
  await keyboard.json('account', 'add', 'fake', 'a1', '--name', 'prod');
});

const own = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sqs:*', Resource: '*' };
const stranger = { ...own, Principal: { AWS: '999988887777' }, Action: 'sqs:SendMessage' };
const lets = 'This change lets account 999988887777 write to the note (sqs:SendMessage).';
const takes = 'This change takes away that account 999988887777 may write to the note (sqs:SendMessage).';

/** Scans the note with each policy in turn, an hour apart. */
async function scanWith(...policies: readonly (readonly JsonObject[])[]): Promise<void> {
  for (const Statement of policies) {
    keyboard.cloud
      .account('a1')
      .put({ kind: 'note', name: 'memo', body: { Text: '', Policy: { Statement } } });
    await keyboard.json('scan');
    keyboard.clock.advance(3_600_000);
  }
}

it.each([
  ['a grant more', [own], [own, stranger], [lets]],
  ['a grant less', [own, stranger], [own], [takes]],
  ['a rewriting', [own, stranger], [stranger, { ...own, Sid: 'Own', Action: ['SQS:*'] }], []],
] as const)('%s', async (...[, before, after, sentences]) => {
  await scanWith(before, after);
  const typed = await keyboard.type('item', 'diff', 'memo');
  expect(typed.lines.filter((line) => line.startsWith('This change'))).toEqual(sentences);
  const [diff] = await keyboard.json('item', 'diff', 'memo');
  expect(diff?.['policies']).toEqual(
    sentences.map((sentence) => ({ path: '/Policy', sentences: [sentence] })),
  );
  const history = await keyboard.json('item', 'history', 'memo');
  expect(history.map(({ kind, meaning }) => [kind, meaning])).toEqual([
    ['changed', sentences],
    ['created', []],
  ]);
});

it('between any two states, each told against the other', async () => {
  await scanWith([own], [own, stranger], [own]);
  const history = await keyboard.json('item', 'history', 'memo');
  expect(history.map(({ meaning }) => meaning)).toEqual([[takes], [lets], []]);
  const [third, second, first] = history.map(({ id }) => String(id));
  const meaningOf = async (from = '', to = '') => {
    const [diff] = await keyboard.json('item', 'diff', 'memo', from, to);
    return diff?.['policies'];
  };
  expect(await meaningOf(first, third)).toEqual([]);
  expect(await meaningOf(first, second)).toMatchObject([{ sentences: [lets] }]);
  expect(await meaningOf(second, third)).toMatchObject([{ sentences: [takes] }]);
});

it('a policy that goes with its item is told by that', async () => {
  const account = keyboard.cloud.account('a1');
  for (const name of ['a', 'b', 'c', 'd', 'e']) account.put({ kind: 'note', name, body: { Text: '' } });
  await scanWith([stranger]);
  account.remove('note', 'memo');
  await keyboard.json('scan');
  await keyboard.json('scan');
  const [last] = await keyboard.json('item', 'history', 'memo');
  expect(last).toMatchObject({ kind: 'deleted', meaning: [] });
  const [diff] = await keyboard.json('item', 'diff', 'memo');
  expect(diff).toMatchObject({ policies: [] });
});
