/** Writes the results of a page in one transaction: issues, unknowns, failures, totals, events, state and queue together. */
import { dequeue, enqueue } from '../../store/audit-queue.ts';
import type { Database } from '../../store/database/database.ts';
import { setIgnored } from '../../store/item-writes.ts';
import type { AuditOutput } from '../judge.ts';
import type { Runtime } from '../runtime.ts';
import type { AuditContext } from './audit-context.ts';
import { type Conclusion, concludeItem, type StoredIssueOfCheck } from './conclude-item.ts';
import { lockCurrentPlans } from './current-plans.ts';
import { refreshTotals } from './item-totals.ts';
import { moveIssues } from './move-issues.ts';
import { lineageKey } from './pending-page.ts';
import type { ItemPlan } from './plan-item.ts';
import { lockIssues, runningJustifications } from './stored-issues.ts';
import { writeAuditStates } from './write-audit-state.ts';
import { type IssueWrite, writeIssues } from './write-issues.ts';
import { writeFailures, writeUnknowns } from './write-unknowns.ts';

export type JudgedPage = {
  readonly plans: readonly ItemPlan[];
  readonly outputs: readonly AuditOutput[];
  readonly now: Date;
};

/** What was concluded; the items of the page that are not among it stay in the queue. */
export async function commitPage(
  tx: Database,
  { runtime, context }: { readonly runtime: Runtime; readonly context: AuditContext },
  { plans, outputs, now }: JudgedPage,
): Promise<readonly Conclusion[]> {
  const current = await lockCurrentPlans(tx, context, plans);
  const ids = current.map(({ pending }) => pending.item.id);
  const leftBehind = await moveIssues(tx, ids);
  const issues = await lockIssues(
    tx,
    current.map(({ pending }) => pending.item),
  );
  const justifications = await runningJustifications(
    tx,
    [...issues.values()].flat().map(({ id }) => id),
  );
  const results = new Map(outputs.map((output) => [output.itemId, output.results]));
  const issuesOf = ({ pending }: ItemPlan) => issues.get(lineageKey(pending.item)) ?? [];
  const conclusions = current.map((plan) =>
    concludeItem(plan, results.get(plan.pending.item.id) ?? {}, {
      stored: {
        issues: issuesOf(plan),
        leftBehind: leftBehind.get(plan.pending.item.id) ?? [],
        justifications,
      },
      now,
    }),
  );
  await writeIssues(tx, runtime, { writes: conclusions.flatMap(issueWrites), now });
  const left = await adoptIssues(tx, conclusions, issuesOf);
  await enqueueOwners(tx, { conclusions, issuesOf, now });
  await writeUnknowns(tx, conclusions, now);
  await writeFailures(tx, runtime, { conclusions, now });
  await writeAuditStates(tx, conclusions, now);
  await setIgnored(
    tx,
    current.map(({ pending, ignoredBy }) => ({ id: pending.item.id, ignored_by: ignoredBy })),
  );
  await refreshTotals(tx, [...ids, ...left]);
  // By time too: what a scan enqueues again just now waits for this transaction, and would be taken with it.
  await dequeue(
    tx,
    current.map(({ pending }) => ({ item_id: pending.item.id, enqueued_at: pending.enqueuedAt })),
  );
  return conclusions;
}

function issueWrites({ plan, changes }: Conclusion): readonly IssueWrite[] {
  const { account, pending } = plan;
  const isNews = isAfterEnrolment(plan);
  return changes.map((change) => ({ change, account, item: pending.item, isNews }));
}

/** The first findings on what was there when the account was enrolled are its baseline, told in one summary. */
function isAfterEnrolment({ account, pending }: ItemPlan): boolean {
  const enrolled = account.enrolled_at;
  if (enrolled === null) return false;
  return pending.lastRuns !== undefined || pending.item.first_seen.getTime() > enrolled.getTime();
}

type IssuesOf = (plan: ItemPlan) => readonly StoredIssueOfCheck[];

/** Moves issues that nothing changed to the item that now has their lineage; answers with the items that lost some. */
async function adoptIssues(
  tx: Database,
  conclusions: readonly Conclusion[],
  issuesOf: IssuesOf,
): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const { plan } of conclusions.filter((one) => one.plan.mode !== 'superseded')) {
    const { id } = plan.pending.item;
    const foreign = issuesOf(plan).filter(({ itemId }) => itemId !== id);
    if (foreign.length === 0) continue;
    const ids = foreign.map((issue) => issue.id);
    await tx.updateTable('issue').set({ item_id: id }).where('id', 'in', ids).execute();
    lost.push(...foreign.map(({ itemId }) => itemId));
  }
  return lost;
}

/** An item that is superseded gives its issues to the owner of the lineage, which is judged for that, if not just now. */
async function enqueueOwners(
  tx: Database,
  {
    conclusions,
    issuesOf,
    now,
  }: { readonly conclusions: readonly Conclusion[]; readonly issuesOf: IssuesOf; readonly now: Date },
): Promise<void> {
  const judged = new Set(conclusions.map(({ plan }) => plan.pending.item.id));
  const owners = new Set(
    conclusions
      .filter(({ plan }) => plan.mode === 'superseded')
      .filter(({ plan }) => issuesOf(plan).some(({ itemId }) => itemId === plan.pending.item.id))
      .map(({ plan }) => plan.pending.owner.id),
  );
  const entries = [...owners.difference(judged)].map((id) => ({
    item_id: id,
    cause: 'config',
    enqueued_at: now,
  }));
  await enqueue(tx, entries);
}
