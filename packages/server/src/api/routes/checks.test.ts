/** Checks and settings by the API: what they say, and what is set about them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from '../../store/testing/test-database.ts';
import { givenUnknown } from '../../store/views/testing/estate.ts';
import { type ApiTest, type Caller, createApiTest } from '../testing/api-test.ts';

const db = useTestDatabase();
let test: ApiTest;
let admin: Caller;

beforeEach(async () => {
  test = await createApiTest(db());
  admin = await test.signedIn({ role: 'admin', name: 'Ada' });
});

const check = 'fake.widget.open-rule';
const read = async () => (await test.request({ path: `/checks/${check}`, as: admin })).json();
const patch = (body: object) => test.request({ method: 'PATCH', path: `/checks/${check}`, body, as: admin });
const setting = async (key: string) => {
  const { rows } = (await test.request({ path: '/settings', as: admin })).json();
  return rows.find((row: { key: string }) => row.key === key);
};

describe('a check', () => {
  it('says what it is about, with its examples', async () => {
    expect(await read()).toMatchObject({
      id: check,
      technology: 'fake.widget',
      score: 8,
      enabled: true,
      ownScore: null,
      messages: { open: 'Port {port} is open to everybody' },
      examples: [
        { name: 'closed', reports: [] },
        { name: 'open', reports: [{ message: 'open', subject: { port: 22 } }] },
      ],
      optionsSchema: null,
      options: {},
      overrides: [],
    });
  });

  it('says what it found and could not decide', async () => {
    const account = await givenAccount(db());
    const item = await givenItem(db(), { account_id: account.id, technology: 'fake.widget' });
    await givenIssue(db(), item, { check_id: check });
    await givenIssue(db(), item, { check_id: check, status: 'fixed', subject: { who: 'b' } });
    await givenUnknown(db(), item, { check_id: check });
    expect(await read()).toMatchObject({
      issues: { open: 1, justified: 0, fixed: 1, retired: 0, frozen: 0 },
      unknowns: 1,
    });
  });

  it('is switched off and given a score, and each is taken back by itself', async () => {
    await patch({ enabled: false });
    expect((await patch({ score: 3 })).json()).toMatchObject({ enabled: false, ownScore: 3, score: 8 });
    expect(await setting('checks')).toMatchObject({
      value: { [check]: { enabled: false, score: 3 } },
      updatedBy: 'Ada',
    });
    expect((await patch({ score: null })).json()).toMatchObject({ enabled: false, ownScore: null });
    await patch({ enabled: null });
    expect(await setting('checks')).toMatchObject({ value: {} });
  });

  it('is set for some accounts, beside what is set for all and for other checks', async () => {
    const before = { 'dev-*': { 'fake.vault.unlocked': { score: 1 } } };
    const path = '/settings/overrides';
    await test.request({ method: 'PUT', path, body: { value: before }, as: admin });
    await patch({ account: 'dev-*', enabled: false });
    expect((await read()).overrides).toEqual([
      { account: 'dev-*', enabled: false, score: null, options: null },
    ]);
    expect(await setting('overrides')).toMatchObject({
      value: { 'dev-*': { 'fake.vault.unlocked': { score: 1 }, [check]: { enabled: false } } },
    });
    await patch({ account: 'dev-*', enabled: null });
    expect(await setting('overrides')).toMatchObject({ value: before });
  });

  it('that there is not is no check', async () => {
    const answer = await test.request({ path: '/checks/fake.widget.none', as: admin });
    expect([answer.statusCode, answer.json().title]).toEqual([404, 'check_unknown']);
  });

  it('is told to people of some accounts without what names others', async () => {
    await patch({ account: 'somebody-else', score: 1 });
    const some = await test.signedIn({ role: 'view', accounts: [] });
    const told = (await test.request({ path: `/checks/${check}`, as: some })).json();
    expect([told.overrides, told.options]).toEqual([null, null]);
  });
});

describe('a technology', () => {
  it('says whether it is watched and how often', async () => {
    const put = (key: string, value: object) =>
      test.request({ method: 'PUT', path: `/settings/${key}`, body: { value }, as: admin });
    await put('activation', { technologies: { 'fake.vault': false } });
    await put('intervals', { minutes: 30, technologies: { 'fake.widget': 10 } });
    const { rows } = (await test.request({ path: '/technologies', as: admin })).json();
    const told = rows.map(({ id, watched, minutes }: Record<string, unknown>) => [id, watched, minutes]);
    expect(told).toEqual([
      ['fake.note', true, 30],
      ['fake.vault', false, 30],
      ['fake.widget', true, 10],
    ]);
  });
});

describe('a setting', () => {
  it('comes with its schema and, until it is set, its default', async () => {
    expect(await setting('intervals')).toMatchObject({
      value: { minutes: 60, technologies: {} },
      schema: { type: 'object', description: 'How often accounts are watched.' },
      updatedAt: null,
      updatedBy: null,
    });
  });

  it('that there is not is refused, and so is the database’s own', async () => {
    for (const key of ['none', 'internal.digest-key']) {
      const path = `/settings/${key}`;
      const answer = await test.request({ method: 'PUT', path, body: { value: 1 }, as: admin });
      expect([answer.statusCode, answer.json().title]).toEqual([400, 'setting_unknown']);
    }
  });
});
