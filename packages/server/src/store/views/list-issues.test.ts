/** The search of issues, one issue's life, and what a person may see of them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { parseQuery } from '../../query/parse.ts';
import type { Query } from '../../query/query.ts';
import { issueVocabulary } from '../../query/vocabulary-issues.ts';
import type { Row } from '../schema.ts';
import { givenId } from '../testing/given.ts';
import { givenAccount, givenIssue, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer } from '../viewer.ts';
import { getIssue } from './get-issue.ts';
import { type IssueSort, listIssues, streamIssues } from './list-issues.ts';
import {
  givenJustification,
  givenSearchable,
  givenTransition,
  hour,
  personWith,
  plainText,
} from './testing/estate.ts';

const db = useTestDatabase();

const basics = {
  now: hour(100),
  renderIssue: plainText,
  checksIn: (category: string) =>
    category === 'internet-accessible' ? ['aws.s3-bucket.public', 'aws.s3-bucket.open'] : [],
};

function issueQuery(text: string): Query {
  const parsed = parseQuery(text, issueVocabulary);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.query;
}

/** The subjects' names, which tell the issues of these tests apart. */
async function found(text: string, viewer = systemViewer): Promise<readonly unknown[]> {
  const search = { ...basics, query: issueQuery(text) };
  return Array.fromAsync(streamIssues(db(), viewer, search), ({ subject }) => subject['who']);
}

let prod: Row<'account'>;
let other: Row<'account'>;
let logs: Row<'item'>;
let a: Row<'issue'>;

beforeEach(async () => {
  prod = await givenAccount(db(), { name: 'prod' });
  other = await givenAccount(db(), { name: 'other' });
  logs = await givenSearchable(db(), {
    account_id: prod.id,
    name: 'logs',
    tags: { team: 'x' },
    networks: ['10.0.0.0/8'],
  });
  const group = await givenSearchable(db(), {
    account_id: other.id,
    name: 'group',
    technology: 'aws.ec2-security-group',
    region: 'eu-west-1',
  });
  a = await givenIssue(db(), logs, {
    subject: { who: 'a' },
    details: { n: 1 },
    score: 9,
    opened_at: hour(48),
    changed_at: hour(72),
  });
  await givenIssue(db(), logs, { subject: { who: 'b' }, score: 6, status: 'justified', message_id: 'other' });
  await givenIssue(db(), logs, { subject: { who: 'c' }, score: 6, status: 'fixed', fixed_at: hour(1) });
  await givenIssue(db(), logs, { subject: { who: 'd' }, score: 5, status: 'retired' });
  await givenIssue(db(), group, { subject: { who: 'e' }, score: 0, unverified_since: hour(3) });
  await givenIssue(db(), group, { subject: { who: 'f' }, score: 2, status: 'frozen' });
});

describe('what a term finds', () => {
  test.each<[string, string]>([
    ['', 'abef'],
    ['is:open', 'ae'],
    ['status:open', 'ae'],
    ['is:justified', 'b'],
    ['is:fixed', 'c'],
    ['status:retired', 'd'],
    ['is:frozen', 'f'],
    ['is:unverified', 'e'],
    ['is:fixed OR is:retired', 'cd'],
    ['-is:fixed', 'abdef'],
    ['-is:justified', 'aef'],
    ['account:prod', 'ab'],
    ['technology:aws.ec2-*', 'ef'],
    ['region:eu-west-1', 'ef'],
    ['name:logs', 'ab'],
    ['arn:aws:s3:::logs', 'ab'],
    ['tag:team=x', 'ab'],
    ['cidr:10.1.2.3', 'ab'],
    ['score>=6', 'ab'],
    ['score<6', 'ef'],
    ['severity:critical', 'a'],
    ['severity:high', 'b'],
    ['severity:informational OR severity:low', 'ef'],
    ['check:aws.s3-bucket.public', 'ab'],
    ['check:AWS.EC2-SECURITY-GROUP.public', 'ef'],
    ['check:*.public', 'abef'],
    ['message:other', 'b'],
    ['category:internet-accessible', 'ab'],
    ['category:informational', ''],
    ['opened>2026-01-03', 'a'],
    ['opened>53h', 'a'],
    ['changed>=2026-01-05', 'a'],
    ['logs', 'ab'],
    ['aws.ec2-security-group.p', 'ef'],
    ['10.0.0.0/8', 'ab'],
  ])('%s', async (text, subjects) => {
    expect(await found(text)).toEqual(subjects.split('').filter(Boolean));
  });

  test("an id finds the issue, an item's id its issues", async () => {
    expect(await found(`id:${a.id}`)).toEqual(['a']);
    expect(await found(`id:${logs.id}`)).toEqual(['a', 'b']);
  });

  test('a person finds only what is in accounts that they may see', async () => {
    expect(await found('', personWith(other))).toEqual(['e', 'f']);
    expect(await found(`id:${a.id}`, personWith(other))).toEqual([]);
    expect(await found('', personWith())).toEqual([]);
  });
});

