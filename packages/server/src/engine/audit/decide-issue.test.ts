/** Justifying and reopening: bound to the evidence, to a time, and to who may see. */
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import type { Viewer } from '../../store/viewer.ts';
import { systemViewer } from '../../store/viewer.ts';
import { justifyIssue, type Person, reopenIssue } from './decide-issue.ts';
import {
  type AuditBench,
  changeItem,
  createAuditBench,
  enqueueItem,
  eventKindsOf,
  givenWidget,
  history,
  issues,
  quietWidget,
  totals,
} from './testing/audit-bench.ts';

const database = useTestDatabase();
const alice: Person = { viewer: systemViewer, name: 'alice' };
const day = 24 * 60 * 60 * 1000;

const publicWidget = (policy: string) => ({ ...quietWidget('w'), Policy: policy });

/** A widget with one open issue. */
async function givenIssue(): Promise<{ bench: AuditBench; itemId: string; issueId: string }> {
  const bench = await createAuditBench(database());
  const item = await givenWidget(bench, 'w', { config: publicWidget('public') });
  await bench.audit();
  bench.clock.advance(1000);
  const { id } = await bench.db.selectFrom('issue').select('id').executeTakeFirstOrThrow();
  return { bench, itemId: item.id, issueId: id };
}

async function status(bench: AuditBench): Promise<string | undefined> {
  return (await issues(bench))[0]?.status;
}

async function ends(bench: AuditBench): Promise<readonly (string | null)[]> {
  const rows = await bench.db
    .selectFrom('justification')
    .select('ended_because')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.ended_because);
}

