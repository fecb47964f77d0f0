/** Writes which checks could not answer on which items, and which of them failed by a defect. */
import type { Database } from '../../store/database/database.ts';
import { clearFailures, recordFailures } from '../../store/failures.ts';
import type { Scope } from '../../store/scope.ts';
import { replaceUnknowns } from '../../store/unknowns.ts';
import type { Runtime } from '../runtime.ts';
import type { Conclusion } from './conclude-item.ts';

/** Brings the unknowns of the items in step: those of checks that did not run stay. */
export async function writeUnknowns(
  tx: Database,
  conclusions: readonly Conclusion[],
  now: Date,
): Promise<void> {
  const decided = conclusions.flatMap((conclusion) =>
    decidedChecks(conclusion).map((checkId) => ({
      item_id: conclusion.plan.pending.item.id,
      check_id: checkId,
    })),
  );
  const unknown = conclusions.flatMap(({ plan, unknowns }) =>
    unknowns.map((one) => ({ item_id: plan.pending.item.id, ...one, since: now })),
  );
  await replaceUnknowns(tx, decided, unknown);
}

/** The checks of which more is known than before: they ran, or run on this item no longer. */
function decidedChecks({ plan, ran }: Conclusion): readonly string[] {
  const all = new Set([
    ...plan.checks.map(({ check }) => check.id),
    ...(plan.pending.lastRuns?.keys() ?? []),
  ]);
  const kept = plan.checks.filter(({ check, enabled }) => enabled && !ran.includes(check.id));
  const isKept = new Set(plan.mode === 'active' ? kept.map(({ check }) => check.id) : []);
  return [...all].filter((checkId) => !isKept.has(checkId));
}

/** One row for every check that failed on an item, as long as it fails. */
export async function writeFailures(
  tx: Database,
  runtime: Runtime,
  { conclusions, now }: { readonly conclusions: readonly Conclusion[]; readonly now: Date },
): Promise<void> {
  for (const together of Map.groupBy(conclusions, scopeKey).values()) {
    const [first] = together;
    if (first === undefined) continue;
    const subjects = together.flatMap(passedSubjects);
    await clearFailures(tx, scopeOf(first), { stages: ['audit'], subjects });
  }
  await recordFailures(
    tx,
    conclusions.flatMap((conclusion) => {
      const { accountId, technology, region } = scopeOf(conclusion);
      return conclusion.failures.map(({ checkId, message }) => ({
        id: runtime.nextId(),
        account_id: accountId,
        technology,
        region,
        subject: failureSubject(checkId, conclusion.plan.pending.item.id),
        stage: 'audit' as const,
        class: 'defect',
        detail: { class: 'defect' as const, message: `The check ${checkId} failed: ${message}` },
        last_at: now,
      }));
    }),
  );
}

function scopeOf({ plan: { account, pending } }: Conclusion): Scope {
  return { accountId: account.id, technology: pending.item.technology, region: pending.item.scope_region };
}

function scopeKey(conclusion: Conclusion): string {
  const { accountId, technology, region } = scopeOf(conclusion);
  return [accountId, technology, region].join('\n');
}

/** The subject of the row that says that a check failed on an item. */
export function failureSubject(checkId: string, itemId: string): string {
  return `${checkId}/${itemId}`;
}

/** The id alone stands for results that could not be written, which they are now. */
function passedSubjects(conclusion: Conclusion): readonly string[] {
  const { id } = conclusion.plan.pending.item;
  const failed = new Set(conclusion.failures.map(({ checkId }) => checkId));
  const passed = decidedChecks(conclusion).filter((checkId) => !failed.has(checkId));
  return [id, ...passed.map((checkId) => failureSubject(checkId, id))];
}
