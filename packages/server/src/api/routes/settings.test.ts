/** Settings by the API: who reads what, what is wrong and where, and what follows from a change. */
import { beforeEach, describe, expect, it } from 'vitest';
import { givenAccount, givenItem, useTestDatabase } from '../../store/testing/test-database.ts';
import { type ApiTest, type Caller, createApiTest } from '../testing/api-test.ts';

const db = useTestDatabase();
let test: ApiTest;
let admin: Caller;

beforeEach(async () => {
  test = await createApiTest(db());
  admin = await test.signedIn({ role: 'admin', name: 'Ada' });
});

const all = async (as: Caller) => (await test.request({ path: '/settings', as })).json();
const put = async (key: string, body: object) =>
  await test.request({ method: 'PUT', path: `/settings/${key}`, body, as: admin });
const rule = 'fake.widget.open-rule';

describe('the settings', () => {
  it('come with the schema of each, which titles its parts and says what a text names', async () => {
    const { rows } = await all(admin);
    const ignore = rows.find(({ key }: { key: string }) => key === 'ignore');
    expect(ignore.schema).toMatchObject({
      title: 'Ignore list',
      items: {
        properties: {
          technology: { title: 'Technology', 'x-names': 'technology' },
          account: { title: 'Account', 'x-names': 'account', maxLength: 200 },
          prefix: { title: 'Beginning of the name', 'x-empty': 'Every name' },
        },
      },
    });
  });

  it('come with what they may name', async () => {
    const { names } = await all(admin);
    expect(names.technology).toContainEqual({ id: 'fake.widget', title: 'widget', options: null });
    expect(names.check.map(({ id }: { id: string }) => id)).toContain(rule);
    expect(names.list).toEqual([{ id: 'fake.logs', title: 'Deliver logs', options: null }]);
  });

  it('can be read by every role, but for the alerters, whose options may be secret', async () => {
    const keys = async (as: Caller) => (await all(as)).rows.map(({ key }: { key: string }) => key);
    const others = (await keys(admin)).filter((key: string) => key !== 'alerters');
    expect(others).toHaveLength(7);
    for (const role of ['view', 'comment', 'justify'] as const)
      expect(await keys(await test.signedIn({ role }))).toEqual(others);
  });
});

describe('a value that a setting does not take', () => {
  it.each<readonly [string, unknown, readonly (readonly [string, string])[]]>([
    [
      'networks',
      [{ name: 'a', cidr: 'here' }, { name: 'a', cidr: '::/0' }, { cidr: '::/0' }],
      [
        ['/0/cidr', 'is no network: write 203.0.113.0/24 or 2001:db8::/32'],
        ['/2/name', 'Invalid input: expected string, received undefined'],
      ],
    ],
    [
      'networks',
      [
        { name: 'a', cidr: '::/1' },
        { name: 'a', cidr: '::/0' },
      ],
      [['/1/name', 'is the name of another network too']],
    ],
    [
      'overrides',
      { 'a/b~*': { [rule]: { score: 11 } } },
      [[`/a~1b~0*/${rule}/score`, 'Too big: expected number to be <=10']],
    ],
    ['overrides', { 'a*': { none: {} } }, [['/a*/none', 'there is no check none']]],
    [
      'ignore',
      [{ name: 'x', technology: 'none', prefix: '' }],
      [['/0/technology', 'there is no technology none']],
    ],
    ['ignore', [{ name: 'x' }], [['/0', 'names nothing to ignore: give prefix, tag or arn']]],
    [
      'activation',
      { accounts: { 'a*': { none: true } } },
      [['/accounts/a*/none', 'there is no technology none']],
    ],
    [
      'intervals',
      { accounts: { 'a*': { technologies: { none: 5 } } } },
      [['/accounts/a*/technologies/none', 'there is no technology none']],
    ],
    ['knownAccounts', ['none'], [['/0', 'there is no list none; there are fake.logs']]],
    ['alerters', [{ name: 'x', alerter: 'none' }], [['/0/alerter', 'there is no alerter none']]],
  ])('%s: %j is refused where it is wrong', async (key, value, expected) => {
    const answer = await put(key, { value });
    const { title, errors } = answer.json();
    expect([answer.statusCode, title]).toEqual([400, 'setting_invalid']);
    expect(errors.map((one: { pointer: string; detail: string }) => [one.pointer, one.detail])).toEqual(
      expected,
    );
  });
});

describe('a change', () => {
  it('tells how many items the next audit judges again, of which technologies', async () => {
    const account = await givenAccount(db(), { name: 'dev-1' });
    await givenItem(db(), { account_id: account.id, technology: 'fake.widget' });
    await givenItem(db(), { account_id: account.id, technology: 'fake.widget', status: 'deleted' });
    await givenItem(db(), { account_id: account.id, technology: 'fake.vault' });
    const follows = async (key: string, value: unknown) => (await put(key, { value })).json().follows;
    const widgets = { technologies: ['fake.widget'], items: 1, atLeast: false };
    const nothing = { technologies: [], items: 0, atLeast: false };
    expect(await follows('checks', { [rule]: { score: 3 } })).toEqual(widgets);
    expect(await follows('checks', { [rule]: { score: 3 } })).toEqual(nothing);
    expect(await follows('overrides', { 'prod-*': { [rule]: { score: 4 } } })).toEqual(nothing);
    expect(await follows('overrides', { 'dev-*': { [rule]: { score: 4 } } })).toEqual(widgets);
    expect(await follows('networks', [{ name: 'office', cidr: '192.0.2.0/24' }])).toEqual({
      technologies: ['fake.vault', 'fake.widget'],
      items: 2,
      atLeast: false,
    });
    expect(await follows('intervals', { minutes: 5 })).toEqual(nothing);
  });

  it('of what was set meanwhile is refused, and says who set it', async () => {
    const updatedAt = async () =>
      (await all(admin)).rows.find(({ key }: { key: string }) => key === 'intervals').updatedAt;
    expect((await put('intervals', { value: { minutes: 5 }, basedOn: null })).statusCode).toBe(200);
    const answer = await put('intervals', { value: { minutes: 6 }, basedOn: null });
    expect([answer.statusCode, answer.json().detail]).toEqual([
      409,
      'The setting intervals was changed by Ada since it was read. Read it again, and make the change on what is there now.',
    ]);
    const again = await put('intervals', { value: { minutes: 6 }, basedOn: await updatedAt() });
    expect(again.json().value).toMatchObject({ minutes: 6 });
  });
});

describe('the networks of the first Security Monkey', () => {
  const take = async (body: object) =>
    await test.request({ method: 'POST', path: '/settings/networks/import', body, as: admin });

  it('are taken by name; those that the file does not name leave only when that is said', async () => {
    await put('networks', { value: [{ name: 'old', cidr: '192.0.2.0/24', notes: 'kept' }] });
    const office = { office: '203.0.113.0/24' };
    expect((await take({ networks: office })).json()).toMatchObject({ added: 1, removed: 0 });
    const again = await take({ networks: office, authoritative: true });
    expect(again.json()).toMatchObject({ added: 0, unchanged: 1, removed: 1 });
    expect((await all(admin)).rows[0].value).toEqual([{ name: 'office', cidr: '203.0.113.0/24' }]);
  });

  it('are refused as a whole when one is wrong', async () => {
    const answer = await take({ networks: { a: '203.0.113.0/24', b: 'x' } });
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([400, '/1/cidr']);
    expect((await all(admin)).rows[0].value).toEqual([]);
  });
});
