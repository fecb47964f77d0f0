/** Writes what the next audit of an item is compared with; an item whose answers stand is not written. */
import { canonicalText } from '@security-monkey/sdk';
import { upsertAuditStates } from '../../store/audit-state.ts';
import type { Database } from '../../store/database/database.ts';
import type { Conclusion } from './conclude-item.ts';
import { formatRun, type LastRun } from './fingerprint.ts';

export async function writeAuditStates(
  tx: Database,
  conclusions: readonly Conclusion[],
  now: Date,
): Promise<void> {
  const rows = conclusions.filter(isChanged).map(({ plan, lastRuns }) => ({
    item_id: plan.pending.item.id,
    fingerprints: formatted(lastRuns),
    next_due: nextDue(lastRuns),
    audited_at: now,
  }));
  await upsertAuditStates(tx, rows);
}

function isChanged({ plan, lastRuns }: Conclusion): boolean {
  const before = plan.pending.lastRuns;
  return before === undefined || canonicalText(formatted(before)) !== canonicalText(formatted(lastRuns));
}

function formatted(lastRuns: ReadonlyMap<string, LastRun>): Record<string, string> {
  return Object.fromEntries([...lastRuns].map(([check, run]) => [check, formatRun(run)]));
}

function nextDue(lastRuns: ReadonlyMap<string, LastRun>): Date | null {
  const times = [...lastRuns.values()].flatMap(({ due }) => due ?? []);
  return times.length === 0 ? null : new Date(Math.min(...times));
}
