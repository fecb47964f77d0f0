/** Items and issues by the API: pages, facets, files, one of them, and what people write about them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { issueVocabulary } from '../../query/vocabulary-issues.ts';
import { itemVocabulary } from '../../query/vocabulary-items.ts';
import { upsertAuditStates } from '../../store/audit-state.ts';
import type { Row } from '../../store/schema.ts';
import { givenTime } from '../../store/testing/given.ts';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from '../../store/testing/test-database.ts';
import { givenCoverage, givenRevision, givenUnknown, hour } from '../../store/views/testing/estate.ts';
import { type ApiTest, type Caller, createApiTest } from '../testing/api-test.ts';

const db = useTestDatabase();
let test: ApiTest;
let viewer: Caller;
let account: Row<'account'>;

beforeEach(async () => {
  test = await createApiTest(db());
  viewer = await test.signedIn({ role: 'view' });
  account = await givenAccount(db(), { name: 'prod' });
});

const get = (path: string) => test.request({ path, as: viewer });
const widget = (more: Partial<Parameters<typeof givenItem>[1]> = {}) =>
  givenItem(db(), { account_id: account.id, technology: 'fake.widget', ...more });

describe('a list', () => {
  it('goes on after its last row, until there is no more', async () => {
    for (const name of ['a', 'b', 'c']) await widget({ name });
    const names: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: { rows: { name: string }[]; next: string | null } = (
        await get(`/items?sort=name&limit=1${after === '' ? '' : `&after=${after}`}`)
      ).json();
      names.push(...page.rows.map(({ name }) => name));
      after = page.next;
    }
    expect(names).toEqual(['a', 'b', 'c']);
  });

  it.each(['limit=0', 'limit=1001', 'limit=1000000000', 'limit=ten', 'sort=price'])(
    'refuses %s',
    async (query) => {
      const answer = await get(`/items?${query}`);
      expect([answer.statusCode, answer.json().title]).toEqual([400, 'request_invalid']);
    },
  );

  it('refuses the cursor of another', async () => {
    for (const name of ['a', 'b']) await widget({ name });
    const { next } = (await get('/items?sort=name&limit=1')).json();
    const answer = await get(`/items?sort=score&after=${next}`);
    expect([answer.statusCode, answer.json().title]).toEqual([400, 'request_invalid']);
  });

  it('says at which character a query is wrong', async () => {
    const answer = await get('/items?query=a%20nmae:x');
    expect(answer.json()).toMatchObject({
      title: 'query_invalid',
      status: 400,
      detail: expect.stringContaining('at character 3'),
      position: 3,
      length: 4,
      problem: expect.stringMatching(/^There is no key nmae; there are account, technology,/),
    });
  });

  it.each(['/items?', '/items/facets?', '/issues?', '/issues/facets?', '/items?asOf=2026-01-01T00:00:00Z&'])(
    'says which names in a query nothing bears: %s',
    async (path) => {
      const notes = async (query: string) =>
        (await get(`${path}query=${encodeURIComponent(query)}`)).json().notes;
      expect(await notes('account:pord OR technology:no.such OR account:pord')).toEqual([
        'No account is called pord.',
        'No technology is called no.such.',
      ]);
      expect(await notes('account:prod technology:fake.widget')).toEqual([]);
    },
  );

  it('says so once, on its first page', async () => {
    for (const name of ['a', 'b']) await widget({ name });
    const query = encodeURIComponent('account:prod OR account:pord');
    const first = (await get(`/items?limit=1&query=${query}`)).json();
    const second = (await get(`/items?limit=1&query=${query}&after=${first.next}`)).json();
    expect([first.notes, second.notes]).toEqual([['No account is called pord.'], []]);
  });

  it('counts characters where a query is wrong, and points behind its end where something is missing', async () => {
    const query = encodeURIComponent('"𝒳" account:');
    const { position, length, problem } = (await get(`/items?query=${query}`)).json();
    expect([position, length, problem]).toEqual([
      13,
      0,
      'A value is missing after account; write for example account:prod',
    ]);
  });

  it('points at no character of other requests', async () => {
    expect((await get('/items?sort=price')).json()).not.toHaveProperty('position');
  });

  it('says which entry of the ignore list covers an item', async () => {
    await widget({ ignored_by: 'temporary' });
    expect((await get('/items')).json().rows[0]).toMatchObject({ ignoredBy: 'temporary' });
  });
});

describe('an item', () => {
  it('names the checks that passed: answered, nothing found, everything readable', async () => {
    const { id } = await widget();
    const item = await db().selectFrom('item').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    await givenIssue(db(), item, { check_id: 'c.found' });
    await givenUnknown(db(), item, { check_id: 'c.unknown' });
    const fingerprints = { 'c.passed': 'x', 'c.found': 'y', 'c.unknown': 'z' };
    await upsertAuditStates(db(), [{ item_id: id, fingerprints, next_due: null, audited_at: givenTime }]);
    expect((await get(`/items/${id}`)).json()).toMatchObject({
      passed: ['c.passed'],
      auditedAt: givenTime.toISOString(),
    });
  });

  it('that no check has judged passed none', async () => {
    const { id } = await widget();
    expect((await get(`/items/${id}`)).json()).toMatchObject({ passed: [], auditedAt: null });
  });

  it('shows the difference between two of its revisions', async () => {
    const item = await widget({ config: { A: 1 } });
    const { id } = await givenRevision(db(), item, { config: { A: 2 }, valid_from: hour(1) });
    expect((await get(`/items/${item.id}/diff?to=${id}`)).json()).toMatchObject({
      before: { kind: 'created', config: { A: 1 } },
      after: { revision: id, config: { A: 2 } },
      changes: [{ kind: 'changed', path: '/A', before: 1, after: 2 }],
      policies: [],
    });
    const other = await get(`/items/${item.id}/diff?from=${item.id}`);
    expect([other.statusCode, other.json().title]).toEqual([404, 'revision_unknown']);
  });
});

describe('a file', () => {
  it('has a head and a line a row, with no formula in it', async () => {
    const item = await widget({ name: '=cmd()', tags: { a: 'b' } });
    const answer = await get('/items/export');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="security-monkey-items-2026-01-01.csv"',
      'security-monkey-scopes-not-looked-at': '0',
    });
    expect(answer.body.split('\r\n')).toEqual([
      'id,account,technology,region,name,providerName,score,openIssues,unknowns,status,ignoredBy,firstSeen,lastChanged,tags',
      `${item.id},prod,fake.widget,us-east-1,'=cmd(),arn:aws:s3:::=cmd(),0,0,0,active,,2026-01-02T03:04:05.000Z,2026-01-02T03:04:05.000Z,"{""a"":""b""}"`,
      '',
    ]);
  });

  it('holds what the search finds, however many pages that is, and what was then', async () => {
    for (let count = 0; count < 5; count += 1) await widget({ name: `w${count}` });
    const lines = async (query: string) =>
      (await get(`/items/export?format=jsonl${query}`)).body
        .split('\n')
        .filter((line) => line !== '')
        .map((line): { name: string } => JSON.parse(line));
    expect((await lines('')).map(({ name }) => name)).toEqual(['w0', 'w1', 'w2', 'w3', 'w4']);
    expect((await lines('&query=name:w3')).map(({ name }) => name)).toEqual(['w3']);
    expect(await lines('&asOf=2026-01-01T00:00:00Z')).toEqual([]);
    expect(await lines('&asOf=2026-01-03T00:00:00Z')).toHaveLength(5);
  });

  it('of issues says of how many scopes it may lack something', async () => {
    const item = await widget();
    await givenIssue(db(), item, {
      check_id: 'fake.widget.open-rule',
      message_id: 'open',
      subject: { port: 22 },
    });
    await givenCoverage(db(), account, { state: 'failed' });
    await givenCoverage(db(), account, { state: 'never', region: 'other' });
    const answer = await get('/issues/export');
    expect(answer.headers['security-monkey-scopes-not-looked-at']).toBe('2');
    expect(answer.body).toContain(',open,fake.widget.open-rule,Port 22 is open to everybody,');
  });
});

describe('the keys of a query', () => {
  it('of issues have what the vocabulary says of each', async () => {
    const { rows } = (await get('/query/keys?of=issues')).json();
    expect(rows.map(({ key }: { key: string }) => key)).toEqual(issueVocabulary.keys.map(({ key }) => key));
    expect(rows[0]).toEqual({
      key: 'account',
      aliases: [],
      type: 'text',
      description: "The account's name or identifier.",
      example: 'account:prod',
      choices: [],
    });
    expect(rows.find(({ key }: { key: string }) => key === 'lineage').aliases).toEqual(['arn']);
    expect(rows.find(({ key }: { key: string }) => key === 'status').choices[0]).toEqual({
      value: 'open',
      meaning: 'nobody has fixed or justified it',
    });
  });

  it('of items are those of items', async () => {
    const { rows } = (await get('/query/keys?of=items')).json();
    expect(rows.map(({ key }: { key: string }) => key)).toEqual(itemVocabulary.keys.map(({ key }) => key));
  });
});

describe('facets', () => {
  it('come with the total of the search', async () => {
    await widget({ tags: { team: 'a' } });
    await widget({ region: 'eu' });
    expect((await get('/items/facets?query=region:eu')).json()).toMatchObject({
      total: 1,
      atLeast: false,
      facets: { account: [{ value: 'prod', count: 1 }], region: [{ count: 1 }, { count: 1 }] },
    });
  });
});

describe('a comment', () => {
  it('is removed by its author or an administrator, by nobody else', async () => {
    const { id } = await widget();
    const [ann, bob, admin] = [
      await test.signedIn({ role: 'comment', name: 'Ann' }),
      await test.signedIn({ role: 'justify', name: 'Bob' }),
      await test.signedIn({ role: 'admin' }),
    ];
    const path = `/items/${id}/comments`;
    const write = async () =>
      (await test.request({ method: 'POST', path, body: { text: ' hello ' }, as: ann }))
        .json()
        .comments.at(-1);
    const remove = async (comment: string, caller: Caller) =>
      (await test.request({ method: 'DELETE', path: `/comments/${comment}`, as: caller })).statusCode;
    const first = await write();
    expect(first).toMatchObject({ author: 'Ann', text: 'hello' });
    expect(await remove(first.id, bob)).toBe(403);
    expect(await remove(first.id, ann)).toBe(200);
    expect(await remove((await write()).id, admin)).toBe(200);
    expect((await get(path)).json()).toEqual({ comments: [] });
  });
});

describe('the dashboard', () => {
  it('says what could not be looked at and how things stand, of all accounts or some', async () => {
    const item = await widget({ unknowns: 2 });
    await givenIssue(db(), item, { score: 9 });
    const other = await givenAccount(db(), { name: 'other' });
    const failure = { class: 'access_denied', message: 'no', permission: 'fake:ListWidgets' } as const;
    await givenCoverage(db(), other, { state: 'failed', failure, failing_since: hour(1) });
    const all = (await get('/dashboard')).json();
    expect(all).toMatchObject({
      scopes: { never: 0, complete: 0, failed: 1, frozen: 0 },
      failures: [
        {
          permission: 'fake:ListWidgets',
          accounts: ['other'],
          scopes: 1,
          hint: expect.stringContaining('Grant fake:ListWidgets'),
          since: hour(1).toISOString(),
        },
      ],
      failureGroups: 1,
      accounts: 2,
      items: 1,
      unknowns: 2,
      issues: { open: { critical: 1, high: 0 }, score: 9, justified: 0 },
      byAccount: [{ id: account.id, account: 'prod', score: 9 }],
      byTechnology: [{ technology: 'fake.widget', score: 9 }],
    });
    expect((await get(`/dashboard?account=${other.id}`)).json()).toMatchObject({
      accounts: 1,
      items: 0,
      issues: { score: 0 },
      scopes: { failed: 1 },
    });
    const both = await get(`/dashboard?account=${other.id}&account=${account.id}`);
    expect(both.json()).toEqual(all);
  });
});
