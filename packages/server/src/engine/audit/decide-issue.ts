/** What people decide about issues: to accept one for its present evidence, or to take the acceptance back. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Database } from '../../store/database/database.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { insertJustification } from '../../store/justifications.ts';
import type { IssueStatus } from '../../store/schema.ts';
import { type Viewer, visibleAccounts } from '../../store/viewer.ts';
import type { Runtime } from '../runtime.ts';
import { evidenceHashes } from './evidence.ts';
import type { IssueChange } from './issue-state.ts';
import { refreshTotals } from './item-totals.ts';
import { type LockedIssue, lockIssue } from './lock-issue.ts';
import { writeIssues } from './write-issues.ts';

/** Who decides: what they may see, and the name under which it is recorded. */
export type Person = { readonly viewer: Viewer; readonly name: string };

export type Decision =
  | { readonly kind: 'done'; readonly status: IssueStatus }
  /** There is none, or none that the person may see. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly status: IssueStatus; readonly problem: string };

export type JustifyRequest = {
  readonly issueId: string;
  readonly reason: string;
  /** When the acceptance ends by itself; absent: never. */
  readonly until?: Date;
};

/** Accepts an open issue for the evidence that it has now; for a justified one, replaces the reason and the end. */
export async function justifyIssue(
  runtime: Runtime,
  person: Person,
  { issueId, reason, until }: JustifyRequest,
): Promise<Decision> {
  const now = runtime.clock.now();
  return await decide(runtime, { person, issueId }, async (tx, locked) => {
    const { issue, justification } = locked;
    const refused = (problem: string): Decision => ({ kind: 'refused', status: issue.status, problem });
    if (issue.status !== 'open' && issue.status !== 'justified') {
      return refused('only an open issue can be justified');
    }
    if (reason.trim() === '') return refused('a justification needs a reason');
    if (until !== undefined && until <= now) return refused('the justification would have ended already');
    const detail = { by: person.name, reason, ...(until && { until: until.toISOString() }) };
    const ended = justification && { id: justification.id, because: 'replaced' };
    await write(tx, runtime, { locked, change: changeTo(locked, 'justified', { detail, now, ended }), now });
    await insertJustification(tx, {
      id: runtime.nextId(),
      issue_id: issueId,
      reason,
      evidence: evidenceHashes(issue.evidence),
      author: person.name,
      created_at: now,
      until: until ?? null,
    });
    return { kind: 'done', status: 'justified' };
  });
}

/** Takes a justification back. */
export async function reopenIssue(
  runtime: Runtime,
  person: Person,
  { issueId, reason }: { readonly issueId: string; readonly reason?: string },
): Promise<Decision> {
  const now = runtime.clock.now();
  return await decide(runtime, { person, issueId }, async (tx, locked) => {
    const { issue, justification } = locked;
    if (issue.status !== 'justified') {
      return { kind: 'refused', status: issue.status, problem: 'only a justified issue can be reopened' };
    }
    const detail = { by: person.name, ...(reason !== undefined && { reason }) };
    const ended = justification && { id: justification.id, because: 'reopened' };
    const change = changeTo(locked, 'open', { detail, now, ended });
    await write(tx, runtime, { locked, change: { ...change, event: 'issue.reopened' }, now });
    return { kind: 'done', status: 'open' };
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Work = (tx: Database, locked: LockedIssue) => Promise<Decision>;

async function decide(
  runtime: Runtime,
  { person, issueId }: { readonly person: Person; readonly issueId: string },
  work: Work,
): Promise<Decision> {
  if (!uuid.test(issueId)) return { kind: 'unknown' };
  return await inTransaction(runtime.db, async (tx) => {
    const locked = await lockIssue(tx, issueId);
    if (locked === undefined || !isVisible(person.viewer, locked.account.id)) return { kind: 'unknown' };
    return await work(tx, locked);
  });
}

function isVisible(viewer: Viewer, accountId: string): boolean {
  const accounts = visibleAccounts(viewer);
  return accounts === 'all' || accounts.includes(accountId);
}

type Ended = { readonly id: string; readonly because: string };

function changeTo(
  { issue }: LockedIssue,
  status: 'open' | 'justified',
  {
    detail,
    now,
    ended,
  }: { readonly detail: JsonObject; readonly now: Date; readonly ended: Ended | undefined },
): IssueChange & { readonly checkId: string } {
  const { id, checkId, ...state } = issue;
  return {
    id,
    checkId,
    state: { ...state, status, changedAt: now },
    transition: { from: issue.status, to: status, cause: 'person', detail },
    ...(ended && { endedJustification: ended }),
  };
}

type Write = {
  readonly locked: LockedIssue;
  readonly change: IssueChange & { readonly checkId: string };
  readonly now: Date;
};

async function write(tx: Database, runtime: Runtime, { locked, change, now }: Write): Promise<void> {
  const { account, item } = locked;
  await writeIssues(tx, runtime, { writes: [{ change, account, item, isNews: true }], now });
  await refreshTotals(tx, [item.id]);
}
