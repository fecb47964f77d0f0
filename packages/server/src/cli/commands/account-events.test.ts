/** A change of accounts is told once, by one event that says what they were and what they are. */
import { beforeEach, expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { createKeyboard, type Keyboard } from '../testing/type-command.ts';

const database = useTestDatabase();
let keyboard: Keyboard;
beforeEach(() => {
  keyboard = createKeyboard(database());
});

async function told() {
  const rows = await database().selectFrom('outbox').select(['kind', 'payload']).orderBy('id').execute();
  return rows.map(({ kind, payload: { setting, by, before, after } }) => [kind, setting, by, before, after]);
}

const one = { type: 'fake', identifier: 'a1', name: 'one', thirdParty: false, active: true };
const two = { ...one, identifier: 'a2', name: 'two' };
const event = (before: readonly object[], after: readonly object[]) => [
  'settings.changed',
  'accounts',
  'tester',
  before,
  after,
];

it('of one that is added, changed and removed', async () => {
  await keyboard.json('account', 'add', 'fake', 'a1', '--name', 'one');
  await keyboard.json('account', 'update', 'one', '--third-party', 'yes');
  await keyboard.json('account', 'update', 'one', '--notes', 'nothing that a finding depends on');
  await keyboard.json('account', 'remove', 'one', '--yes');
  const foreign = { ...one, thirdParty: true };
  expect(await told()).toEqual([event([], [one]), event([one], [foreign]), event([foreign], [])]);
});

it('of many that are imported', async () => {
  await keyboard.json('account', 'add', 'fake', 'a1', '--name', 'one');
  const uno = { ...one, name: 'uno' };
  keyboard.files.set('-', JSON.stringify([uno, two]));
  await keyboard.json('account', 'import', '-');
  await keyboard.json('account', 'import', '-');
  expect(await told()).toEqual([event([], [one]), event([one], [uno, two])]);
});

it('and not of one that could not be added', async () => {
  await keyboard.json('account', 'add', 'fake', 'a1', '--name', 'one');
  expect((await keyboard.type('account', 'add', 'fake', 'a1', '--name', 'uno')).code).toBe(1);
  expect(await told()).toEqual([event([], [one])]);
});
