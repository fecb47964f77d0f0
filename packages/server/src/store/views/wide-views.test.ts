/** Coverage by account and technology, accounts with how far they are looked at, changes and ends over all items: page by page. */
import type { Failure } from '@security-monkey/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageOfAccounts } from '../accounts.ts';
import type { Row } from '../schema.ts';
import { givenAccount, givenIssue, givenItem, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer } from '../viewer.ts';
import { scopesOfAccounts } from './account-scopes.ts';
import { coverageMatrix } from './coverage-matrix.ts';
import { endingJustifications } from './ending-justifications.ts';
import { listChanges } from './list-changes.ts';
import { everyRow, type Page } from './page.ts';
import {
  givenCoverage,
  givenJustification,
  givenRevision,
  givenUnknown,
  hour,
  personWith,
  plainText,
} from './testing/estate.ts';

const db = useTestDatabase();
const denied: Failure = { class: 'access_denied', message: 'no' };
const now = hour(10);
let prod: Row<'account'>;
let other: Row<'account'>;

beforeEach(async () => {
  prod = await givenAccount(db(), { name: 'prod' });
  other = await givenAccount(db(), { name: 'other' });
});

/** All rows, read one a page. */
async function oneByOne<R>(read: (page: { after?: string; limit: number }) => Promise<Page<R>>) {
  return await Array.fromAsync(
    everyRow((after) => read({ ...(after !== undefined && { after }), limit: 1 })),
  );
}

describe('the matrix', () => {
  beforeEach(async () => {
    const queue = { technology: 'aws.sqs-queue' };
    await givenCoverage(db(), prod, { last_complete_at: hour(1), held: 2 });
    await givenCoverage(db(), prod, {
      ...queue,
      region: 'a',
      last_complete_at: hour(2),
      next_run_at: hour(11),
    });
    await givenCoverage(db(), prod, {
      ...queue,
      region: 'b',
      state: 'failed',
      failure: denied,
      failing_since: hour(3),
      last_complete_at: hour(1),
    });
    await givenCoverage(db(), prod, {
      ...queue,
      region: 'c',
      state: 'frozen',
      failure: { ...denied, class: 'region_disabled' },
    });
    await givenCoverage(db(), other, { state: 'never', holder: 'h', lease_until: hour(11) });
  });

  it('puts the regions of a technology together, page by page', async () => {
    const cells = await oneByOne((page) => coverageMatrix(db(), systemViewer, { ...page, now }));
    const seen = { unknowns: { checks: 0, items: 0 }, permissions: [] };
    const cell = { ...seen, failingSince: null, classes: {}, held: 0, nextRun: null, running: false };
    expect(cells).toEqual([
      {
        ...cell,
        accountId: prod.id,
        account: 'prod',
        technology: 'aws.s3-bucket',
        scopes: { never: 0, complete: 1, failed: 0, frozen: 0 },
        allCompleteSince: hour(1),
        held: 2,
      },
      {
        ...cell,
        accountId: prod.id,
        account: 'prod',
        technology: 'aws.sqs-queue',
        scopes: { never: 0, complete: 1, failed: 1, frozen: 1 },
        allCompleteSince: hour(1),
        failingSince: hour(3),
        classes: { access_denied: 1, region_disabled: 1 },
        nextRun: hour(11),
      },
      {
        ...cell,
        accountId: other.id,
        account: 'other',
        technology: 'aws.s3-bucket',
        scopes: { never: 1, complete: 0, failed: 0, frozen: 0 },
        allCompleteSince: null,
        running: true,
      },
    ]);
  });

  it('counts what is unknown, and names each permission that is missing once', async () => {
    const bucket = await givenItem(db(), { account_id: prod.id });
    const theirs = await givenItem(db(), { account_id: other.id });
    const gone = await givenItem(db(), { account_id: prod.id, status: 'deleted' });
    await givenUnknown(db(), bucket);
    await givenUnknown(db(), bucket, {
      check_id: 'aws.s3-bucket.logging',
      permission: 's3:GetBucketLogging',
    });
    await givenUnknown(db(), bucket, { check_id: 'a', class: 'throttled', permission: 's3:Throttled' });
    await givenUnknown(db(), theirs);
    await givenUnknown(db(), gone, { permission: 's3:Gone' });
    await givenCoverage(db(), prod, {
      region: 'd',
      state: 'failed',
      failure: { ...denied, permission: 's3:ListAllMyBuckets' },
    });
    const { rows } = await coverageMatrix(db(), systemViewer, { now, limit: 9 });
    expect(rows.map(({ unknowns, permissions }) => [unknowns, permissions])).toEqual([
      [{ checks: 3, items: 1 }, ['s3:GetBucketLogging', 's3:GetBucketPolicy', 's3:ListAllMyBuckets']],
      [{ checks: 0, items: 0 }, []],
      [{ checks: 1, items: 1 }, ['s3:GetBucketPolicy']],
    ]);
  });

  it('is of the accounts that a person may see', async () => {
    const { rows } = await coverageMatrix(db(), personWith(other), { now, limit: 9 });
    expect(rows.map(({ account }) => account)).toEqual(['other']);
  });

  it('tells of each account how far it was looked at', async () => {
    const asked = { ids: [prod.id, other.id], now };
    const scopes = await scopesOfAccounts(db(), systemViewer, asked);
    expect(scopes.get(prod.id)).toEqual({
      never: 0,
      complete: 2,
      failed: 1,
      frozen: 1,
      allCompleteSince: hour(1),
      nextRun: hour(11),
      running: false,
    });
    expect(scopes.get(other.id)).toMatchObject({ never: 1, allCompleteSince: null, running: true });
    expect([...(await scopesOfAccounts(db(), personWith(other), asked)).keys()]).toEqual([other.id]);
  });
});

