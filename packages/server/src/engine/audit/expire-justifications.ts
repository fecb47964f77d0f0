/** Ends the justifications whose time has passed; their issues open again. */
import { inTransaction } from '../../store/database/transaction.ts';
import { expiredJustifications } from '../../store/justifications.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { Runtime } from '../runtime.ts';
import { expireJustification } from './expire-justification.ts';
import { refreshTotals } from './item-totals.ts';
import { lockIssue } from './lock-issue.ts';
import { writeIssues } from './write-issues.ts';

const pageSize = 100;

/** The number of issues that opened again. */
export async function expireJustifications(runtime: Runtime, signal: AbortSignal): Promise<number> {
  const now = runtime.clock.now();
  let reopened = 0;
  while (!signal.aborted) {
    const page = await expiredJustifications(runtime.db, systemViewer, { at: now, limit: pageSize });
    for (const { issue_id: issueId } of page) reopened += await expireOne(runtime, issueId, now);
    if (page.length < pageSize) break;
  }
  return reopened;
}

async function expireOne(runtime: Runtime, issueId: string, now: Date): Promise<number> {
  return await inTransaction(runtime.db, async (tx) => {
    const locked = await lockIssue(tx, issueId);
    const { until } = locked?.justification ?? { until: null };
    if (locked?.justification === undefined || until === null || until > now) return 0;
    const { issue, account, item } = locked;
    const change = { ...expireJustification(issue, locked.justification, now), checkId: issue.checkId };
    await writeIssues(tx, runtime, { writes: [{ change, account, item, isNews: true }], now });
    await refreshTotals(tx, [item.id]);
    return change.event === undefined ? 0 : 1;
  });
}
