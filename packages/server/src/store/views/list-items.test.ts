/** The search of items: what each term finds, the order of pages, the row. */
import { beforeEach, describe, expect, test } from 'vitest';
import { parseQuery } from '../../query/parse.ts';
import type { Query } from '../../query/query.ts';
import { itemVocabulary } from '../../query/vocabulary-items.ts';
import type { Row } from '../schema.ts';
import { givenAccount, givenIssue, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer } from '../viewer.ts';
import { type ItemSort, listItems, streamItems } from './list-items.ts';
import { CursorError } from './page.ts';
import {
  givenCoverage,
  givenRevision,
  givenSearchable,
  givenUnknown,
  hour,
  personWith,
} from './testing/estate.ts';

const db = useTestDatabase();
const now = hour(100);

function itemQuery(text: string): Query {
  const parsed = parseQuery(text, itemVocabulary);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.query;
}

async function namesOf(text: string, viewer = systemViewer): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of streamItems(db(), viewer, { query: itemQuery(text), now })) names.push(name);
  return names;
}

let prod: Row<'account'>;
let test1: Row<'account'>;

/** Six items that live and one that is gone: each differs from its neighbours in what the terms ask for. */
beforeEach(async () => {
  prod = await givenAccount(db(), { name: 'Prod', identifier: '111111111111' });
  test1 = await givenAccount(db(), { name: 'test_1', identifier: '222222222222' });
  await givenCoverage(db(), prod, {});
  await givenCoverage(db(), prod, {
    technology: 'aws.ec2-security-group',
    region: 'eu-west-1',
    state: 'failed',
  });
  const logs = await givenSearchable(db(), {
    account_id: prod.id,
    name: 'Logs-2026',
    tags: { team: 'payments', Stage: 'live' },
    last_changed: hour(50),
    score: 12,
    open_issues: 2,
  });
  await givenIssue(db(), logs, { check_id: 'aws.s3-bucket.public', subject: { who: 'a' }, score: 7 });
  await givenIssue(db(), logs, { check_id: 'aws.s3-bucket.tls', subject: { who: 'b' }, status: 'fixed' });
  await givenRevision(db(), logs, {
    valid_from: hour(50),
    actor: { name: 'Alice', id: 'arn:aws:iam::111111111111:user/Alice' },
  });
  const web = await givenSearchable(db(), {
    account_id: prod.id,
    name: 'web%site',
    tags: { team: 'web' },
    first_seen: hour(24),
    score: 5,
    networks: ['203.0.113.7', '2001:db8::/32'],
  });
  await givenIssue(db(), web, { check_id: 'aws.s3-bucket.tls', status: 'justified' });
  await givenUnknown(db(), web);
  await db().updateTable('item').set({ unknowns: 1 }).where('id', '=', web.id).execute();
  await givenSearchable(db(), {
    account_id: prod.id,
    name: 'sg-a',
    technology: 'aws.ec2-security-group',
    scope_region: 'eu-west-1',
    region: 'eu-west-1',
    identity: 'sg-0a',
    lineage: 'arn:aws:ec2:eu-west-1:111111111111:security-group/sg-0a',
    networks: ['0.0.0.0/0', '10.1.0.0/16'],
  });
  await givenSearchable(db(), {
    account_id: test1.id,
    name: 'webXsite',
    tags: { team: 'pay_ments', 'a=b': 'c d' },
    missing_since: hour(90),
  });
  await givenSearchable(db(), {
    account_id: test1.id,
    name: 'cold',
    status: 'frozen',
    unreadable: [{ path: '/Policy', class: 'access_denied', message: 'Access denied' }],
  });
  await givenSearchable(db(), { account_id: test1.id, name: 'größe', region: 'eu-west-1' });
  await givenSearchable(db(), {
    account_id: test1.id,
    name: 'old-logs',
    status: 'deleted',
    deleted_at: hour(60),
    last_changed: hour(60),
  });
});

const living = ['Logs-2026', 'web%site', 'sg-a', 'webXsite', 'cold', 'größe'];

