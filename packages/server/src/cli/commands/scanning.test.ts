/** A scan and everything that can be asked afterwards, as a user would type it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { createKeyboard, type Keyboard } from '../testing/type-command.ts';

const database = useTestDatabase();
let keyboard: Keyboard;
beforeEach(async () => {
  keyboard = createKeyboard(database());
  const account = keyboard.cloud.account('a1');
  account.put({
    kind: 'widget',
    name: 'front',
    body: { Size: 1, Members: [], Rules: [{ Port: 22, Source: '0.0.0.0/0' }] },
  });
  account.put({ kind: 'widget', name: 'back', body: { Size: 1, Members: [], Rules: [] } });
  account.put({ kind: 'note', name: 'memo', body: { Text: 'one' } });
  await keyboard.json('account', 'add', 'fake', 'a1', '--name', 'prod');
});

const itemFields = [
  'id',
  'account',
  'technology',
  'region',
  'name',
  'providerName',
  'identity',
  'tags',
  'score',
  'openIssues',
  'unknowns',
  'firstSeen',
  'lastChanged',
  'status',
];
const issueFields = [
  'id',
  'item',
  'account',
  'technology',
  'region',
  'name',
  'providerName',
  'check',
  'message',
  'subject',
  'text',
  'score',
  'evidence',
  'status',
  'openedAt',
  'mayBeOlder',
  'unverifiedSince',
];

async function openRule(): Promise<string> {
  const [issue] = await keyboard.json('issues', 'check:fake.widget.open-rule');
  return String(issue?.['id']);
}

describe('a scan', () => {
  it('counts what it did, and ends well', async () => {
    const [summary] = await keyboard.json('scan');
    expect(summary).toMatchObject({
      accounts: ['prod'],
      created: 3,
      changed: 0,
      deleted: 0,
      failedScopes: [],
      failedAccounts: [],
    });
    const again = await keyboard.type('scan');
    expect(again).toMatchObject({ code: 0, error: '' });
    expect(again.lines.slice(0, 2)).toEqual(['Scanned prod.', 'items   0 created, 0 changed, 0 deleted']);
  });

  it('gives rows with exactly the fields that machines rely on', async () => {
    await keyboard.json('scan');
    const [item] = await keyboard.json('items', 'name:front');
    expect(Object.keys(item ?? {}).toSorted()).toEqual(itemFields.toSorted());
    const [issue] = await keyboard.json('issues', 'check:fake.widget.open-rule');
    expect(Object.keys(issue ?? {}).toSorted()).toEqual(issueFields.toSorted());
    expect(issue).toMatchObject({
      name: 'front',
      score: 8,
      text: 'Port 22 is open to everybody',
      status: 'open',
    });
  });

  it('that cannot see something says so and ends with 1', async () => {
    keyboard.cloud.setFaults([{ kind: 'access_denied', operation: 'fake:ListNotes' }]);
    const typed = await keyboard.type('scan');
    expect(typed.code).toBe(1);
    expect(typed.error).toContain('prod fake.note north could not be looked at');
    expect(typed.error).toContain('Grant fake:ListNotes');
    const doctor = await keyboard.type('doctor');
    expect(doctor.code).toBe(1);
    expect(doctor.lines).toContainEqual(expect.stringContaining('Grant fake:ListNotes'));
    expect(await keyboard.json('coverage', '--failed')).toHaveLength(2);
  });

  it('of an account that cannot be entered is one line', async () => {
    keyboard.cloud.setFaults([{ kind: 'credentials', operation: 'fake:WhoAmI' }]);
    const typed = await keyboard.type('scan');
    expect(typed.code).toBe(1);
    expect(typed.error.split('\n')).toEqual([
      expect.stringMatching(/^prod cannot be watched: .* Check the credentials/),
    ]);
  });

  it.each([
    {
      argv: ['--region', 'xx-nope-1'],
      code: 2,
      says: 'No scanned account has a region xx-nope-1. There are: global, north, south.',
    },
    { argv: ['--account', 'nobody'], code: 1, says: 'There is no account nobody.' },
    { argv: ['--technology', 'fake.gadget'], code: 2, says: 'There is no technology fake.gadget.' },
  ])('refuses $argv', async ({ argv, code, says }) => {
    expect(await keyboard.type('scan', ...argv)).toMatchObject({
      code,
      error: expect.stringContaining(says),
    });
  });

  it('of nothing says so', async () => {
    await keyboard.type('account', 'update', 'prod', '--active', 'no');
    expect(await keyboard.type('scan')).toMatchObject({
      code: 1,
      error: expect.stringContaining('There is no active account'),
    });
    expect(await keyboard.type('scan', '--account', 'prod')).toMatchObject({
      code: 2,
      error: expect.stringContaining('is not active'),
    });
  });
});

describe('an item', () => {
  it('is shown by id, provider name and name, with its config', async () => {
    await keyboard.json('scan');
    const [item] = await keyboard.json('items', 'name:front');
    for (const ref of [item?.['id'], item?.['providerName'], 'front']) {
      const [shown] = await keyboard.json('item', 'show', String(ref));
      expect(shown).toMatchObject({
        id: item?.['id'],
        config: expect.objectContaining({ Name: 'front', Size: 1 }),
      });
    }
    const typed = await keyboard.type('item', 'show', 'front');
    expect(typed.lines).toContain('issues');
    expect(typed.lines).toContainEqual(expect.stringContaining('8 open Port 22 is open to everybody'));
  });

  it('has a history, differences and a past', async () => {
    await keyboard.json('scan');
    const before = keyboard.clock.now().toISOString();
    keyboard.clock.advance(3_600_000);
    keyboard.cloud.account('a1').put({ kind: 'note', name: 'memo', body: { Text: 'two' } });
    await keyboard.json('scan');
    const history = await keyboard.json('item', 'history', 'memo');
    expect(history.map(({ kind }) => kind)).toEqual(['changed', 'created']);
    expect(await keyboard.json('item', 'diff', 'memo')).toEqual([
      expect.objectContaining({ changes: [{ path: '/Text', kind: 'changed', before: 'one', after: 'two' }] }),
    ]);
    const [past] = await keyboard.json('item', 'show', 'memo', '--as-of', before);
    expect(past).toMatchObject({ config: expect.objectContaining({ Text: 'one' }) });
    expect(await keyboard.json('items', 'name:memo', '--as-of', '2020-01-01')).toEqual([]);
    expect(await keyboard.type('item', 'show', 'memo', '--as-of', '2020-01-01')).toMatchObject({
      code: 1,
      error: expect.stringContaining('was not there yet'),
    });
  });
});

describe('an issue', () => {
  it('is justified, shown so, and reopened', async () => {
    await keyboard.json('scan');
    const id = await openRule();
    expect(await keyboard.json('issue', 'justify', id, '--reason', 'a honeypot', '--until', '30d')).toEqual([
      { id, status: 'justified' },
    ]);
    const [shown] = await keyboard.json('issue', 'show', id);
    expect(shown).toMatchObject({
      status: 'justified',
      justifications: [expect.objectContaining({ reason: 'a honeypot', author: 'tester' })],
    });
    expect(await keyboard.json('issues', 'is:justified')).toHaveLength(1);
    expect(await keyboard.type('issue', 'show', id)).toMatchObject({ code: 0 });
    expect(await keyboard.json('issue', 'reopen', id)).toEqual([{ id, status: 'open' }]);
    expect(await keyboard.type('issue', 'reopen', id)).toMatchObject({
      code: 1,
      error: expect.stringContaining('is open'),
    });
  });

  it('needs a reason and an end in the future to be justified', async () => {
    await keyboard.json('scan');
    const id = await openRule();
    expect(await keyboard.type('issue', 'justify', id)).toMatchObject({ code: 2 });
    expect(
      await keyboard.type('issue', 'justify', id, '--reason', 'r', '--until', '2020-01-01'),
    ).toMatchObject({ code: 1 });
  });
});

it('an audit alone asks no provider', async () => {
  await keyboard.json('scan');
  const calls = keyboard.cloud.calls.length;
  expect(await keyboard.json('audit')).toEqual([expect.objectContaining({ opened: 0, fixed: 0 })]);
  await keyboard.type('settings', 'set', 'checks', '{"fake.widget.open-rule": {"enabled": false}}');
  await keyboard.json('audit');
  expect(await keyboard.json('issues', 'check:fake.widget.open-rule')).toEqual([]);
  expect(keyboard.cloud.calls).toHaveLength(calls);
});
