/** Every list of the API as a file: the rows of the list with its filters, all of them, in both forms, and no formulas. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertAuditEntry } from '../../store/audit-log.ts';
import { insertMessage } from '../../store/messages.ts';
import type { Row, Tables } from '../../store/schema.ts';
import { insertSubscription } from '../../store/subscriptions.ts';
import { givenId, givenTime } from '../../store/testing/given.ts';
import { givenSubscription } from '../../store/testing/given-subscription.ts';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from '../../store/testing/test-database.ts';
import {
  givenCoverage,
  givenJustification,
  givenRevision,
  givenUnknown,
  hour,
} from '../../store/views/testing/estate.ts';
import { type ApiTest, type Caller, createApiTest } from '../testing/api-test.ts';

const db = useTestDatabase();
let shared: Promise<ApiTest> | undefined;
let test: ApiTest;
let admin: Caller;
let item: Row<'item'>;

/** What a spreadsheet would run: in every text of the rows. */
const hostile = '=cmd()';

beforeEach(async () => {
  // The routes do not change from test to test; only what is in the database does.
  shared ??= createApiTest(db());
  test = await shared;
  admin = await test.signedIn({ role: 'admin', name: hostile });
  const account = await givenAccount(db(), { type: 'fake', name: hostile, notes: hostile });
  item = await givenItem(db(), { account_id: account.id, technology: 'fake.widget', name: hostile });
  const until = new Date(test.clock.now().getTime() + 3_600_000);
  await givenRevision(db(), item, { valid_from: hour(1), config: { A: hostile } });
  await givenUnknown(db(), item, { message: hostile });
  const failure = { class: 'access_denied', message: hostile, permission: hostile } as const;
  await givenCoverage(db(), account, { state: 'failed', failure, failing_since: givenTime, region: hostile });
  const issue = await givenIssue(db(), item, { status: 'justified' });
  await givenJustification(db(), issue, { until, reason: hostile, author: hostile });
  await insertSubscription(db(), givenSubscription({ address: hostile, created_by: hostile }));
  const entry = { id: givenId(), at: givenTime, user_id: null, author: hostile, address: '127.0.0.1' };
  await insertAuditEntry(db(), { ...entry, action: 'account.add', target: { name: hostile } });
  await insertMessage(
    db(),
    {
      id: givenId(),
      kind: 'run',
      created_at: givenTime,
      alerter: 'pigeon',
      address: hostile,
      subscription_id: null,
      account_id: account.id,
    },
    { state: 'dead', attempts: 16, subject: hostile, failure: hostile },
  );
});

/** More than the longest page, of rows like the first one of the table but for what is changed for the number `n`. */
async function many(table: keyof Tables, changed: string): Promise<void> {
  await sql`
    insert into ${sql.table(table)}
    select (jsonb_populate_record(null::public.${sql.table(table)}, to_jsonb(one) || ${sql.raw(changed)})).*
    from (select * from ${sql.table(table)} limit 1) as one, generate_series(1, 1100) as n`.execute(db());
}

const numbered = `'00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0')`;

type Case = {
  readonly list: string;
  /** Filters of which the rows that there are pass some. */
  readonly filter: string;
  /** One that no row passes. */
  readonly none?: string;
  readonly table: keyof Tables;
  /** What differs from row to row. */
  readonly changed: string;
};

const since = 'since=2026-01-01T00:00:00Z';
const noAccount = 'account=00000000-0000-7000-8000-00000000ffff';

const cases: readonly Case[] = [
  {
    list: '/changes',
    filter: `${since}&kind=created`,
    none: `${since}&kind=deleted`,
    table: 'revision',
    changed: `jsonb_build_object('id', ${numbered})`,
  },
  {
    list: '/justifications/ending',
    filter: '',
    none: noAccount,
    table: 'justification',
    changed: `jsonb_build_object('id', ${numbered}, 'ended_at', one.created_at)`,
  },
  {
    list: '/coverage',
    filter: 'state=failed',
    none: 'state=frozen',
    table: 'coverage',
    changed: `jsonb_build_object('region', '=' || n, 'state', case when n % 9 = 0 then 'complete' else 'failed' end)`,
  },
  {
    list: '/coverage/matrix',
    filter: '',
    table: 'coverage',
    changed: `jsonb_build_object('technology', '=' || n)`,
  },
  {
    list: '/unknowns',
    filter: 'technology=fake.widget',
    none: 'technology=fake.vault',
    table: 'unknown',
    changed: `jsonb_build_object('check_id', '=' || n)`,
  },
  {
    list: '/failures',
    filter: '',
    none: noAccount,
    table: 'coverage',
    changed: `jsonb_build_object('region', n, 'failure', jsonb_build_object('class', 'access_denied', 'message', '=', 'permission', '=' || n))`,
  },
  {
    list: '/accounts',
    filter: '',
    table: 'account',
    changed: `jsonb_build_object('id', ${numbered}, 'identifier', '=' || n, 'name', '=' || n)`,
  },
  {
    list: '/people',
    filter: '',
    table: 'app_user',
    changed: `jsonb_build_object('id', ${numbered}, 'email', '=' || n)`,
  },
  {
    list: '/audit-log',
    filter: '',
    table: 'audit_log',
    changed: `jsonb_build_object('id', ${numbered}, 'action', '=' || n)`,
  },
  {
    list: '/subscriptions',
    filter: '',
    table: 'subscription',
    changed: `jsonb_build_object('id', ${numbered})`,
  },
  {
    list: '/deliveries',
    filter: 'state=dead&state=pending',
    none: 'state=delivered',
    table: 'message',
    changed: `jsonb_build_object('id', ${numbered}, 'state', case when n % 9 = 0 then 'pending' else 'dead' end)`,
  },
];

