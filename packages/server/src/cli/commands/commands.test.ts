/** What commands print and how they end, on the test database and the fake cloud. */
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { createKeyboard, type Keyboard } from '../testing/type-command.ts';

const database = useTestDatabase();
let keyboard: Keyboard;
beforeEach(() => {
  keyboard = createKeyboard(database());
});

describe('accounts', () => {
  it('are added, listed, changed and removed', async () => {
    const { type, json } = keyboard;
    const [added] = await json('account', 'add', 'fake', 'a1', '--name', 'prod', '--notes', 'mind it');
    expect(added).toMatchObject({
      type: 'fake',
      identifier: 'a1',
      name: 'prod',
      thirdParty: false,
      active: true,
    });
    expect(
      await type('account', 'update', 'prod', '--name', 'live', '--active', 'no', '--third-party', 'yes'),
    ).toEqual({
      code: 0,
      lines: ['Changed live.'],
      error: '',
    });
    expect(await json('account', 'list')).toEqual([
      { ...added, name: 'live', active: false, thirdParty: true },
    ]);
    expect(await type('account', 'remove', 'live')).toMatchObject({
      code: 2,
      error: expect.stringContaining('--yes'),
    });
    expect(await type('account', 'remove', 'a1', '--yes')).toMatchObject({ code: 0 });
    expect(await json('account', 'list')).toEqual([]);
  });

  it.each([
    {
      rule: 'an unknown type',
      argv: ['add', 'azure', 'x', '--name', 'n'],
      code: 2,
      says: 'There is no account type azure. There are: fake.',
    },
    {
      rule: 'an unknown field',
      argv: ['add', 'fake', 'x', '--name', 'n', '--field', 'role=r', '--field', 'colour'],
      code: 2,
      says: '--field takes key=value, not colour',
    },
    { rule: 'no name', argv: ['add', 'fake', 'x', '--name', ' '], code: 2, says: 'The field name is wrong' },
    {
      rule: 'a name with control characters',
      argv: ['add', 'fake', 'x', '--name', 'a\u001bb'],
      code: 2,
      says: 'The field name is wrong',
    },
    {
      rule: 'an account that is not there',
      argv: ['update', 'nobody', '--name', 'x'],
      code: 1,
      says: 'There is no account nobody.',
    },
  ])('refuse $rule', async ({ argv, code, says }) => {
    const typed = await keyboard.type('account', ...argv);
    expect(typed).toMatchObject({ code, error: expect.stringContaining(says) });
  });

  it('are not added twice, neither by identifier nor by name', async () => {
    await keyboard.json('account', 'add', 'fake', 'a1', '--name', 'prod');
    for (const [identifier, name] of [
      ['a1', 'other'],
      ['a2', 'prod'],
    ] as const)
      expect(await keyboard.type('account', 'add', 'fake', identifier, '--name', name)).toMatchObject({
        code: 1,
        error: expect.stringContaining('is there already'),
      });
    await keyboard.json('account', 'add', 'fake', 'a2', '--name', 'second');
    expect(await keyboard.type('account', 'update', 'second', '--name', 'prod')).toMatchObject({ code: 1 });
  });

  it('are imported from what list prints, all or none', async () => {
    const { json, type, files } = keyboard;
    await json('account', 'add', 'fake', 'a1', '--name', 'one');
    await json('account', 'add', 'fake', 'a2', '--name', 'two');
    const listed = (await type('account', 'list', '--json')).lines.join('\n');
    files.set('-', listed);
    expect(await json('account', 'import', '-')).toEqual([{ added: 0, changed: 0, unchanged: 2 }]);
    files.set(
      '-',
      JSON.stringify([
        { type: 'fake', identifier: 'a1', name: 'uno' },
        { type: 'fake', identifier: 'a3', name: 'three' },
      ]),
    );
    expect(await json('account', 'import', '-')).toEqual([{ added: 1, changed: 1, unchanged: 0 }]);
    files.set(
      '-',
      JSON.stringify([
        { type: 'fake', identifier: 'a4', name: 'four' },
        { type: 'fake', identifier: 'a5', name: 'three' },
      ]),
    );
    expect(await type('account', 'import', '-')).toMatchObject({
      code: 1,
      error: expect.stringContaining('three is there already'),
    });
    expect((await json('account', 'list')).map(({ name }) => name)).toEqual(['three', 'two', 'uno']);
    expect(await type('account', 'import', '/no/such/file')).toMatchObject({
      code: 1,
      error: expect.stringContaining('ENOENT'),
    });
  });

  it('are tested: every operation, with the permission that is missing', async () => {
    const { cloud, json, type } = keyboard;
    cloud.account('a1').put({ kind: 'widget', name: 'w1' });
    await json('account', 'add', 'fake', 'a1', '--name', 'prod');
    const fine = await json('account', 'test', 'prod');
    expect(fine.every(({ outcome }) => outcome === 'allowed' || outcome === 'untried')).toBe(true);
    expect(fine).toContainEqual(
      expect.objectContaining({ operation: 'fake:GetWidgetPolicy', outcome: 'allowed' }),
    );
    cloud.setFaults([
      { kind: 'access_denied', operation: 'fake:GetWidgetPolicy' },
      { kind: 'access_denied', operation: 'fake:ListNotes' },
    ]);
    const typed = await type('account', 'test', 'prod');
    expect(typed.code).toBe(1);
    expect(typed.lines).toContainEqual(expect.stringContaining('Grant fake:GetWidgetPolicy'));
    expect(typed.lines).toContainEqual(expect.stringContaining('Grant fake:ListNotes'));
    cloud.setFaults([{ kind: 'credentials', operation: 'fake:WhoAmI' }]);
    expect(await json('account', 'test', 'prod')).toEqual([
      expect.objectContaining({
        technology: null,
        operation: 'fake:WhoAmI',
        outcome: 'failed',
        class: 'credentials',
      }),
    ]);
  });
});

