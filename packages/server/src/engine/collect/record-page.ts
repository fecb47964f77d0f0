/** Records a page; where the database refuses it, item by item, so that one odd item harms no other. */
import { assertEpoch } from '../../store/coverage.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { loadFailures, planFailures, unidentified, writeFailurePlan } from '../record/failures.ts';
import { loadKnown } from '../record/load-known.ts';
import { isLostLease } from '../record/lost-lease.ts';
import { addCounts, type Looked, noCounts, type PageCounts } from '../record/page.ts';
import { countsAsSeen, persistPage } from '../record/persist-page.ts';
import { planFailed } from '../record/plan-page.ts';
import { identifyListed, sight } from '../record/sighting.ts';
import { writePlans } from '../record/write-plans.ts';
import type { ScopeRun } from './scope-run.ts';

export async function recordPage(run: ScopeRun, page: readonly Looked[]): Promise<PageCounts> {
  try {
    return await persistPage(run.runtime, run.record, page);
  } catch (error) {
    if (isLostLease(error)) throw error;
    const [first, ...others] = page;
    if (first === undefined) throw error;
    if (others.length === 0) return await recordRefused(run, first, error);
  }
  let counts = noCounts;
  for (const looked of page) counts = addCounts(counts, await recordPage(run, [looked]));
  return counts;
}

/** Notes that an item could not be stored. When not even that can be stored, the database is at fault, and the run ends. */
async function recordRefused(run: ScopeRun, looked: Looked, error: unknown): Promise<PageCounts> {
  const { runtime, record } = run;
  const { db, clock, nextId } = runtime;
  const { scope } = record.run;
  runtime.log.error({ scope: run.name, reason: reasonOf(error) }, 'The database refused an item.');
  const identity = identityOf(run, looked);
  const subject = identity ?? unidentified;
  const failure = { class: 'defect', message: 'The database refused the item.' } as const;
  const failures = [{ subject, stage: 'record', failure } as const];
  const stored = await loadFailures(db, scope, [subject]);
  const now = clock.now();
  const plan = planFailures({ scope, failures, stored, now, nextId });
  const known = identity === undefined ? undefined : (await loadKnown(db, scope, [identity])).get(identity);
  const stale = known && planFailed(known, failure, now);
  await inTransaction(db, async (tx) => {
    await assertEpoch(tx, record.run);
    await writePlans(tx, stale === undefined ? [] : [stale], now);
    await writeFailurePlan(tx, plan);
  });
  for (const id of plan.failing) record.failing.add(id);
  // It was listed: whatever is known of it is not missing.
  if (known !== undefined && countsAsSeen(known, scope)) record.seen.add(known.item.id);
  return { ...noCounts, listed: 1, failed: 1, unidentified: identity === undefined ? 1 : 0 };
}

function identityOf({ record: { recorder } }: ScopeRun, looked: Looked): string | undefined {
  if (looked.kind !== 'seen') return looked.identity;
  const sighting = sight(recorder, looked.glance);
  return 'identity' in sighting ? sighting.identity : identifyListed(recorder, looked.listed);
}

/** The database's own code says enough; its message may repeat a value. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return `${error.name} ${String(error.code)}`;
  return error instanceof Error ? error.name : typeof error;
}
