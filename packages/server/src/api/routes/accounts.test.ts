/** Accounts by the API: added, changed, tried, scanned, removed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { givenAccount, givenItem, useTestDatabase } from '../../store/testing/test-database.ts';
import { givenCoverage } from '../../store/views/testing/estate.ts';
import { type ApiTest, type Caller, createApiTest } from '../testing/api-test.ts';

const db = useTestDatabase();
let test: ApiTest;
let admin: Caller;

beforeEach(async () => {
  test = await createApiTest(db());
  admin = await test.signedIn({ role: 'admin' });
});

const draft = { type: 'fake', identifier: 'a1', name: ' prod ', notes: 'ours' };
const post = (body: object) => test.request({ method: 'POST', path: '/accounts', body, as: admin });

describe('an account', () => {
  it('is added in the form in which it is kept, and listed', async () => {
    const added = (await post(draft)).json();
    expect(added).toMatchObject({
      type: 'fake',
      identifier: 'a1',
      name: 'prod',
      fields: {},
      active: true,
      thirdParty: false,
      notes: 'ours',
      enrolledAt: null,
      scopes: { never: 0, complete: 0, failed: 0, frozen: 0, allCompleteSince: null, running: false },
    });
    const list = await test.request({ path: '/accounts', as: admin });
    expect(list.json()).toEqual({ rows: [added], next: null });
  });

  it.each([
    ['of a type that there is not', { ...draft, type: 'none' }, 400, 'account_type_unknown'],
    ['with a field that there is not', { ...draft, active: 'yes' }, 400, 'request_invalid'],
    ['that is there already', { ...draft, name: 'other' }, 409, 'account_exists'],
    ['whose name is taken', { ...draft, identifier: 'a2' }, 409, 'account_exists'],
  ])('%s is refused', async (...[, body, status, code]) => {
    await post(draft);
    const answer = await post(body);
    expect([answer.statusCode, answer.json().title]).toEqual([status, code]);
  });

  it('is changed in what is given, and keeps the rest', async () => {
    const { id } = (await post(draft)).json();
    const path = `/accounts/${id}`;
    const answer = await test.request({ method: 'PATCH', path, body: { active: false }, as: admin });
    expect(answer.json()).toMatchObject({ active: false, name: 'prod', notes: 'ours' });
    const entries = await db().selectFrom('audit_log').select(['action', 'target']).orderBy('at').execute();
    expect(entries).toEqual([
      { action: 'account.add', target: { id, name: 'prod', identifier: 'a1' } },
      { action: 'account.change', target: { id, changed: ['active'] } },
    ]);
  });

  it('shows its fields to administrators only', async () => {
    const { id } = await givenAccount(db(), { type: 'fake', fields: '{"externalId": "x"}' });
    const path = `/accounts/${id}`;
    const viewer = await test.signedIn({ role: 'justify' });
    expect((await test.request({ path, as: admin })).json().fields).toEqual({ externalId: 'x' });
    expect((await test.request({ path, as: viewer })).json().fields).toBeNull();
  });

  it('goes with everything recorded of it once its name is given', async () => {
    const { id, name } = await givenAccount(db(), { type: 'fake' });
    await givenItem(db(), { account_id: id });
    const remove = (given: string) =>
      test.request({ method: 'DELETE', path: `/accounts/${id}?name=${given}`, as: admin });
    expect((await remove('other')).statusCode).toBe(400);
    expect(await db().selectFrom('item').select('id').execute()).toHaveLength(1);
    expect((await remove(name)).statusCode).toBe(200);
    expect(await db().selectFrom('item').select('id').execute()).toEqual([]);
  });
});

describe('a test of an account', () => {
  const lines = async (identifier: string) => {
    const { id } = await givenAccount(db(), { type: 'fake', identifier });
    const answer = await test.request({ method: 'POST', path: `/accounts/${id}/test`, as: admin });
    expect(answer.headers['content-type']).toBe('application/jsonl; charset=utf-8');
    return answer.body
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
  };

  it('tells every operation that it tried, and what to do about those that were refused', async () => {
    test.cloud.account('a1').put({ kind: 'widget', name: 'w' });
    test.cloud.setFaults([{ operation: 'fake:ListVaults', kind: 'access_denied' }]);
    const trials = await lines('a1');
    expect(trials).toContainEqual({
      technology: null,
      operation: 'fake:WhoAmI',
      permission: 'fake:WhoAmI',
      outcome: 'allowed',
      message: '',
      class: null,
      hint: null,
    });
    expect(trials.filter(({ outcome }) => outcome === 'refused')).toEqual([
      expect.objectContaining({
        technology: 'fake.vault',
        operation: 'fake:ListVaults',
        class: 'access_denied',
        hint: expect.stringContaining('Grant'),
      }),
    ]);
  });

  it('records nothing', async () => {
    await lines('a1');
    expect(await db().selectFrom('coverage').select('region').execute()).toEqual([]);
  });
});

describe('a scan that is asked for', () => {
  it('makes the account’s scopes due at once', async () => {
    const account = await givenAccount(db(), { type: 'fake' });
    const item = await givenItem(db(), { account_id: account.id, technology: 'fake.widget' });
    const later = new Date('2030-01-01T00:00:00Z');
    for (const technology of ['fake.widget', 'fake.vault'])
      await givenCoverage(db(), account, { technology, next_run_at: later });
    const commenter = await test.signedIn({ role: 'comment' });
    const answer = await test.request({ method: 'POST', path: `/items/${item.id}/rescan`, as: commenter });
    const askedAt = test.clock.now();
    expect(answer.json()).toEqual({ askedAt: askedAt.toISOString(), technologies: ['fake.widget'] });
    const times = await db().selectFrom('coverage').select(['technology', 'next_run_at']).execute();
    expect(new Map(times.map(({ technology, next_run_at }) => [technology, next_run_at]))).toEqual(
      new Map([
        ['fake.widget', askedAt],
        ['fake.vault', later],
      ]),
    );
  });

  it('is refused for an account that is not active', async () => {
    const { id } = await givenAccount(db(), { type: 'fake', active: false });
    const answer = await test.request({
      method: 'POST',
      path: `/accounts/${id}/rescan`,
      body: {},
      as: admin,
    });
    expect([answer.statusCode, answer.json().title]).toEqual([409, 'account_inactive']);
  });
});