describe('what a term finds', () => {
  test.each<[string, readonly string[]]>([
    ['', living],
    ['account:prod', ['Logs-2026', 'web%site', 'sg-a']],
    ['account:222222222222', ['webXsite', 'cold', 'größe']],
    ['account:test_1', ['webXsite', 'cold', 'größe']],
    ['account:tes%1', []],
    ['account:t*1', ['webXsite', 'cold', 'größe']],
    ['-account:prod', ['webXsite', 'cold', 'größe']],
    ['technology:aws.ec2-security-group', ['sg-a']],
    ['technology:AWS.EC2-*', ['sg-a']],
    ['region:eu-west-1', ['sg-a', 'größe']],
    ['region:EU-*', ['sg-a', 'größe']],
    ['name:logs-2026', ['Logs-2026']],
    ['name:logs', []],
    ['name:logs*', ['Logs-2026']],
    ['name:*2026', ['Logs-2026']],
    ['name:"web%site"', ['web%site']],
    ['name:web*site', ['web%site', 'webXsite']],
    ['name:web_site', []],
    ['name:GRÖ*', ['größe']],
    ['arn:aws:s3:::cold', ['cold']],
    ['arn:aws:s3:::c*', ['cold']],
    ['lineage:arn:aws:ec2:*', ['sg-a']],
    ['lineage:ARN:aws:s3:::cold', []],
    ['tag:team', ['Logs-2026', 'web%site', 'webXsite']],
    ['-tag:team', ['sg-a', 'cold', 'größe']],
    ['tag:team=payments', ['Logs-2026']],
    ['tag:team=pay*ments', ['Logs-2026', 'webXsite']],
    ['tag:team=pay_ments', ['webXsite']],
    ['tag:Team=payments', []],
    ['tag:TEAM', []],
    ['tag:"a=b"="c d"', ['webXsite']],
    ['tag:St*', ['Logs-2026']],
    ['tag:*=live', ['Logs-2026']],
    ['tag:team=', []],
    ['-tag:team=pay*', ['web%site', 'sg-a', 'cold', 'größe']],
    ['score>=5', ['Logs-2026', 'web%site']],
    ['score:5', ['web%site']],
    ['score<5', ['sg-a', 'webXsite', 'cold', 'größe']],
    ['is:active', ['Logs-2026', 'web%site', 'größe']],
    ['is:unverified', ['sg-a', 'webXsite']],
    ['is:frozen', ['cold']],
    ['is:deleted', ['old-logs']],
    ['-is:deleted', living],
    ['is:deleted OR is:frozen', ['cold', 'old-logs']],
    ['is:open', ['Logs-2026']],
    ['is:justified', ['web%site']],
    ['is:fixed', ['Logs-2026']],
    ['is:unknown', ['web%site']],
    ['is:unreadable', ['cold']],
    ['check:aws.s3-bucket.public', ['Logs-2026']],
    ['check:aws.s3-bucket.*', ['Logs-2026', 'web%site']],
    ['check:aws.s3-bucket.tls', ['web%site']],
    ['changed>2026-01-03', ['Logs-2026']],
    ['changed:2026-01-04', ['Logs-2026']],
    ['changed>2026-01-04', []],
    ['changed>=2026-01-04', ['Logs-2026']],
    ['changed<2026-01-03', ['web%site', 'sg-a', 'webXsite', 'cold', 'größe']],
    ['changed>60h', ['Logs-2026']],
    ['changed:60h', ['Logs-2026']],
    ['changed<60h', ['web%site', 'sg-a', 'webXsite', 'cold', 'größe']],
    ['changed>=2026-01-04T05:04:05Z', ['Logs-2026']],
    ['changed>2026-01-04T05:04:05Z', []],
    ['changed:2026-01-04T06:04:05+01:00', ['Logs-2026']],
    ['first-seen>=2026-01-03', ['web%site']],
    ['cidr:203.0.113.0/24', ['web%site', 'sg-a']],
    ['cidr:0.0.0.0/0', ['web%site', 'sg-a']],
    ['cidr:2001:db8::1', ['web%site']],
    ['cidr:2001:db9::/32', []],
    ['-cidr:0.0.0.0/0', ['Logs-2026', 'webXsite', 'cold', 'größe']],
    ['actor:alice', ['Logs-2026']],
    ['actor:arn:aws:iam::*', ['Logs-2026']],
    ['actor:ali', []],
    ['logs', ['Logs-2026']],
    ['log', ['Logs-2026']],
    ['2026', ['Logs-2026']],
    ['202', []],
    ['ogs', []],
    ['*ogs*', ['Logs-2026']],
    ['payments', ['Logs-2026']],
    ['"c d"', ['webXsite']],
    ['10.1.0.0/16', ['sg-a']],
    ['10.1.0.0', ['sg-a']],
    ['sg-0a', ['sg-a']],
    ['"arn:aws:s3:::cold"', ['cold']],
    ['GRÖSSE', []],
    ['GRÖßE', ['größe']],
    ['web site', ['web%site']],
    ['web OR logs', ['Logs-2026', 'web%site', 'webXsite']],
    ['web -account:prod', ['webXsite']],
    ['-(web OR logs) technology:aws.s3-bucket', ['cold', 'größe']],
    ['"\'; drop table item; --"', []],
    ['name:"\\\\%"', []],
    ['𐐀', []],
  ])('%s', async (text, names) => {
    expect(await namesOf(text)).toEqual(names);
  });

  test('an id finds its item', async () => {
    const { rows } = await listItems(db(), systemViewer, { query: itemQuery('cold'), now, limit: 1 });
    expect(await namesOf(`id:${rows[0]?.id}`)).toEqual(['cold']);
  });

  test('names longer than an index row are told apart by their ends', async () => {
    const long = 'n'.repeat(600);
    await givenSearchable(db(), { account_id: prod.id, name: `${long}a`, identity: 'a', lineage: 'a' });
    await givenSearchable(db(), { account_id: prod.id, name: `${long}b`, identity: 'b', lineage: 'b' });
    expect(await namesOf(`name:${long}b`)).toEqual([`${long}b`]);
    expect(await namesOf(`name:${long}*`)).toEqual([`${long}a`, `${long}b`]);
    expect(await namesOf('name:n*b')).toEqual([`${long}b`]);
  });

  test('a person finds only what is in accounts that they may see', async () => {
    expect(await namesOf('', personWith(test1))).toEqual(['webXsite', 'cold', 'größe']);
    expect(await namesOf('account:prod', personWith(test1))).toEqual([]);
    expect(await namesOf('')).toEqual(living);
    expect(await namesOf('', personWith())).toEqual([]);
  });
});

