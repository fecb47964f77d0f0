/** Coverage, unknowns, failures and the status line: what could not be seen, and nothing of what a person may not see. */
import type { Failure } from '@security-monkey/sdk';
import { beforeEach, describe, expect, test } from 'vitest';
import { saveAccountFacts } from '../accounts.ts';
import { pastSubject, recordFailures } from '../failures.ts';
import type { Row } from '../schema.ts';
import { givenId } from '../testing/given.ts';
import { givenAccount, givenIssue, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer, type Viewer } from '../viewer.ts';
import { countSummary } from './count-summary.ts';
import { listCoverage, streamCoverage } from './list-coverage.ts';
import { listFailures } from './list-failures.ts';
import { listUnknowns } from './list-unknowns.ts';
import {
  givenCoverage,
  givenFailure,
  givenSearchable,
  givenUnknown,
  hour,
  personWith,
} from './testing/estate.ts';

const db = useTestDatabase();
const now = hour(10);
const denied: Failure = {
  class: 'access_denied',
  message: 'Access denied',
  operation: 's3:ListBuckets',
  permission: 's3:ListAllMyBuckets',
};

let prod: Row<'account'>;
let other: Row<'account'>;
let logs: Row<'item'>;
let theirs: Row<'item'>;

beforeEach(async () => {
  prod = await givenAccount(db(), { name: 'prod' });
  other = await givenAccount(db(), { name: 'other' });
  const group = { technology: 'aws.ec2-security-group' };
  await givenCoverage(db(), prod, {
    state: 'failed',
    failure: denied,
    failing_since: hour(1),
    last_complete_at: hour(0),
  });
  await givenCoverage(db(), prod, {
    ...group,
    region: 'eu-west-1',
    listed: 4,
    last_complete_at: hour(9),
    next_run_at: hour(11),
  });
  await givenCoverage(db(), prod, {
    ...group,
    region: 'us-east-1',
    state: 'never',
    holder: 'h',
    lease_until: hour(11),
  });
  await givenCoverage(db(), other, { state: 'failed', failure: denied, failing_since: hour(2) });
  logs = await givenSearchable(db(), {
    account_id: prod.id,
    name: 'logs',
    unknowns: 2,
    unreadable: [
      {
        path: '/Policy',
        class: 'access_denied',
        message: 'Denied',
        operation: 's3:GetBucketPolicy',
        permission: 's3:GetBucketPolicy',
      },
    ],
  });
  theirs = await givenSearchable(db(), {
    account_id: other.id,
    name: 'theirs',
    status: 'frozen',
    unknowns: 1,
  });
  await givenSearchable(db(), { account_id: prod.id, name: 'gone', status: 'deleted' });
});

describe('coverage', () => {
  test('scope by scope', async () => {
    const rows = await Array.fromAsync(streamCoverage(db(), systemViewer, { now }));
    expect(
      rows.map(({ account, technology, region, state }) => [account, technology, region, state]),
    ).toEqual([
      ['prod', 'aws.ec2-security-group', 'eu-west-1', 'complete'],
      ['prod', 'aws.ec2-security-group', 'us-east-1', 'never'],
      ['prod', 'aws.s3-bucket', 'global', 'failed'],
      ['other', 'aws.s3-bucket', 'global', 'failed'],
    ]);
    expect(rows[0]).toEqual({
      account: 'prod',
      technology: 'aws.ec2-security-group',
      region: 'eu-west-1',
      state: 'complete',
      running: false,
      lastComplete: hour(9),
      age: 3_600_000,
      lastAttempt: null,
      nextRun: hour(11),
      failure: null,
      failingSince: null,
      past: null,
      listed: 4,
      held: 0,
      ignored: 0,
    });
    expect(rows[1]).toMatchObject({ running: true, age: null });
    expect(rows[2]).toMatchObject({ failure: denied, failingSince: hour(1), age: 36_000_000 });
  });

  test('what is not known of the past is told beside', async () => {
    const region = { account_id: prod.id, technology: 'aws.ec2-security-group', region: 'eu-west-1' };
    const failure = { ...region, stage: 'list', class: 'access_denied', last_at: now } as const;
    await recordFailures(db(), [
      { ...failure, id: givenId(), subject: pastSubject, detail: denied },
      { ...failure, id: givenId(), subject: 'other', detail: { ...denied, message: 'of something else' } },
    ]);
    const rows = await Array.fromAsync(streamCoverage(db(), systemViewer, { now }));
    expect(rows.map(({ past }) => past)).toEqual([denied, null, null, null]);
    expect(rows[0]).toMatchObject({ state: 'complete', failure: null });
  });

  test('filters, and pages that follow each other', async () => {
    const only = async (search: Partial<Parameters<typeof listCoverage>[2]>) => {
      const { rows } = await listCoverage(db(), systemViewer, { now, limit: 9, ...search });
      return rows.map(({ account, region }) => `${account} ${region}`);
    };
    expect(await only({ account: 'other' })).toEqual(['other global']);
    expect(await only({ technology: 'aws.s3-bucket' })).toEqual(['prod global', 'other global']);
    expect(await only({ region: 'eu-west-1' })).toEqual(['prod eu-west-1']);
    expect(await only({ states: ['never', 'complete'] })).toEqual(['prod eu-west-1', 'prod us-east-1']);
    const first = await listCoverage(db(), systemViewer, { now, limit: 3 });
    const second = await listCoverage(db(), systemViewer, { now, limit: 3, after: first.next ?? '' });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([3, 1, null]);
  });
});

