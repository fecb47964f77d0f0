/** Writes what a provider tells of the past of a page of items: no event, no audit, nothing of the present. */
import { insertConfigs } from '../../store/configs.ts';
import { assertEpoch } from '../../store/coverage.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { setLastChanged } from '../../store/item-writes.ts';
import { ensurePartitions } from '../../store/revision-partitions.ts';
import { insertRevisions, updateRevisions } from '../../store/revisions.ts';
import type { Runtime } from '../runtime.ts';
import type { PastPlan } from './plan-past.ts';
import type { ScopeRecord } from './scope-record.ts';

/** Commits the page. Throws `lost_lease`, after which nothing has been written. */
export async function persistPast(
  { db, clock }: Runtime,
  { run }: ScopeRecord,
  plans: readonly PastPlan[],
): Promise<void> {
  if (plans.length === 0) return;
  const inserted = plans.flatMap((plan) => plan.inserted);
  const first = plans.map((plan) => plan.first);
  await ensurePartitions(
    db,
    [...inserted, ...first].map(({ valid_from }) => valid_from.getUTCFullYear()),
  );
  const stored_at = clock.now();
  const configs = plans.flatMap((plan) => plan.configs.map((config) => ({ ...config, stored_at })));
  await inTransaction(db, async (tx) => {
    await assertEpoch(tx, run);
    await insertConfigs(tx, configs);
    await updateRevisions(tx, first);
    await insertRevisions(tx, inserted);
    await setLastChanged(
      tx,
      plans.map(({ item }) => item),
    );
  });
}
