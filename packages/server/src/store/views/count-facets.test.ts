/** Facets: the counts of what a search may be narrowed by, and of nothing that a person may not see. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseQuery } from '../../query/parse.ts';
import { everything, type Query } from '../../query/query.ts';
import type { Vocabulary } from '../../query/vocabulary.ts';
import { issueVocabulary } from '../../query/vocabulary-issues.ts';
import { itemVocabulary } from '../../query/vocabulary-items.ts';
import type { Row } from '../schema.ts';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer, type Viewer } from '../viewer.ts';
import { columnFacet, countFacets } from './count-facets.ts';
import { countIssueFacets } from './issue-facets.ts';
import { countItemFacets } from './item-facets.ts';
import { givenCoverage, hour, personWith } from './testing/estate.ts';

const db = useTestDatabase();
let prod: Row<'account'>;
let other: Row<'account'>;

function queryOf(text: string, vocabulary: Vocabulary): Query {
  const parsed = parseQuery(text, vocabulary);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.query;
}

const itemFacets = (text: string, viewer: Viewer = systemViewer) =>
  countItemFacets(db(), viewer, { query: queryOf(text, itemVocabulary), now: hour(1) });

const issueFacets = (text: string, viewer: Viewer = systemViewer) =>
  countIssueFacets(db(), viewer, {
    query: queryOf(text, issueVocabulary),
    now: hour(1),
    checksIn: () => [],
  });

const v = (value: string, count: number) => ({ value, count });

beforeEach(async () => {
  prod = await givenAccount(db(), { name: 'prod' });
  other = await givenAccount(db(), { name: 'other' });
  const bucket = await givenItem(db(), { account_id: prod.id, tags: { team: 'a' }, region: 'eu' });
  const queue = await givenItem(db(), {
    account_id: prod.id,
    technology: 'aws.sqs-queue',
    tags: { team: 'a', stage: 'b' },
    status: 'frozen',
  });
  const theirs = await givenItem(db(), { account_id: other.id });
  await givenCoverage(db(), other, { state: 'failed' });
  await givenIssue(db(), bucket, { score: 9 });
  await givenIssue(db(), bucket, { score: 10, subject: { who: 'b' } });
  await givenIssue(db(), bucket, { score: 3, subject: { who: 'c' } });
  await givenIssue(db(), queue, { score: 9, status: 'justified' });
  await givenIssue(db(), theirs, { score: 3 });
});

describe('the facets of items', () => {
  it('count each value once an item, the most frequent first', async () => {
    expect(await itemFacets('')).toEqual({
      total: 3,
      atLeast: false,
      facets: {
        severity: [v('medium', 2), v('critical', 1)],
        account: [v('prod', 2), v('other', 1)],
        technology: [v('aws.s3-bucket', 2), v('aws.sqs-queue', 1)],
        region: [v('us-east-1', 2), v('eu', 1)],
        status: [v('active', 1), v('frozen', 1), v('unverified', 1)],
        tag: [v('team=a', 2), v('stage=b', 1)],
      },
    });
  });

  it.each([
    ['a=b', 'c', '"a=b"=c'],
    ['"q"', 'x=y', '"\\"q\\""=x=y'],
    ['back\\=slash', '', '"back\\\\=slash"='],
    ['it"s', 'x', 'it"s=x'],
  ])('write a tag named %j with the value %j as %s', async (name, value, written) => {
    await givenItem(db(), { account_id: prod.id, region: 'tagged', tags: { [name]: value } });
    const { facets } = await itemFacets('region:tagged');
    expect(facets.tag).toEqual([v(written, 1)]);
  });

  it('follow the query, but for what it says of their own key', async () => {
    const { total, facets } = await itemFacets('account:prod region:eu');
    expect(total).toBe(1);
    expect(facets.account).toEqual([v('prod', 1)]);
    expect(facets.region).toEqual([v('eu', 1), v('us-east-1', 1)]);
    expect(facets.technology).toEqual([v('aws.s3-bucket', 1)]);
  });

  it.each(['severity:critical', 'severity:medium', 'severity:low'])(
    'say as many as a search for %s finds',
    async (text) => {
      const { facets } = await itemFacets('');
      const { total } = await itemFacets(text);
      const value = text.split(':')[1];
      expect(facets.severity.find((one) => one.value === value)?.count ?? 0).toBe(total);
    },
  );

  it('are of the accounts that a person may see', async () => {
    const { total, facets } = await itemFacets('', personWith(other));
    expect([total, facets.account, facets.tag, facets.severity]).toEqual([
      1,
      [v('other', 1)],
      [],
      [v('medium', 1)],
    ]);
  });
});

describe('the facets of issues', () => {
  it('count what stands', async () => {
    expect(await issueFacets('')).toEqual({
      total: 5,
      atLeast: false,
      facets: {
        severity: [v('critical', 3), v('medium', 2)],
        status: [v('open', 4), v('justified', 1)],
        account: [v('prod', 4), v('other', 1)],
        technology: [v('aws.s3-bucket', 4), v('aws.sqs-queue', 1)],
        region: [v('eu', 3), v('us-east-1', 2)],
        check: [v('aws.s3-bucket.public', 4), v('aws.sqs-queue.public', 1)],
      },
    });
  });

  it('are of the accounts that a person may see', async () => {
    const { total, facets } = await issueFacets('severity:critical', personWith(other));
    expect([total, facets.severity, facets.account]).toEqual([0, [v('medium', 1)], []]);
  });
});

describe('a search that finds too much', () => {
  it('is counted up to the cap, and says so', async () => {
    const found = await countFacets(db(), everything, {
      facets: { parity: columnFacet(null, 'parity') },
      matched: async () => sql`select n % 2 as parity from generate_series(1, 20500) as n`,
    });
    expect([found.total, found.atLeast]).toEqual([20_000, true]);
    expect(found.facets.parity.map(({ value }) => value).toSorted()).toEqual(['0', '1']);
  });
});
