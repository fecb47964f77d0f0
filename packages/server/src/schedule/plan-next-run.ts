/** When the scopes of an account are due again. */
import type { ScopeOutcome } from '../engine/collect/collect-scope.ts';
import type { ScopeName } from '../engine/runtime.ts';
import type { Settings } from '../engine/settings/schema.ts';
import { intervalOf, isWatched } from '../engine/settings/watching.ts';
import { listScopes, setNextRun } from '../store/coverage.ts';
import type { Database } from '../store/database/database.ts';
import { scopesAskedFor } from '../store/scan-requests.ts';
import type { Row } from '../store/schema.ts';
import { systemViewer } from '../store/viewer.ts';

/** What a run says of its scopes. */
export type RunScope = { readonly scope: ScopeName; readonly outcome: ScopeOutcome };

export type PlanOptions = {
  readonly settings: Pick<Settings, 'intervals' | 'activation'>;
  readonly now: Date;
  readonly random: () => number;
};

/** A scope that another run held, and that gave up its lease meanwhile, is looked at again this soon. */
const retryMs = 60_000;

/**
 * Scopes that were looked at are due after their interval, a tenth sooner or later, so that accounts added together spread
 * out; never where their technology is switched off. Those that a person asked for while they were looked at stay due. Those that another run held are due when its lease ends: it may be dead.
 */
export async function planNextRun(
  db: Database,
  { account, scopes }: { readonly account: Row<'account'>; readonly scopes: readonly RunScope[] },
  { settings: { intervals, activation }, now, random }: PlanOptions,
): Promise<void> {
  const accountId = account.id;
  const due = await scopesAskedFor(db, systemViewer, { accountId, now });
  const asked = new Set(
    due.filter(({ technology }) => isWatched(activation, { technology, account })).map(keyOf),
  );
  const planned = scopes.filter(({ scope }) => !asked.has(keyOf(scope)));
  const looked = planned.filter(({ outcome }) => outcome !== 'skipped' && outcome !== 'aborted');
  for (const [technology, ofIt] of Map.groupBy(looked, ({ scope }) => scope.technology)) {
    const place = { technology, account };
    const next = new Date(now.getTime() + intervalOf(intervals, place) * (0.9 + 0.2 * random()));
    await setNextRun(
      db,
      ofIt.map(({ scope }) => ({ accountId, technology, region: scope.region })),
      isWatched(activation, place) ? next : null,
    );
  }
  const passed = new Set(planned.filter((one) => !looked.includes(one)).map(({ scope }) => keyOf(scope)));
  if (passed.size === 0) return;
  const rows = await listScopes(db, systemViewer, { accountIds: [accountId] });
  for (const row of rows.filter((one) => passed.has(keyOf(one)))) {
    const at = row.lease_until ?? new Date(now.getTime() + retryMs);
    await setNextRun(db, [{ accountId, technology: row.technology, region: row.region }], at);
  }
}

function keyOf({ technology, region }: { readonly technology: string; readonly region: string }): string {
  return `${technology} ${region}`;
}
