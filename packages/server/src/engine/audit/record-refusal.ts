/** Records that the database refused the audit results of an item; the item stays in the queue. */
import { redactText } from '@security-monkey/sdk';
import { recordFailures } from '../../store/failures.ts';
import type { Runtime } from '../runtime.ts';
import type { ItemPlan } from './plan-item.ts';

/** Rejects when even this cannot be written: then it is the database that fails, not the item. */
export async function recordRefusal(runtime: Runtime, plan: ItemPlan, error: unknown): Promise<void> {
  const { item } = plan.pending;
  const at = runtime.clock.now();
  const reason = redactText(error instanceof Error ? error.message : String(error), runtime.digestKey);
  runtime.log.error({ item: item.id, error }, 'The audit results of an item could not be written.');
  const message = `The results could not be written: ${reason}`;
  await recordFailures(runtime.db, [
    {
      id: runtime.nextId(),
      account_id: plan.account.id,
      technology: item.technology,
      region: item.scope_region,
      subject: item.id,
      stage: 'audit',
      class: 'defect',
      detail: { class: 'defect', message },
      last_at: at,
    },
  ]);
}