describe('the catalogue', () => {
  it('lists checks and technologies', async () => {
    const checks = await keyboard.json('checks', '--technology', 'fake.widget');
    expect(checks).toContainEqual(
      expect.objectContaining({ id: 'fake.widget.open-rule', score: 8, technology: 'fake.widget' }),
    );
    expect((await keyboard.json('technologies')).map(({ id }) => id)).toEqual([
      'fake.note',
      'fake.vault',
      'fake.widget',
    ]);
    expect(await keyboard.type('checks', '--technology', 'fake.gadget')).toMatchObject({ code: 2 });
  });

  it('prints permissions', async () => {
    const permissions = await keyboard.json('permissions', 'fake');
    expect(permissions).toContainEqual({ permission: 'fake:GetWidgetPolicy' });
    expect(await keyboard.type('permissions', 'fake', '--format', 'terraform')).toMatchObject({ code: 2 });
  });
});

describe('settings', () => {
  it('are set, shown, exported and imported', async () => {
    const { json, type, files } = keyboard;
    expect(await json('settings', 'set', 'intervals', '{"minutes": 30}')).toEqual([
      { key: 'intervals', value: { minutes: 30, technologies: {} } },
    ]);
    const [exported] = await json('settings', 'export');
    files.set('-', JSON.stringify({ ...exported, intervals: { minutes: 45 } }));
    expect(await type('settings', 'import', '-')).toMatchObject({ code: 0 });
    expect(await json('settings', 'get', 'intervals')).toEqual([
      { key: 'intervals', value: { minutes: 45, technologies: {} } },
    ]);
  });

  it.each([
    { argv: ['get', 'colour'], says: 'There is no setting colour. There are: networks,' },
    {
      argv: ['set', 'intervals', '{'],
      says: 'The setting intervals does not take that value: it is no JSON',
    },
    {
      argv: ['set', 'intervals', '{"minutes": 0}'],
      says: 'The setting intervals does not take that value: at minutes',
    },
    { argv: ['set', 'checks', '{"no.such.check": {}}'], says: 'there is no check no.such.check' },
  ])('refuse $argv', async ({ argv, says }) => {
    expect(await keyboard.type('settings', ...argv)).toMatchObject({
      code: 2,
      error: expect.stringContaining(says),
    });
  });
});

