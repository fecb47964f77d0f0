/** Writes the rows of planned items, within the page's transaction. */
import type { Transaction } from 'kysely';
import { enqueue } from '../../store/audit-queue.ts';
import { insertConfigs } from '../../store/configs.ts';
import { upsertEphemeral } from '../../store/ephemeral.ts';
import { replaceItemNetworks } from '../../store/item-networks.ts';
import { insertItems, updateItems } from '../../store/item-writes.ts';
import { writeRelations } from '../../store/relations.ts';
import { insertRevisions } from '../../store/revisions.ts';
import type { Tables } from '../../store/schema.ts';
import { writeEvents } from '../notify/outbox.ts';
import type { ItemPlan } from './plan-page.ts';

export async function writePlans(
  tx: Transaction<Tables>,
  plans: readonly ItemPlan[],
  at: Date,
): Promise<void> {
  const written = plans.filter(({ writesItem }) => writesItem);
  const [fresh, known] = [written.filter(({ isNew }) => isNew), written.filter(({ isNew }) => !isNew)];
  const revisions = plans.flatMap(({ revision }) => revision ?? []);
  const revised = plans.filter(({ revision }) => revision !== undefined);
  const configs = revised.map(({ item }) => ({ hash: item.config_hash, body: item.config, stored_at: at }));
  await insertConfigs(tx, configs);
  await insertItems(tx, fresh.map(itemOf));
  await updateItems(tx, known.map(itemOf));
  await replaceItemNetworks(
    tx,
    written.flatMap(({ item, networks }) => (networks === undefined ? [] : [{ itemId: item.id, networks }])),
  );
  await insertRevisions(tx, revisions);
  await upsertEphemeral(
    tx,
    plans.flatMap(({ sideRow }) => sideRow ?? []),
  );
  await writeRelations(tx, {
    closed: plans.flatMap(({ closed }) => closed),
    opened: plans.flatMap(({ opened }) => opened),
    at,
  });
  await enqueue(
    tx,
    plans.flatMap(({ item, auditCause }) =>
      auditCause === undefined ? [] : [{ item_id: item.id, cause: auditCause, enqueued_at: at }],
    ),
  );
  await writeEvents(
    tx,
    plans.flatMap(({ event }) => event ?? []),
  );
}

function itemOf({ item }: ItemPlan): ItemPlan['item'] {
  return item;
}
