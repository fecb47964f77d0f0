/** The figures by day: counted back from now, they are what a count at the end of each day would have been. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { severityOf } from '../../query/severity.ts';
import type { Row } from '../schema.ts';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer } from '../viewer.ts';
import { issueTrend } from './issue-trend.ts';
import { countStandingIssues } from './standing-issues.ts';
import { givenTransition, hour, personWith } from './testing/estate.ts';

const db = useTestDatabase();
let account: Row<'account'>;
let other: Row<'account'>;
let item: Row<'item'>;
let lifeCount = 0;

beforeEach(async () => {
  account = await givenAccount(db());
  other = await givenAccount(db());
  item = await givenItem(db(), { account_id: account.id });
});

type Life = {
  readonly score: number;
  readonly moves: readonly (readonly [hours: number, status: Row<'issue'>['status']])[];
};

/** An issue that went through these states, each after so many hours. */
async function givenLife({ score, moves }: Life, on: Row<'item'> = item): Promise<void> {
  const status = moves.at(-1)?.[1] ?? 'open';
  lifeCount += 1;
  const subject = { n: lifeCount };
  const issue = await givenIssue(db(), on, { score, status, subject, check_id: 'aws.s3-bucket.public' });
  let before: Row<'issue'>['status'] | null = null;
  for (const [hours, to_status] of moves) {
    await givenTransition(db(), issue, { at: hour(hours), from_status: before, to_status });
    before = to_status;
  }
}

const none = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };

describe('the trend', () => {
  it('shows an issue from the day it was opened to the day it was fixed', async () => {
    await givenLife({
      score: 9,
      moves: [
        [-30, 'open'],
        [-2, 'fixed'],
      ],
    });
    await givenLife({ score: 3, moves: [[-80, 'open']] });
    expect(await issueTrend(db(), systemViewer, { until: hour(0), days: 3 })).toEqual([
      { at: hour(-48), open: { ...none, medium: 1 }, score: 3, opened: 0, closed: 0 },
      { at: hour(-24), open: { ...none, medium: 1, critical: 1 }, score: 12, opened: 1, closed: 0 },
      { at: hour(0), open: { ...none, medium: 1 }, score: 3, opened: 0, closed: 1 },
    ]);
  });

  it('leaves out what happened after its end', async () => {
    await givenLife({ score: 9, moves: [[5, 'open']] });
    const [day] = await issueTrend(db(), systemViewer, { until: hour(0), days: 1 });
    expect(day).toEqual({ at: hour(0), open: none, score: 0, opened: 0, closed: 0 });
  });

  it('counts what is justified and reopened as closed and opened', async () => {
    await givenLife({
      score: 1,
      moves: [
        [-5, 'open'],
        [-4, 'justified'],
        [-3, 'open'],
        [-2, 'frozen'],
      ],
    });
    const [day] = await issueTrend(db(), systemViewer, { until: hour(0), days: 1 });
    expect(day).toMatchObject({ open: none, opened: 2, closed: 2 });
  });

  it('is of the accounts that a person may see', async () => {
    await givenLife({ score: 9, moves: [[-1, 'open']] });
    const question = { until: hour(0), days: 1 };
    expect((await issueTrend(db(), personWith(other), question))[0]).toMatchObject({ open: none, opened: 0 });
    expect((await issueTrend(db(), personWith(account), question))[0]).toMatchObject({ opened: 1 });
  });

  it('is what a replay of every life gives', async () => {
    const status = fc.constantFrom<Row<'issue'>['status']>('open', 'justified', 'fixed', 'frozen');
    const life: fc.Arbitrary<Life> = fc.record({
      score: fc.integer({ min: 0, max: 10 }),
      moves: fc
        .array(fc.tuple(fc.integer({ min: -100, max: 30 }), status), { minLength: 1, maxLength: 5 })
        .map((moves) => distinctTimes(moves)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(life, { maxLength: 5 }),
        fc.integer({ min: 1, max: 5 }),
        async (given, days) => {
          await db().deleteFrom('issue').execute();
          for (const one of given) await givenLife(one);
          const trend = await issueTrend(db(), systemViewer, { until: hour(0), days });
          expect(trend.map(({ at, open }) => [at, open])).toEqual(
            Array.from({ length: days }, (_, index) => {
              const hours = -24 * (days - 1 - index);
              return [hour(hours), openAt(given, hours)];
            }),
          );
        },
      ),
      { numRuns: 25, seed: 7 },
    );
  });
});

/** In order, each at its own time, each another state than the one before. */
function distinctTimes(moves: Life['moves']): Life['moves'] {
  const byTime = [...new Map(moves).entries()].toSorted(([a], [b]) => a - b);
  return byTime.filter(([, state], index) => byTime[index - 1]?.[1] !== state);
}

function openAt(lives: readonly Life[], hours: number): object {
  const open: Record<string, number> = { ...none };
  for (const { score, moves } of lives) {
    const last = moves.filter(([at]) => at <= hours).at(-1);
    if (last?.[1] === 'open') open[severityOf(score)] = (open[severityOf(score)] ?? 0) + 1;
  }
  return open;
}

describe('standing issues', () => {
  it('are counted in all, by account and by technology', async () => {
    const theirs = await givenItem(db(), { account_id: other.id, technology: 'aws.sqs-queue' });
    await givenIssue(db(), item, { score: 9 });
    await givenIssue(db(), item, { score: 2, subject: { who: 'b' } });
    await givenIssue(db(), item, { score: 8, subject: { who: 'c' }, status: 'justified' });
    await givenIssue(db(), item, { score: 8, subject: { who: 'd' }, status: 'fixed' });
    await givenIssue(db(), theirs, { score: 6 });
    const found = await countStandingIssues(db(), systemViewer);
    expect(found.all).toEqual({ open: { ...none, critical: 1, low: 1, high: 1 }, score: 17, justified: 1 });
    expect([...found.accounts]).toEqual(
      expect.arrayContaining([
        [account.id, { open: { ...none, critical: 1, low: 1 }, score: 11, justified: 1 }],
        [other.id, { open: { ...none, high: 1 }, score: 6, justified: 0 }],
      ]),
    );
    expect(found.technologies.get('aws.sqs-queue')?.score).toBe(6);
    const mine = await countStandingIssues(db(), personWith(other));
    expect([mine.all.score, [...mine.accounts.keys()]]).toEqual([6, [other.id]]);
  });
});
