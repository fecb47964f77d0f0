/** Audits everything whose answer may have changed: what scans put into the queue, what is due, and what is behind. */
import { enqueueDue, type ItemSelection } from '../../store/audit-queue.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { systemViewer } from '../../store/viewer.ts';
import { freezeInactive } from '../freeze-inactive.ts';
import type { Runtime } from '../runtime.ts';
import { type AuditContext, loadAuditContext } from './audit-context.ts';
import { type AuditSummary, addConclusions, countUnknowns, emptySummary } from './audit-summary.ts';
import { commitPage, type JudgedPage } from './commit-page.ts';
import type { Conclusion } from './conclude-item.ts';
import { enqueueBehind } from './enqueue.ts';
import { expireJustifications } from './expire-justifications.ts';
import { readPendingPage } from './pending-page.ts';
import { type ItemPlan, inputsToJudge, planItem } from './plan-item.ts';
import { recordRefusal } from './record-refusal.ts';

export type AuditOptions = ItemSelection & { readonly signal: AbortSignal };

/** Items that are judged and committed at once. */
const pageSize = 50;

/** Items that a scan held or changed meanwhile are looked at again this often before they are left to the next audit. */
const passes = 3;

export async function auditPending(runtime: Runtime, options: AuditOptions): Promise<AuditSummary> {
  await freezeInactive(runtime);
  const context = await loadAuditContext(runtime);
  const reopened = await expireJustifications(runtime, options.signal);
  let summary: AuditSummary = { ...emptySummary, reopened };
  await enqueueBehind(runtime, context);
  await enqueueDue(runtime.db, systemViewer, { at: runtime.clock.now() });
  for (let pass = 0; pass < passes; pass += 1) {
    summary = await drain({ runtime, context, options }, { ...summary, left: 0 });
    if (summary.left === 0 || options.signal.aborted) break;
  }
  return { ...summary, unknown: await countUnknowns(runtime.db, options) };
}

type Audit = {
  readonly runtime: Runtime;
  readonly context: AuditContext;
  readonly options: AuditOptions;
};

/** Goes through the queue once, in the order of items, holding one page at a time. */
async function drain(audit: Audit, before: AuditSummary): Promise<AuditSummary> {
  const { runtime, options } = audit;
  let summary = before;
  let last: string | undefined;
  while (!options.signal.aborted) {
    const page = await readPendingPage(runtime.db, { filter: options, after: last, limit: pageSize });
    const end = page.at(-1);
    if (end === undefined) break;
    last = end.item.id;
    const now = runtime.clock.now();
    const plans = page.flatMap((pending) => planItem(audit.context, pending, now) ?? []);
    const inputs = plans.flatMap((plan) => inputsToJudge(audit.context, plan, now));
    const outputs = inputs.length === 0 ? [] : await runtime.judge(inputs);
    const { conclusions, refused } = await commit(audit, { plans, outputs, now });
    summary = addConclusions(summary, conclusions);
    const left = summary.left + page.length - conclusions.length - refused;
    summary = { ...summary, left, failed: summary.failed + refused };
    runtime.progress({ kind: 'audit.progress', done: summary.items, waiting: left });
  }
  return summary;
}

type Committed = { readonly conclusions: readonly Conclusion[]; readonly refused: number };

/** Commits the page; when the database refuses it, each item by itself, so that one harms no other. */
async function commit({ runtime, context }: Audit, page: JudgedPage): Promise<Committed> {
  const attempt = (plans: readonly ItemPlan[]) =>
    inTransaction(runtime.db, (tx) => commitPage(tx, { runtime, context }, { ...page, plans }));
  try {
    return { conclusions: await attempt(page.plans), refused: 0 };
  } catch (error) {
    runtime.log.warn({ error }, 'A page of audit results was refused; its items are written one by one.');
  }
  const conclusions: Conclusion[] = [];
  let refused = 0;
  for (const plan of page.plans) {
    try {
      conclusions.push(...(await attempt([plan])));
    } catch (error) {
      refused += 1;
      await recordRefusal(runtime, plan, error);
    }
  }
  return { conclusions, refused };
}