describe('accounts', () => {
  it('come by name, whatever the case, page by page', async () => {
    await givenAccount(db(), { name: 'Zoo' });
    const accounts = await oneByOne((page) => pageOfAccounts(db(), systemViewer, page));
    expect(accounts.map(({ name }) => name)).toEqual(['Zoo', 'other', 'prod']);
  });
});

describe('changes', () => {
  const search = { since: hour(0.5), unordered: () => [], meaning: () => ['It means something.'] };

  beforeEach(async () => {
    const mine = await givenItem(db(), { account_id: prod.id, name: 'mine', config: { A: 1 } });
    const theirs = await givenItem(db(), { account_id: other.id, name: 'theirs' });
    await givenRevision(db(), mine, { config: { A: 2 }, valid_from: hour(1), actor: { name: 'ada' } });
    await givenRevision(db(), mine, { config: { A: 2 }, valid_from: hour(2), kind: 'rebaseline' });
    await givenRevision(db(), theirs, { valid_from: hour(3), kind: 'deleted' });
  });

  it('are told over all items, the newest first, without those of our own making', async () => {
    const rows = await oneByOne((page) => listChanges(db(), systemViewer, { ...search, ...page }));
    expect(
      rows.map(({ name, account, kind, summary, meaning, actor }) => ({
        name,
        account,
        kind,
        summary,
        meaning,
        actor,
      })),
    ).toEqual([
      { name: 'theirs', account: 'other', kind: 'deleted', summary: 'Deleted', meaning: [], actor: null },
      {
        name: 'mine',
        account: 'prod',
        kind: 'changed',
        summary: '/A changed from 1 to 2',
        meaning: ['It means something.'],
        actor: { name: 'ada' },
      },
    ]);
  });

  it('are those since then, of that kind, that a person may see', async () => {
    const named = async (more: object, viewer = systemViewer) =>
      (await listChanges(db(), viewer, { ...search, limit: 9, ...more })).rows.map(({ name }) => name);
    expect(await named({ since: hour(1) })).toEqual(['theirs']);
    expect(await named({ kind: 'changed' })).toEqual(['mine']);
    expect(await named({}, personWith(other))).toEqual(['theirs']);
  });
});

describe('justifications that end', () => {
  it('come before a moment, the next one first, where a person may see them', async () => {
    const ends = async (account: Row<'account'>, hours: number, more: object = {}) => {
      const item = await givenItem(db(), { account_id: account.id });
      const issue = await givenIssue(db(), item, { status: 'justified' });
      await givenJustification(db(), issue, { until: hour(hours), reason: `until ${hours}`, ...more });
    };
    await ends(prod, 30);
    await ends(other, 20);
    await ends(prod, 40);
    await ends(prod, 10, { ended_at: hour(1), ended_because: 'reopened' });
    const search = { before: hour(40), renderIssue: plainText };
    const rows = await oneByOne((page) => endingJustifications(db(), systemViewer, { ...search, ...page }));
    expect(rows.map(({ reason, issue }) => [reason, issue.account])).toEqual([
      ['until 20', 'other'],
      ['until 30', 'prod'],
    ]);
    const mine = await endingJustifications(db(), personWith(prod), { ...search, limit: 9 });
    expect(mine.rows.map(({ reason }) => reason)).toEqual(['until 30']);
  });
});
