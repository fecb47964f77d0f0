/** One item: who is meant by a reference, and everything that is shown of it. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../schema.ts';
import { givenAccount, givenIssue, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer } from '../viewer.ts';
import { findItem } from './find-item.ts';
import { getItem } from './get-item.ts';
import {
  givenCoverage,
  givenRelation,
  givenSearchable,
  givenUnknown,
  hour,
  personWith,
  plainText,
} from './testing/estate.ts';

const db = useTestDatabase();
let prod: Row<'account'>;
let other: Row<'account'>;

beforeEach(async () => {
  prod = await givenAccount(db(), { name: 'prod' });
  other = await givenAccount(db(), { name: 'other' });
});

async function meant(ref: string, viewer = systemViewer): Promise<unknown> {
  const found = await findItem(db(), viewer, ref);
  if (found.kind === 'found') return found.item.identity;
  return found.kind === 'ambiguous' ? found.candidates.map(({ identity }) => identity) : 'none';
}

describe('who is meant', () => {
  beforeEach(async () => {
    const s3 = { account_id: prod.id, name: 'logs', lineage: 'arn:aws:s3:::logs' };
    await givenSearchable(db(), { ...s3, identity: 'logs-1', status: 'deleted' });
    await givenSearchable(db(), { ...s3, identity: 'logs-2', first_seen: hour(9) });
    await givenSearchable(db(), {
      account_id: other.id,
      name: 'Web',
      identity: 'web-1',
      lineage: 'arn:web-1',
    });
    await givenSearchable(db(), {
      account_id: prod.id,
      name: 'web',
      identity: 'web-2',
      lineage: 'arn:web-2',
    });
    await givenSearchable(db(), {
      account_id: prod.id,
      name: 'WEB',
      identity: 'web-3',
      lineage: 'arn:web-3',
      status: 'deleted',
    });
    const gone = { account_id: prod.id, name: 'gone', lineage: 'arn:gone', status: 'deleted' } as const;
    await givenSearchable(db(), { ...gone, identity: 'gone-1' });
    await givenSearchable(db(), { ...gone, identity: 'gone-2', first_seen: hour(5) });
    const sql = { name: 'sql', status: 'deleted' } as const;
    await givenSearchable(db(), { ...sql, account_id: prod.id, identity: 'sql-1', lineage: 'arn:sql-1' });
    await givenSearchable(db(), { ...sql, account_id: other.id, identity: 'sql-2', lineage: 'arn:sql-2' });
  });

  test.each<[string, string, unknown]>([
    ['a lineage means the living item', 'arn:aws:s3:::logs', 'logs-2'],
    ['an identity means its item, also a deleted one', 'logs-1', 'logs-1'],
    ['a name means the living item', 'logs', 'logs-2'],
    ['a name as written goes before one in another case', 'web', 'web-2'],
    ['a name in any case may be ambiguous', 'wEb', ['web-2', 'web-1']],
    ['of the lives of a deleted resource the last is meant', 'gone', 'gone-2'],
    ['different deleted resources are ambiguous', 'sql', ['sql-2', 'sql-1']],
    ['a part of a name means nothing', 'lo', 'none'],
    ['stars have no meaning', 'log*', 'none'],
    ['nothing', '', 'none'],
    ['an id that nothing has', '00000000-0000-7000-8000-0000000fffff', 'none'],
    ['NUL', 'a\u0000b', 'none'],
  ])('%s', async (_, ref, expected) => {
    expect(await meant(ref)).toEqual(expected);
  });

  test('an id means its item, in any case', async () => {
    const item = await givenSearchable(db(), { account_id: prod.id, name: 'x', identity: 'x' });
    expect(await meant(item.id.toUpperCase())).toBe('x');
    expect(await meant(item.id, personWith(other))).toBe('none');
  });

  test('what a person may not see is neither found nor makes a name ambiguous', async () => {
    expect(await meant('logs', personWith(other))).toBe('none');
    expect(await meant('arn:web-2', personWith(other))).toBe('none');
    expect(await meant('wEb', personWith(other))).toBe('web-1');
  });
});

describe('what is shown', () => {
  test('everything that is known', async () => {
    await givenCoverage(db(), prod, { last_complete_at: hour(1), listed: 3 });
    const unreadable = [{ path: '/Policy', class: 'access_denied', message: 'Access denied' }] as const;
    const former = await givenSearchable(db(), {
      account_id: prod.id,
      name: 'logs',
      identity: '1',
      status: 'deleted',
    });
    const logs = await givenSearchable(db(), {
      account_id: prod.id,
      name: 'logs',
      identity: '2',
      predecessor: former.id,
      config: { Name: 'logs' },
      unreadable,
      missing_since: hour(2),
    });
    await db()
      .insertInto('ephemeral')
      .values({ item_id: logs.id, body: '{"/Used":7}', observed_hash: 'x', observed_at: hour(4) })
      .execute();
    await givenIssue(db(), logs, { subject: { who: 'low' }, score: 1 });
    await givenIssue(db(), logs, { subject: { who: 'high' }, score: 8 });
    await givenIssue(db(), logs, { subject: { who: 'fixed' }, status: 'fixed' });
    await givenUnknown(db(), logs);
    const got = await getItem(db(), systemViewer, { ref: logs.id, now: hour(3), renderIssue: plainText });
    if (got.kind !== 'found') throw new Error(got.kind);
    const { issues, undecided, coverage, ...item } = got.item;
    expect(item).toEqual({
      id: logs.id,
      account: 'prod',
      accountId: logs.account_id,
      technology: 'aws.s3-bucket',
      region: 'us-east-1',
      name: 'logs',
      providerName: 'arn:aws:s3:::logs',
      arn: 'arn:aws:s3:::logs',
      identity: '2',
      tags: {},
      score: 0,
      openIssues: 0,
      unknowns: 0,
      firstSeen: hour(0),
      lastChanged: hour(0),
      status: 'unverified',
      deletedAt: null,
      missingSince: hour(2),
      predecessor: former.id,
      config: { Name: 'logs' },
      ephemeral: { '/Used': 7 },
      observedAt: hour(4),
      unreadable,
      relations: [],
    });
    expect(issues.map(({ subject }) => subject)).toEqual([{ who: 'high' }, { who: 'low' }]);
    expect(undecided.map(({ check, permission }) => [check, permission])).toEqual([
      ['aws.s3-bucket.public', 's3:GetBucketPolicy'],
    ]);
    expect(coverage).toMatchObject({ state: 'complete', age: 7_200_000, listed: 3, running: false });
  });

  test('relations both ways, with the other item only where it may be seen', async () => {
    const group = await givenSearchable(db(), {
      account_id: prod.id,
      name: 'group',
      technology: 'aws.ec2-security-group',
      identity: 'sg-1',
    });
    const mine = await givenSearchable(db(), {
      account_id: prod.id,
      name: 'mine',
      technology: 't',
      identity: 'mine',
    });
    const theirs = await givenSearchable(db(), {
      account_id: other.id,
      name: 'theirs',
      technology: 't',
      identity: 'theirs',
    });
    await givenRelation(db(), group, { name: 'peers', technology: 't', key: 'mine' });
    await givenRelation(db(), group, { name: 'peers', technology: 't', key: 'theirs', value: { port: 1 } });
    await givenRelation(db(), group, { name: 'peers', technology: 't', key: 'ended', valid_to: hour(1) });
    const back = { name: 'uses', technology: 'aws.ec2-security-group', key: 'sg-1' };
    await givenRelation(db(), mine, back);
    await givenRelation(db(), theirs, { ...back, value: { secret: true } });
    const relations = async (viewer = systemViewer) => {
      const got = await getItem(db(), viewer, { ref: 'sg-1', now: hour(3), renderIssue: plainText });
      if (got.kind !== 'found') return got.kind;
      return got.item.relations.map(({ direction, key, itemName, value }) => [
        direction,
        key,
        itemName,
        value,
      ]);
    };
    expect(await relations()).toEqual([
      ['out', 'mine', 'mine', {}],
      ['out', 'theirs', 'theirs', { port: 1 }],
      ['in', 'mine', 'mine', {}],
      ['in', 'theirs', 'theirs', { secret: true }],
    ]);
    expect(await relations(personWith(prod))).toEqual([
      ['out', 'mine', 'mine', {}],
      ['out', 'theirs', null, { port: 1 }],
      ['in', 'mine', 'mine', {}],
    ]);
    expect(await relations(personWith(other))).toBe('none');
  });

  test('relations by ARN mean the item of the own account, and the living one of a name used again', async () => {
    const arn = 'arn:aws:iam::aws:policy/ReadOnly';
    const policy = { name: 'ReadOnly', technology: 'aws.iam-policy', identity: 'ANPA1', lineage: arn };
    const former = await givenSearchable(db(), {
      ...policy,
      account_id: prod.id,
      identity: 'ANPA0',
      status: 'deleted',
    });
    const own = await givenSearchable(db(), { ...policy, account_id: prod.id });
    const foreign = await givenSearchable(db(), { ...policy, account_id: other.id });
    const user = await givenSearchable(db(), {
      account_id: prod.id,
      name: 'ada',
      technology: 'aws.iam-user',
    });
    await givenRelation(db(), user, { name: 'attached-policies', technology: 'aws.iam-policy', key: arn });
    const ends = async (ref: string) => {
      const got = await getItem(db(), systemViewer, { ref, now: hour(3), renderIssue: plainText });
      return got.kind === 'found' ? got.item.relations.map(({ item }) => item) : got.kind;
    };
    expect(await ends(user.id)).toEqual([own.id]);
    expect(await ends(own.id)).toEqual([user.id]);
    expect(await ends(foreign.id)).toEqual([]);
    expect(await ends(former.id)).toEqual([]);
  });

  test('what is ambiguous comes back as candidates', async () => {
    await givenSearchable(db(), { account_id: prod.id, name: 'web', identity: '1' });
    await givenSearchable(db(), { account_id: other.id, name: 'web', identity: '2' });
    const got = await getItem(db(), systemViewer, { ref: 'web', now: hour(3), renderIssue: plainText });
    expect(got.kind).toBe('ambiguous');
  });
});