test('unknowns, page by page', async () => {
  await givenUnknown(db(), logs);
  await givenUnknown(db(), logs, { check_id: 'aws.s3-bucket.tls' });
  await givenUnknown(db(), theirs);
  const first = await listUnknowns(db(), systemViewer, { limit: 2 });
  const second = await listUnknowns(db(), systemViewer, { limit: 2, after: first.next ?? '' });
  expect([...first.rows, ...second.rows].map(({ name, check }) => [name, check])).toEqual([
    ['logs', 'aws.s3-bucket.public'],
    ['logs', 'aws.s3-bucket.tls'],
    ['theirs', 'aws.s3-bucket.public'],
  ]);
  expect(first.rows[0]).toEqual({
    item: logs.id,
    account: 'prod',
    technology: 'aws.s3-bucket',
    region: 'us-east-1',
    name: 'logs',
    check: 'aws.s3-bucket.public',
    class: 'access_denied',
    path: '/Policy',
    permission: 's3:GetBucketPolicy',
    message: 'Access denied',
    since: hour(0),
  });
  const ofOne = await listUnknowns(db(), systemViewer, { item: theirs.id, limit: 9 });
  expect(ofOne.rows.map(({ name }) => name)).toEqual(['theirs']);
  const ofCell = { account: 'other', technology: 'aws.s3-bucket', limit: 9 };
  expect((await listUnknowns(db(), systemViewer, ofCell)).rows.map(({ name }) => name)).toEqual(['theirs']);
  const none = await listUnknowns(db(), systemViewer, { ...ofCell, technology: 'aws.sqs-queue' });
  expect(none.rows).toEqual([]);
});

test('failures in one group for each permission', async () => {
  await givenFailure(db(), prod, { detail: denied });
  const describeDenied = { ...denied, operation: 's3:GetBucketPolicy', permission: 's3:GetBucketPolicy' };
  await givenFailure(db(), other, {
    subject: theirs.identity,
    stage: 'describe',
    detail: describeDenied,
    first_at: hour(5),
  });
  expect(await listFailures(db(), systemViewer)).toEqual([
    {
      permission: 's3:GetBucketPolicy',
      class: 'access_denied',
      operation: 's3:GetBucketPolicy',
      accounts: ['other', 'prod'],
      technologies: ['aws.s3-bucket'],
      scopes: 2,
      items: 2,
      message: 'Access denied',
      since: hour(0),
    },
    {
      permission: 's3:ListAllMyBuckets',
      class: 'access_denied',
      operation: 's3:ListBuckets',
      accounts: ['other', 'prod'],
      technologies: ['aws.s3-bucket'],
      scopes: 2,
      items: 0,
      message: 'Access denied',
      since: hour(0),
    },
  ]);
});