test('the row', async () => {
  const page = await listItems(db(), systemViewer, { query: itemQuery('name:logs-2026'), now, limit: 10 });
  expect(page).toEqual({
    rows: [
      {
        id: page.rows[0]?.id,
        account: 'Prod',
        technology: 'aws.s3-bucket',
        region: 'us-east-1',
        name: 'Logs-2026',
        providerName: 'arn:aws:s3:::Logs-2026',
        arn: 'arn:aws:s3:::Logs-2026',
        identity: 'identity-of-Logs-2026',
        tags: { team: 'payments', Stage: 'live' },
        score: 12,
        openIssues: 2,
        unknowns: 0,
        firstSeen: hour(0),
        lastChanged: hour(50),
        status: 'active',
      },
    ],
    next: null,
  });
});

test('the status shows what is and what is not verified', async () => {
  const page = await listItems(db(), systemViewer, {
    query: itemQuery('-is:deleted OR is:deleted'),
    now,
    sort: 'id',
    limit: 10,
  });
  expect(page.rows.map(({ status }) => status)).toEqual([
    'active',
    'active',
    'unverified',
    'unverified',
    'frozen',
    'active',
    'deleted',
  ]);
});

describe('pages', () => {
  const orders: readonly (readonly [ItemSort, readonly string[]])[] = [
    ['score', ['Logs-2026', 'web%site', 'größe', 'cold', 'webXsite', 'sg-a']],
    ['name', ['cold', 'größe', 'Logs-2026', 'sg-a', 'web%site', 'webXsite']],
    ['changed', ['Logs-2026', 'größe', 'cold', 'webXsite', 'sg-a', 'web%site']],
    ['firstSeen', ['web%site', 'größe', 'cold', 'webXsite', 'sg-a', 'Logs-2026']],
    ['id', living],
  ];

  async function walk(sort: ItemSort, order: 'asc' | 'desc' | undefined, limit: number) {
    const names: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await listItems(db(), systemViewer, {
        query: itemQuery(''),
        now,
        sort,
        order,
        after,
        limit,
      });
      names.push(...page.rows.map(({ name }) => name));
      if (page.next === null) return names;
      after = page.next;
    }
  }

  test.each(orders)('sorted by %s, pages of any size give the same rows, both ways', async (sort, names) => {
    for (const limit of [1, 2, 3, 6, 7]) expect(await walk(sort, undefined, limit)).toEqual(names);
    const forward = await walk(sort, 'asc', 2);
    const back = await walk(sort, 'desc', 2);
    expect(back).toEqual(forward.toReversed());
  });

  test('a page of exactly the rest is the last', async () => {
    const page = await listItems(db(), systemViewer, { query: itemQuery(''), now, limit: 6 });
    expect(page.next).toBe(null);
  });

  test.each([0, -1, Number.NaN, 0.5])('a limit of %d gives one row', async (limit) => {
    const page = await listItems(db(), systemViewer, { query: itemQuery(''), now, limit });
    expect(page.rows).toHaveLength(1);
  });

  test('a cursor that no list has given, or of another order, is refused', async () => {
    const first = await listItems(db(), systemViewer, { query: itemQuery(''), now, limit: 1 });
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = '00000000-0000-7000-8000-000000000001';
    for (const after of [
      '',
      'x',
      first.next?.slice(0, -4) ?? '',
      forged(null),
      forged({ l: 'items.score:desc', k: ['1'] }),
      forged({ l: 'items.score:desc', k: ['1; drop table item', id] }),
      forged({ l: 'items.score:desc', k: ['99999999999', id] }),
      forged({ l: 'items.score:desc', k: ['1', 'x'] }),
      forged({ l: 'items.name:asc', k: ['1', id] }),
    ]) {
      const page = listItems(db(), systemViewer, { query: itemQuery(''), now, after, limit: 1 });
      await expect(page).rejects.toThrow(CursorError);
    }
    const other = listItems(db(), systemViewer, {
      query: itemQuery(''),
      now,
      sort: 'name',
      after: first.next ?? '',
      limit: 1,
    });
    await expect(other).rejects.toThrow('The cursor belongs to a list in another order');
  });
});