describe('the allow-list of the first Security Monkey', () => {
  const file = (networks: unknown) => keyboard.files.set('-', JSON.stringify(networks));
  const imported = (...options: readonly string[]) =>
    keyboard.json('settings', 'import-networks', '-', ...options);
  const stored = async () => (await keyboard.json('settings', 'get', 'networks'))[0]?.['value'];

  it('is taken by name, and leaves what it does not name', async () => {
    file({ office: '192.0.2.0/24', lab: '2001:db8::/32' });
    expect(await imported()).toEqual([{ added: 2, changed: 0, unchanged: 0, removed: 0 }]);
    await keyboard.json(
      'settings',
      'set',
      'networks',
      '[{"name":"office","cidr":"192.0.2.0/24","account":"prod","notes":"n"},{"name":"vpn","cidr":"203.0.113.1"}]',
    );
    file({ office: '192.0.2.0/25', vpn: '203.0.113.1', lab: '::1' });
    expect(await imported()).toEqual([{ added: 1, changed: 1, unchanged: 1, removed: 0 }]);
    expect(await stored()).toEqual([
      { name: 'office', cidr: '192.0.2.0/25', account: 'prod', notes: 'n' },
      { name: 'vpn', cidr: '203.0.113.1' },
      { name: 'lab', cidr: '::1' },
    ]);
    file({ vpn: '203.0.113.1' });
    expect(await imported('--authoritative')).toEqual([{ added: 0, changed: 0, unchanged: 1, removed: 2 }]);
    expect(await stored()).toEqual([{ name: 'vpn', cidr: '203.0.113.1' }]);
  });

  it.each<readonly [unknown, string]>([
    [{ office: '192.0.2.0/24', lab: 'x' }, 'at 1.cidr: is no network'],
    [{ office: 1 }, 'at office: is no network but number'],
    [['192.0.2.0/24'], 'is no object of names and networks'],
  ])('is taken whole or not: %j', async (networks, says) => {
    file(networks);
    expect(await keyboard.type('settings', 'import-networks', '-')).toMatchObject({
      code: 2,
      error: expect.stringContaining(says),
    });
    expect(await stored()).toEqual([]);
  });
});

describe('settings describe', () => {
  it('describes every setting, and one part by part', async () => {
    const all = await keyboard.json('settings', 'describe');
    expect(all.map(({ path }) => path)).toEqual([
      'networks',
      'knownAccounts',
      'ignore',
      'checks',
      'overrides',
      'intervals',
      'activation',
      'alerters',
    ]);
    const parts = await keyboard.json('settings', 'describe', 'ignore');
    expect(parts.map(({ path }) => path)).toEqual([
      'ignore',
      'ignore[].name',
      'ignore[].technology',
      'ignore[].account',
      'ignore[].prefix',
      'ignore[].tag',
      'ignore[].arn',
      'ignore[].notes',
    ]);
    expect(await keyboard.json('settings', 'describe', 'knownAccounts')).toContainEqual(
      expect.objectContaining({ list: 'fake.logs', version: '2026-11-28' }),
    );
    expect(await keyboard.type('settings', 'describe', 'colour')).toMatchObject({ code: 2 });
  });
});

describe('what was never scanned', () => {
  it('is nothing, and says what to do', async () => {
    expect(await keyboard.type('doctor')).toMatchObject({
      code: 0,
      lines: [expect.stringContaining('account add')],
    });
    expect(await keyboard.type('coverage')).toMatchObject({
      code: 0,
      lines: [expect.stringContaining('Run security-monkey scan')],
    });
    expect(await keyboard.type('items')).toMatchObject({ code: 0, lines: ['No items.'] });
    expect(await keyboard.type('issues')).toMatchObject({ code: 0, lines: ['No issues.'] });
    expect(await keyboard.json('items')).toEqual([]);
  });

  it.each([
    [['items', 'account:pord'], 'No account is called pord.'],
    [['items', 'account:pord', '--as-of', '1d'], 'No account is called pord.'],
    [
      ['issues', 'technology:no.such', '-check:no.such.check'],
      'No technology is called no.such.\nNo check is called no.such.check.',
    ],
  ])('is told apart from what is not there: %j', async (argv, error) => {
    expect(await keyboard.type(...argv)).toMatchObject({ code: 0, error });
    expect(await keyboard.type(...argv, '--json')).toMatchObject({ code: 0, lines: [], error });
  });

  it.each([
    { argv: ['item', 'show', 'nothing'], code: 1, says: 'There is no item nothing.' },
    { argv: ['item', 'history', 'nothing'], code: 1, says: 'There is no item nothing.' },
    { argv: ['issue', 'show', 'nothing'], code: 1, says: 'There is no issue nothing.' },
    { argv: ['issue', 'justify', 'nothing', '--reason', 'r'], code: 1, says: 'There is no issue nothing.' },
    { argv: ['items', 'score>=x'], code: 2, says: 'The query is wrong at character 8' },
    {
      argv: ['items', '--as-of', 'yesterday'],
      code: 2,
      says: 'yesterday is no time that --as-of understands.',
    },
    { argv: ['items', '--limit', '0'], code: 2, says: '--limit takes a positive whole number, not 0' },
  ])('$argv says so', async ({ argv, code, says }) => {
    expect(await keyboard.type(...argv)).toMatchObject({ code, error: expect.stringContaining(says) });
  });
});