async function rowsOfList(list: string, filter: string): Promise<readonly object[]> {
  const rows: object[] = [];
  let next: string | null | undefined;
  do {
    const after = next === undefined ? '' : `&after=${next}`;
    const answer = await test.request({ path: `${list}?${filter}${after}`, as: admin });
    expect(answer.statusCode).toBe(200);
    const page: { readonly rows: readonly object[]; readonly next?: string | null } = answer.json();
    rows.push(...page.rows);
    next = page.next ?? null;
  } while (next !== null);
  return rows;
}

async function file(list: string, filter: string): Promise<string> {
  const answer = await test.request({ path: `${list}/export?${filter}`, as: admin });
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
  return answer.body;
}

async function linesOf(list: string, filter: string): Promise<readonly object[]> {
  const text = await file(list, `${filter}&format=jsonl`);
  return text.split('\n').flatMap((line): readonly object[] => (line === '' ? [] : [JSON.parse(line)]));
}

describe.each(cases)('the file of $list', ({ list, filter, none, table, changed }) => {
  it('has the rows of the list with its filters, over all its pages', async () => {
    await many(table, changed);
    const rows = await rowsOfList(list, filter);
    expect(rows.length).toBeGreaterThan(list === '/justifications/ending' ? 0 : 900);
    expect(await linesOf(list, filter)).toEqual(rows);
    expect(none === undefined ? [] : await linesOf(list, none)).toEqual([]);
  });

  it('has a head and the same rows for spreadsheets, with no formula in any cell', async () => {
    const rows = await rowsOfList(list, filter);
    const text = await file(list, filter);
    const [head = '', ...lines] = text.split('\r\n');
    expect([lines.length, lines.at(-1)]).toEqual([rows.length + 1, '']);
    expect(head.split(',').map((name) => name.split('.')[0])).toEqual(
      expect.arrayContaining(Object.keys(rows[0] ?? {})),
    );
    expect(text).toContain(hostile);
    expect(text).not.toMatch(/(?:^|,|\n)"?\s*[=+@]/);
  });
});

describe('a file', () => {
  it('of revisions is of one item, and there is none of an item that there is not', async () => {
    const path = `/items/${item.id}/revisions`;
    const rows = await rowsOfList(path, '');
    expect(rows).toHaveLength(2);
    expect(await linesOf(path, '')).toEqual(rows);
    const other = await test.request({ path: `/items/${admin.userId}/revisions/export`, as: admin });
    expect([other.statusCode, other.json().title]).toEqual([404, 'item_unknown']);
  });

  it('of checks is of one technology', async () => {
    const rows = await rowsOfList('/checks', 'technology=fake.widget');
    expect(rows.length).toBeGreaterThan(2);
    expect(await linesOf('/checks', 'technology=fake.widget')).toEqual(rows);
  });

  it('has a name with the day, and says of how many scopes it may lack something, where it rests on them', async () => {
    const headersOf = async (list: string) =>
      (await test.request({ path: `${list}/export?format=jsonl`, as: admin })).headers;
    const disposition = 'attachment; filename="security-monkey-unknowns-2026-01-01.jsonl"';
    expect(await headersOf('/unknowns')).toMatchObject({
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': disposition,
      'security-monkey-scopes-not-looked-at': '1',
    });
    expect(await headersOf('/audit-log')).not.toHaveProperty('security-monkey-scopes-not-looked-at');
  });

  it('shows the fields of accounts to administrators only, as the list does', async () => {
    const fields = JSON.stringify({ role: 'secret-role' });
    await db().updateTable('account').set({ fields }).execute();
    expect(await file('/accounts', '')).toContain('secret-role');
    const viewer = await test.signedIn({ role: 'view' });
    const { body } = await test.request({ path: '/accounts/export', as: viewer });
    expect([body.includes(hostile), body.includes('secret-role')]).toEqual([true, false]);
  });
});
