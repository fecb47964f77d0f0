/** Which plans still hold when their results are to be written: what changed meanwhile stays in the queue. */
import type { Database } from '../../store/database/database.ts';
import { ephemeralOf } from '../../store/ephemeral.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { AuditContext } from './audit-context.ts';
import { stampKey } from './enqueue.ts';
import { inputsOf, lineageKey, readOwners, readRelations } from './pending-page.ts';
import type { ItemPlan } from './plan-item.ts';

/** Locks the items of the plans, but waits for none, and leaves out those that a scan holds or has changed. */
export async function lockCurrentPlans(
  tx: Database,
  context: AuditContext,
  plans: readonly ItemPlan[],
): Promise<readonly ItemPlan[]> {
  const ids = plans.map(({ pending }) => pending.item.id);
  if (ids.length === 0) return [];
  const items = await tx
    .selectFrom('item')
    .select(['id', 'status', 'config_hash', 'unreadable'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
  const locked = new Map(items.map((item) => [item.id, item]));
  const queued = await tx
    .selectFrom('audit_queue')
    .select(['item_id', 'cause', 'enqueued_at'])
    .where('item_id', 'in', ids)
    .execute();
  const waiting = new Map(queued.map((row) => [row.item_id, row]));
  const relations = await readRelations(tx, ids);
  const sideRows = new Map(
    (await ephemeralOf(tx, systemViewer, ids)).map(({ item_id: id, body }) => [id, body]),
  );
  const owners = await readOwners(
    tx,
    plans.map(({ pending }) => pending.item),
  );
  const outdated = await outdatedTechnologies(tx, context, plans);
  return plans.filter(({ pending }) => {
    const { item, cause, enqueuedAt, owner, ephemeral } = pending;
    const now = locked.get(item.id);
    const entry = waiting.get(item.id);
    return (
      now !== undefined &&
      entry?.cause === cause &&
      entry.enqueued_at.getTime() === enqueuedAt.getTime() &&
      !outdated.has(item.technology) &&
      owners.get(lineageKey(item))?.id === owner.id &&
      inputsOf({ ...now, ephemeral: sideRows.get(item.id) ?? {} }, relations.get(item.id) ?? []) ===
        inputsOf({ ...item, ephemeral }, pending.relations)
    );
  });
}

/** Technologies that another process has meanwhile begun to audit with other settings, checks or accounts. */
async function outdatedTechnologies(
  tx: Database,
  context: AuditContext,
  plans: readonly ItemPlan[],
): Promise<ReadonlySet<string>> {
  const technologies = [...new Set(plans.map(({ pending }) => pending.item.technology))];
  const rows = await tx
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', 'in', technologies.map(stampKey))
    .execute();
  const stamps = new Map(rows.map(({ key, value }) => [key, value]));
  return new Set(
    technologies.filter((technology) => {
      const stamp = stamps.get(stampKey(technology));
      return stamp !== undefined && stamp !== context.stampOf(technology);
    }),
  );
}
