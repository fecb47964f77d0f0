/** What others attach to an item, and what it attaches to others. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { type Viewer, visible } from '../viewer.ts';

export type ItemRelation = {
  readonly name: string;
  /** `out` when the item itself reports it; `in` when the other one does. */
  readonly direction: 'out' | 'in';
  /** The other end. */
  readonly technology: string;
  readonly key: string;
  readonly value: JsonObject;
  readonly since: Date;
  /** The item at the other end and its name, where it is recorded and the viewer may see it. */
  readonly item: string | null;
  readonly itemName: string | null;
};

const mostRelations = 1_000;

/** The relations valid at a moment, or now: at most 1,000 in each direction, in the order of their names and keys. */
export async function relationsOf(
  db: Database,
  viewer: Viewer,
  request: { readonly item: string; readonly at: Date | null },
): Promise<readonly ItemRelation[]> {
  return [...(await outgoing(db, viewer, request)), ...(await incoming(db, viewer, request))];
}

function outgoing(
  db: Database,
  viewer: Viewer,
  { item, at }: { readonly item: string; readonly at: Date | null },
): Promise<readonly ItemRelation[]> {
  return db
    .selectFrom('relation')
    .innerJoin('item', 'item.id', 'relation.item_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('item as meant')
          .select(['meant.id', 'meant.name'])
          .where(isMeant)
          .where((meant) => visible(meant, viewer, 'meant.account_id'))
          .orderBy(sql`meant.account_id = item.account_id`, 'desc')
          .orderBy(sql`meant.status = 'deleted'`)
          .orderBy('meant.first_seen', 'desc')
          .limit(1)
          .as('other'),
      (join) => join.onTrue(),
    )
    .where('relation.item_id', '=', item)
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .where(validAt(at))
    .orderBy('relation.name')
    .orderBy('relation.technology')
    .orderBy('relation.key')
    .limit(mostRelations)
    .select([
      'relation.name',
      sql<'out'>`'out'`.as('direction'),
      'relation.technology',
      'relation.key',
      'relation.value',
      'relation.valid_from as since',
      'other.id as item',
      'other.name as itemName',
    ])
    .execute();
}

/** Only what items report that the viewer may see: a relation belongs to the account that it was read in. */
function incoming(
  db: Database,
  viewer: Viewer,
  { item, at }: { readonly item: string; readonly at: Date | null },
): Promise<readonly ItemRelation[]> {
  return db
    .selectFrom('item')
    .innerJoin('relation', (join) =>
      join
        .onRef('relation.technology', '=', 'item.technology')
        .on(
          sql<SqlBool>`relation.key in (item.identity, case when item.status <> 'deleted' then item.lineage end)`,
        ),
    )
    .innerJoin('item as other', 'other.id', 'relation.item_id')
    .where('item.id', '=', item)
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .where((eb) => visible(eb, viewer, 'other.account_id'))
    .where(nothingNearer)
    .where(validAt(at))
    .orderBy('relation.name')
    .orderBy('other.technology')
    .orderBy('other.identity')
    .limit(mostRelations)
    .select([
      'relation.name',
      sql<'in'>`'in'`.as('direction'),
      'other.technology',
      'other.identity as key',
      'relation.value',
      'relation.valid_from as since',
      'other.id as item',
      'other.name as itemName',
    ])
    .execute();
}

/** A relation names the other end by its identity, or by its lineage where the provider tells no more. */
const isMeant = sql<SqlBool>`meant.technology = relation.technology
  and (meant.identity = relation.key or meant.lineage = relation.key)`;

/** What the provider owns, such as a managed policy, is an item of every account: each account means its own. */
const nothingNearer = sql<SqlBool>`(other.account_id = item.account_id or not exists (
  select 1 from item as meant where meant.account_id = other.account_id and ${isMeant}))`;

function validAt(at: Date | null): Expression<SqlBool> {
  if (at === null) return sql<SqlBool>`relation.valid_to is null`;
  return sql<SqlBool>`(relation.valid_from <= ${at} and (relation.valid_to is null or relation.valid_to > ${at}))`;
}