test('the row', async () => {
  const page = await listIssues(db(), systemViewer, { ...basics, query: issueQuery('score:9'), limit: 5 });
  expect(page).toEqual({
    rows: [
      {
        id: a.id,
        item: logs.id,
        account: 'prod',
        technology: 'aws.s3-bucket',
        region: 'us-east-1',
        name: 'logs',
        providerName: 'arn:aws:s3:::logs',
        arn: 'arn:aws:s3:::logs',
        check: 'aws.s3-bucket.public',
        message: 'public',
        subject: { who: 'a' },
        text: 'aws.s3-bucket.public/public',
        score: 9,
        evidence: [{ path: '/a', value: 1 }],
        status: 'open',
        openedAt: hour(48),
        mayBeOlder: true,
        unverifiedSince: null,
      },
    ],
    next: null,
  });
});

test.each<[IssueSort, string]>([
  ['score', 'abfe'],
  ['opened', 'afeb'],
  ['id', 'abef'],
])('sorted by %s, pages of any size give the same rows', async (sort, subjects) => {
  for (const limit of [1, 2, 3, 4]) {
    const names: unknown[] = [];
    for (let after: string | undefined; ; ) {
      const page = await listIssues(db(), systemViewer, {
        ...basics,
        query: issueQuery(''),
        sort,
        after,
        limit,
      });
      names.push(...page.rows.map(({ subject }) => subject['who']));
      if (page.next === null) break;
      after = page.next;
    }
    expect(names.join('')).toBe(subjects);
  }
});

describe('getIssue', () => {
  test('with transitions and justifications, the newest first, and comments', async () => {
    await givenTransition(db(), a, { at: hour(48) });
    await givenTransition(db(), a, {
      at: hour(49),
      from_status: 'open',
      to_status: 'justified',
      cause: 'person',
    });
    await givenJustification(db(), a, {
      created_at: hour(49),
      ended_at: hour(50),
      ended_because: 'evidence',
    });
    await givenJustification(db(), a, { created_at: hour(51), reason: 'again', until: hour(200) });
    await db()
      .insertInto('comment')
      .values({
        id: givenId(),
        account_id: prod.id,
        issue_id: a.id,
        author: 'bob',
        at: hour(52),
        text: 'why?',
      })
      .execute();
    const issue = await getIssue(db(), systemViewer, { id: a.id.toUpperCase(), renderIssue: plainText });
    expect(issue).toMatchObject({
      id: a.id,
      text: 'aws.s3-bucket.public/public',
      details: { n: 1 },
      changedAt: hour(72),
      fixedAt: null,
    });
    expect(issue?.transitions).toEqual([
      { at: hour(49), from: 'open', to: 'justified', cause: 'person', detail: {} },
      { at: hour(48), from: null, to: 'open', cause: 'config', detail: {} },
    ]);
    expect(
      issue?.justifications.map(({ reason, until, endedBecause }) => [reason, until, endedBecause]),
    ).toEqual([
      ['again', hour(200), null],
      ['a public website', null, 'evidence'],
    ]);
    expect(issue?.comments.map(({ text }) => text)).toEqual(['why?']);
  });

  test('nothing for what does not exist, is no id, or may not be seen', async () => {
    const request = { renderIssue: plainText };
    expect(await getIssue(db(), systemViewer, { ...request, id: logs.id })).toBe(undefined);
    expect(await getIssue(db(), systemViewer, { ...request, id: 'x' })).toBe(undefined);
    expect(await getIssue(db(), personWith(other), { ...request, id: a.id })).toBe(undefined);
  });
});

describe('an issue whose scope could not be listed', () => {
  beforeEach(async () => {
    await db()
      .insertInto('coverage')
      .values({
        account_id: prod.id,
        technology: logs.technology,
        region: logs.scope_region,
        state: 'failed',
        failing_since: hour(90),
      })
      .execute();
  });

  test('is found as unverified, while it stands', async () => {
    expect(await found('is:unverified')).toEqual(['a', 'b', 'e']);
    expect(await found('-is:unverified')).toEqual(['f']);
  });

  test('says since when', async () => {
    const page = await listIssues(db(), systemViewer, {
      ...basics,
      query: issueQuery('account:prod'),
      limit: 10,
    });
    expect(page.rows.map(({ unverifiedSince }) => unverifiedSince)).toEqual([hour(90), hour(90)]);
    const one = await getIssue(db(), systemViewer, { id: a.id, renderIssue: plainText });
    expect(one?.unverifiedSince).toEqual(hour(90));
  });
});
