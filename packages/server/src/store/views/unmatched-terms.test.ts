/** Names in a query that nothing bears. */
import { beforeEach, describe, expect, it } from 'vitest';
import { parseQuery } from '../../query/parse.ts';
import { printQuery } from '../../query/print.ts';
import { issueVocabulary } from '../../query/vocabulary-issues.ts';
import type { Row } from '../schema.ts';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer, type Viewer } from '../viewer.ts';
import { givenCoverage, personWith } from './testing/estate.ts';
import { unmatchedTerms } from './unmatched-terms.ts';

const db = useTestDatabase();
let prod: Row<'account'>;
let other: Row<'account'>;

const known = { technology: ['aws.sns-topic'], check: ['aws.sns-topic.open'] };

async function unmatched(text: string, viewer: Viewer = systemViewer): Promise<readonly string[]> {
  const parsed = parseQuery(text, issueVocabulary);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return (await unmatchedTerms(db(), viewer, { query: parsed.query, known })).map(printQuery);
}

beforeEach(async () => {
  prod = await givenAccount(db(), { name: 'prod', identifier: '111111111111' });
  other = await givenAccount(db(), { name: 'other' });
  const item = await givenItem(db(), { account_id: prod.id, technology: 'old.box', region: 'eu-west-1' });
  await givenIssue(db(), item, { check_id: 'old.box.lidless' });
  await givenItem(db(), { account_id: other.id, technology: 'their.box', region: 'mars' });
  await givenCoverage(db(), prod, { region: 'us-east-1' });
});

describe('a name is borne', () => {
  it.each([
    ['by an account, in any case', 'account:PROD'],
    ['by an account, as its identifier', 'account:111111111111'],
    ['by one that a star stands for', 'account:pr*'],
    ['by a technology that is watched, without an item yet', 'technology:AWS.sns-topic'],
    ['by a technology of which only items are left', 'technology:old.*'],
    ['by a check that is there', 'check:aws.sns-topic.*'],
    ['by a check of which only issues are left', 'check:old.box.lidless'],
    ['by a region that is looked at', 'region:us-east-1'],
    ['by a region in which only items lie', 'region:eu-west-1'],
    ['by what any word may be about', 'nonsense name:nonsense tag:no=sense'],
  ])('%s', async (_, text) => {
    expect(await unmatched(text)).toEqual([]);
  });
});

describe('a name is borne by nothing', () => {
  it.each([
    ['account:pord'],
    ['account:*rod1'],
    ['technology:aws.sns-topic,aws.sqs-queue'],
    ['check:aws.sns-topic'],
    ['region:us-esat-1'],
    ['-account:pord'],
  ])('%s', async (text) => {
    expect(await unmatched(text)).toEqual([quoted(text.replace(/^-/, ''))]);
  });

  it('in each part of a query', async () => {
    expect(await unmatched('(account:prod OR account:pord) -region:mras severity:high')).toEqual([
      'account:pord',
      'region:mras',
    ]);
  });

  it('that the viewer may see', async () => {
    const text = 'account:other technology:their.box region:mars';
    expect(await unmatched(text, personWith(prod))).toEqual(text.split(' '));
    expect(await unmatched(text, personWith(prod, other))).toEqual([]);
  });
});

/** A comma has to stand in quotes when it is printed. */
function quoted(text: string): string {
  return text.includes(',') ? text.replace(/:(.*)$/, ':"$1"') : text;
}