test('facts about an account that could not be read, which concern no scope', async () => {
  const fact = {
    ...denied,
    operation: 'organizations:DescribeOrganization',
    permission: 'organizations:Read',
  };
  await saveAccountFacts(db(), prod.id, { partition: 'aws', unreadable: [fact] });
  const groups = await listFailures(db(), systemViewer);
  expect(groups.find(({ permission }) => permission === 'organizations:Read')).toMatchObject({
    accounts: ['prod'],
    technologies: [],
    scopes: 0,
    items: 0,
    message: 'Access denied',
  });
});

test('a defect is told of each check and each watcher that has it, not of all together', async () => {
  const defect = (message: string): Failure => ({ class: 'defect', message });
  const audit = { stage: 'audit', technology: 'x.box' } as const;
  for (const item of ['1', '2'])
    await givenFailure(db(), prod, {
      ...audit,
      subject: `x.box.a/${item}`,
      detail: defect('The check a failed'),
    });
  await givenFailure(db(), prod, { ...audit, subject: 'x.box.b/1', detail: defect('The check b failed') });
  const bag = { technology: 'x.bag', subject: 'i1', detail: defect('The watcher failed') };
  await givenFailure(db(), prod, { ...bag, stage: 'describe' });
  const groups = await listFailures(db(), systemViewer);
  const defects = groups.filter((group) => group.class === 'defect');
  expect(defects.map(({ message, items }) => `${message} on ${items}`)).toEqual([
    'The check a failed on 2',
    'The watcher failed on 1',
    'The check b failed on 1',
  ]);
});

test('a part of an item fails since it could not be read, not since the item last changed', async () => {
  const part = {
    path: '/Tags',
    class: 'access_denied',
    message: 'Denied',
    permission: 's3:GetTags',
  } as const;
  await givenSearchable(db(), {
    account_id: prod.id,
    name: 'tagged',
    unreadable: [{ ...part, since: hour(7).toISOString() }],
  });
  const groups = await listFailures(db(), systemViewer);
  expect(groups.find(({ permission }) => permission === 's3:GetTags')).toMatchObject({
    since: hour(7),
    items: 1,
  });
});

describe('the status line', () => {
  test('counts what there is', async () => {
    await givenIssue(db(), logs, { score: 9, subject: { who: 1 } });
    await givenIssue(db(), logs, { score: 8, subject: { who: 2 } });
    await givenIssue(db(), logs, { score: 6, subject: { who: 3 } });
    await givenIssue(db(), theirs, { score: 0 });
    await givenIssue(db(), logs, { score: 9, subject: { who: 4 }, status: 'justified' });
    expect(await countSummary(db(), systemViewer)).toEqual({
      accounts: 2,
      items: 2,
      frozen: 1,
      openIssues: { critical: 1, high: 2, medium: 0, low: 0, informational: 1 },
      unknowns: 3,
      scopes: { never: 1, complete: 1, failed: 2, frozen: 0 },
    });
  });

  test('counts nothing foreign', async () => {
    await givenIssue(db(), logs, { score: 9 });
    expect(await countSummary(db(), personWith(other))).toEqual({
      accounts: 1,
      items: 1,
      frozen: 1,
      openIssues: { critical: 0, high: 0, medium: 0, low: 0, informational: 0 },
      unknowns: 1,
      scopes: { never: 0, complete: 0, failed: 1, frozen: 0 },
    });
  });
});

describe('a person sees nothing foreign', () => {
  test.each<[string, (viewer: Viewer) => Promise<readonly string[]>]>([
    [
      'coverage',
      async (viewer) =>
        (await listCoverage(db(), viewer, { now, limit: 9 })).rows.map(({ account }) => account),
    ],
    [
      'unknowns',
      async (viewer) => (await listUnknowns(db(), viewer, { limit: 9 })).rows.map(({ account }) => account),
    ],
    ['failures', async (viewer) => (await listFailures(db(), viewer)).flatMap(({ accounts }) => accounts)],
  ])('in %s', async (_, accountsSeen) => {
    await givenUnknown(db(), logs);
    await givenUnknown(db(), theirs);
    expect(await accountsSeen(personWith(other))).toEqual(['other']);
    expect(await accountsSeen(personWith())).toEqual([]);
  });
});
