/** Relations: facts that others attach to an item, each with a validity of its own. */
import type { JsonObject } from '@security-monkey/sdk';
import { sql } from 'kysely';
import { batches, insertRows, recordset } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, seesItem } from './sees.ts';
import type { Viewer } from './viewer.ts';

export type RelationKey = Pick<Row<'relation'>, 'item_id' | 'name' | 'technology' | 'key'>;
export type OpenedRelation = RelationKey & { readonly value: JsonObject };

/** Ends some relations and begins others, all at one moment. One whose value changed is in both lists. */
export async function writeRelations(
  db: Database,
  change: {
    readonly closed: readonly RelationKey[];
    readonly opened: readonly OpenedRelation[];
    readonly at: Date;
  },
): Promise<void> {
  const { closed, opened, at } = change;
  for (const batch of batches(closed, ['item_id', 'name', 'technology', 'key'])) {
    await sql`
      update relation set valid_to = ${at}
      from ${recordset('relation', batch)} as given
      where relation.item_id = given.item_id and relation.name = given.name
        and relation.technology = given.technology and relation.key = given.key
        and relation.valid_to is null`.execute(db);
  }
  const columns = ['item_id', 'name', 'technology', 'key', 'value', 'valid_from', 'valid_to'] as const;
  const onConflict = sql`
    on conflict (item_id, name, technology, key, valid_from)
    do update set value = excluded.value, valid_to = null`;
  const rows = opened.map((relation) => ({ ...relation, valid_from: at, valid_to: null }));
  await insertRows(db, { table: 'relation', columns, onConflict }, rows);
}

/** The relations of the items that hold now. */
export async function currentRelations(
  db: Database,
  viewer: Viewer,
  itemIds: readonly string[],
): Promise<readonly Row<'relation'>[]> {
  if (itemIds.length === 0) return [];
  return db
    .selectFrom('relation')
    .selectAll()
    .where(isOneOf('item_id', itemIds))
    .where('valid_to', 'is', null)
    .where(seesItem(viewer, 'relation.item_id'))
    .orderBy('item_id')
    .orderBy('name')
    .orderBy('technology')
    .orderBy('key')
    .execute();
}

/** The relations of one item that held at a moment. */
export async function relationsAsOf(
  db: Database,
  viewer: Viewer,
  asked: { readonly itemId: string; readonly at: Date },
): Promise<readonly Row<'relation'>[]> {
  return db
    .selectFrom('relation')
    .selectAll()
    .where('item_id', '=', asked.itemId)
    .where('valid_from', '<=', asked.at)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', asked.at)]))
    .where(seesItem(viewer, 'relation.item_id'))
    .orderBy('name')
    .orderBy('technology')
    .orderBy('key')
    .execute();
}

/** The ids of the items that are related now to one of the resources. */
export async function itemsRelatedTo(
  db: Database,
  viewer: Viewer,
  ends: { readonly technology: string; readonly keys: readonly string[] },
): Promise<readonly string[]> {
  if (ends.keys.length === 0) return [];
  const rows = await db
    .selectFrom('relation')
    .select('item_id')
    .distinct()
    .where('technology', '=', ends.technology)
    .where(isOneOf('key', ends.keys, 'text'))
    .where('valid_to', 'is', null)
    .where(seesItem(viewer, 'relation.item_id'))
    .orderBy('item_id')
    .execute();
  return rows.map(({ item_id }) => item_id);
}