describe('justifyIssue', () => {
  it('takes the issue out of the totals and records who, why and for what', async () => {
    const { bench, itemId, issueId } = await givenIssue();
    expect(await justifyIssue(bench.runtime, alice, { issueId, reason: 'wanted' })).toEqual({
      kind: 'done',
      status: 'justified',
    });
    expect(await status(bench)).toBe('justified');
    expect(await totals(bench, itemId)).toEqual({ score: 0, open_issues: 0, unknowns: 0 });
    expect(await history(bench)).toEqual(['none → open: config', 'open → justified: person']);
    expect(
      await bench.db.selectFrom('justification').select(['author', 'reason', 'until']).execute(),
    ).toEqual([{ author: 'alice', reason: 'wanted', until: null }]);
  });

  it('holds through unrelated changes and re-runs, and ends when the evidence widens', async () => {
    const { bench, itemId, issueId } = await givenIssue();
    await justifyIssue(bench.runtime, alice, { issueId, reason: 'wanted' });
    await changeItem(bench, itemId, { config: { ...publicWidget('public'), Size: 2 } });
    await bench.audit();
    expect(await status(bench)).toBe('justified');
    bench.clock.advance(1000);
    await changeItem(bench, itemId, { config: publicWidget('public to all') });
    expect(await bench.audit()).toMatchObject({ reopened: 1 });
    expect(await status(bench)).toBe('open');
    expect(await ends(bench)).toEqual(['wider evidence']);
    const [last] = await bench.db
      .selectFrom('issue_transition')
      .selectAll()
      .orderBy('at', 'desc')
      .limit(1)
      .execute();
    expect(last?.detail).toMatchObject({
      added: [{ path: '/Policy', value: 'public to all' }],
      ended: 'wider evidence',
    });
  });

  it('holds through delete and re-create with equal evidence', async () => {
    const { bench, itemId, issueId } = await givenIssue();
    await justifyIssue(bench.runtime, alice, { issueId, reason: 'wanted' });
    await changeItem(bench, itemId, { status: 'deleted' });
    await bench.audit();
    expect(await status(bench)).toBe('fixed');
    bench.clock.advance(1000);
    await givenWidget(bench, 'w', { config: publicWidget('public'), identity: 'w again' });
    expect(await bench.audit()).toMatchObject({ opened: 0, reopened: 0 });
    expect(await status(bench)).toBe('justified');
    expect(await ends(bench)).toEqual([null]);
  });

  it('does not hold over a real fix: the regression is open', async () => {
    const { bench, itemId, issueId } = await givenIssue();
    await justifyIssue(bench.runtime, alice, { issueId, reason: 'wanted' });
    await changeItem(bench, itemId, { config: publicWidget('private') });
    await bench.audit();
    await changeItem(bench, itemId, { config: publicWidget('public') });
    await bench.audit();
    expect(await status(bench)).toBe('open');
    expect(await ends(bench)).toEqual(['fixed']);
  });

  it('ends at its time, without the item having to change', async () => {
    const { bench, itemId, issueId } = await givenIssue();
    const until = new Date(bench.clock.now().getTime() + day);
    await justifyIssue(bench.runtime, alice, { issueId, reason: 'for now', until });
    bench.clock.advance(day - 1);
    await bench.audit();
    expect(await status(bench)).toBe('justified');
    bench.clock.advance(1);
    expect(await bench.audit()).toMatchObject({ items: 0, reopened: 1 });
    expect(await status(bench)).toBe('open');
    expect(await totals(bench, itemId)).toEqual({ score: 10, open_issues: 1, unknowns: 0 });
    expect(await history(bench)).toEqual([
      'none → open: config',
      'open → justified: person',
      'justified → open: expiry',
    ]);
    expect(await eventKindsOf(bench)).toEqual(['issue.opened', 'issue.reopened']);
  });

  it('may be replaced by another reason', async () => {
    const { bench, issueId } = await givenIssue();
    await justifyIssue(bench.runtime, alice, { issueId, reason: 'wanted' });
    bench.clock.advance(1000);
    await justifyIssue(bench.runtime, alice, { issueId, reason: 'still wanted' });
    expect(await ends(bench)).toEqual(['replaced', null]);
    expect(await status(bench)).toBe('justified');
  });

  it('an issue that is justified and unverified stays justified', async () => {
    const { bench, itemId, issueId } = await givenIssue();
    await justifyIssue(bench.runtime, alice, { issueId, reason: 'wanted' });
    const unreadable = [{ path: '/Policy', class: 'access_denied', message: 'Denied.' }] as const;
    await changeItem(bench, itemId, { unreadable });
    await bench.audit();
    await enqueueItem(bench, itemId);
    await bench.audit();
    expect(await issues(bench)).toEqual([
      { check: 'public-policy', subject: '{}', status: 'justified', unverified: true },
    ]);
  });

  it.each([
    ['an empty reason', { reason: ' ' }, 'a justification needs a reason'],
    [
      'an end that has passed',
      { reason: 'x', until: new Date(0) },
      'the justification would have ended already',
    ],
  ])('refuses %s', async (_, request, problem) => {
    const { bench, issueId } = await givenIssue();
    expect(await justifyIssue(bench.runtime, alice, { issueId, ...request })).toEqual({
      kind: 'refused',
      status: 'open',
      problem,
    });
    expect(await history(bench)).toHaveLength(1);
  });

  it('refuses an issue that is fixed', async () => {
    const { bench, itemId, issueId } = await givenIssue();
    await changeItem(bench, itemId, { config: publicWidget('private') });
    await bench.audit();
    expect(await justifyIssue(bench.runtime, alice, { issueId, reason: 'x' })).toMatchObject({
      kind: 'refused',
      status: 'fixed',
    });
  });

  it('knows no issue that the person may not see, that is not there, or whose id is none', async () => {
    const { bench, issueId } = await givenIssue();
    const viewer: Viewer = {
      kind: 'person',
      userId: 'u',
      accounts: ['00000000-0000-7000-8000-0000000000ff'],
    };
    const bob: Person = { viewer, name: 'bob' };
    const missing = '00000000-0000-7000-8000-00000000ffff';
    expect(await justifyIssue(bench.runtime, bob, { issueId, reason: 'x' })).toEqual({ kind: 'unknown' });
    expect(await reopenIssue(bench.runtime, bob, { issueId })).toEqual({ kind: 'unknown' });
    expect(await justifyIssue(bench.runtime, alice, { issueId: missing, reason: 'x' })).toEqual({
      kind: 'unknown',
    });
    expect(await justifyIssue(bench.runtime, alice, { issueId: 'w', reason: 'x' })).toEqual({
      kind: 'unknown',
    });
  });
});

describe('reopenIssue', () => {
  it('takes the justification back', async () => {
    const { bench, itemId, issueId } = await givenIssue();
    await justifyIssue(bench.runtime, alice, { issueId, reason: 'wanted' });
    bench.clock.advance(1000);
    expect(await reopenIssue(bench.runtime, alice, { issueId })).toEqual({ kind: 'done', status: 'open' });
    expect(await totals(bench, itemId)).toEqual({ score: 10, open_issues: 1, unknowns: 0 });
    expect(await ends(bench)).toEqual(['reopened']);
    expect(await eventKindsOf(bench)).toEqual(['issue.opened', 'issue.reopened']);
  });

  it('refuses an issue that is not justified', async () => {
    const { bench, issueId } = await givenIssue();
    expect(await reopenIssue(bench.runtime, alice, { issueId })).toMatchObject({
      kind: 'refused',
      status: 'open',
    });
  });
});
