/** The networks and addresses by which a search finds items. */
import { sql } from 'kysely';
import { batches, recordset } from './bulk.ts';
import type { Database } from './database/database.ts';
import { isOneOf, seesItem } from './sees.ts';
import type { Viewer } from './viewer.ts';

export type ItemNetworks = {
  readonly itemId: string;
  /** Addresses or CIDRs in a form that PostgreSQL's inet takes. */
  readonly networks: readonly string[];
};

/** Makes these the networks of the items; only differences are written. */
export async function replaceItemNetworks(db: Database, items: readonly ItemNetworks[]): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map(({ itemId }) => itemId);
  const rows = items.flatMap(({ itemId, networks }) =>
    networks.map((network) => ({ item_id: itemId, network })),
  );
  await sql`
    delete from item_network as old
    where ${isOneOf('old.item_id', ids)} and not exists (
      select 1 from ${recordset('item_network', JSON.stringify(rows))} as given
      where given.item_id = old.item_id and given.network = old.network)`.execute(db);
  for (const batch of batches(rows, ['item_id', 'network'])) {
    await sql`
      insert into item_network (item_id, network)
      select item_id, network from ${recordset('item_network', batch)}
      on conflict do nothing`.execute(db);
  }
}

/** The networks of each item that has any. */
export async function networksOf(
  db: Database,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('item_network')
    .select(['item_id', 'network'])
    .where(isOneOf('item_id', ids))
    .where(seesItem(viewer, 'item_network.item_id'))
    .orderBy('item_id')
    .orderBy('network')
    .execute();
  const grouped = Map.groupBy(rows, ({ item_id }) => item_id);
  return new Map([...grouped].map(([id, found]) => [id, found.map(({ network }) => network)]));
}
