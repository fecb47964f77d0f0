/** What is known of the items of a page, before anything is decided. */
import { sql } from 'kysely';
import type { Database } from '../../store/database/database.ts';
import { ephemeralOf } from '../../store/ephemeral.ts';
import { itemsByIds, itemsByLineage } from '../../store/items.ts';
import { currentRelations } from '../../store/relations.ts';
import type { Scope } from '../../store/scope.ts';
import { isOneOf } from '../../store/sees.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { Known } from './reconcile.ts';
import type { SeenSet } from './seen-set.ts';
import { wholeItem } from './unreadable.ts';

/** An item that is exactly as it was. */
export type Unchanged = { readonly id: string; readonly identity: string; readonly scopeRegion: string };

/** By digest, the items whose last observation had it and of which nothing else is to be put right. */
export async function loadUnchanged(
  db: Database,
  scope: Scope,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Unchanged>> {
  if (hashes.length === 0) return new Map();
  // Two look-ups by key, not a join: before a new table's statistics are known a join is planned as a scan of the scope.
  const observed = await db
    .selectFrom('ephemeral')
    .select(['item_id', 'observed_hash'])
    .where(isOneOf('observed_hash', hashes, 'text'))
    .execute();
  const hashOf = new Map(observed.map((row) => [row.item_id, row.observed_hash]));
  const items = await db
    .selectFrom('item')
    .select([
      'id',
      'identity',
      'scope_region',
      'account_id',
      'technology',
      'status',
      'missing_since',
      'unreadable',
    ])
    .where(isOneOf('id', [...hashOf.keys()]))
    .execute();
  const sound = items.filter(
    (item) =>
      item.account_id === scope.accountId &&
      item.technology === scope.technology &&
      item.status === 'active' &&
      item.missing_since === null &&
      item.unreadable.every(({ path }) => path !== wholeItem),
  );
  return new Map(
    sound.map(({ id, identity, scope_region }) => [
      hashOf.get(id) ?? '',
      { id, identity, scopeRegion: scope_region },
    ]),
  );
}

/** The known items by identity, with what is kept beside them. */
export async function loadKnown(
  db: Database,
  scope: Scope,
  identities: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  if (identities.length === 0) return new Map();
  const items = await itemsByIds(db, systemViewer, await idsByIdentity(db, scope, identities));
  const ids = items.map(({ id }) => id);
  const sideRows = await ephemeralOf(db, systemViewer, ids);
  const sideRowOf = new Map(sideRows.map((row) => [row.item_id, row]));
  const relations = await currentRelations(db, systemViewer, ids);
  const relationsOf = Map.groupBy(relations, ({ item_id }) => item_id);
  return new Map(
    items.map((item): [string, Known] => {
      const side = sideRowOf.get(item.id);
      const beside = { ephemeral: side?.body ?? {}, observedHash: side?.observed_hash };
      return [item.identity, { item, ...beside, relations: relationsOf.get(item.id) ?? [] }];
    }),
  );
}

/** One look-up by key for each identity, whatever the planner believes about the size of the scope. */
async function idsByIdentity(
  db: Database,
  scope: Scope,
  identities: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select found.id from unnest(${[...identities]}::text[]) as asked (identity)
    cross join lateral (
      select id from item
      where account_id = ${scope.accountId} and technology = ${scope.technology} and identity = asked.identity
      limit 1) as found`.execute(db);
  return rows.map(({ id }) => id);
}

/** By lineage, the latest item that had it: what a re-created resource succeeds. */
export async function loadPredecessors(
  db: Database,
  scope: Scope,
  lineages: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const items = await itemsByLineage(db, systemViewer, { accountId: scope.accountId, lineages });
  const same = items.filter(({ technology }) => technology === scope.technology);
  return new Map(same.map(({ id, lineage }) => [lineage, id]));
}

/**
 * Those of the items whose place another has taken: a newer one, or one that was gone and that this listing shows again.
 * Two resources never have one lineage at a time.
 */
export async function loadSuperseded(
  db: Database,
  ids: readonly string[],
  seen: Pick<SeenSet, 'has'>,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('item as old')
    .innerJoin('item as other', (join) =>
      join
        .onRef('other.account_id', '=', 'old.account_id')
        .onRef('other.technology', '=', 'old.technology')
        .onRef('other.lineage', '=', 'old.lineage')
        .onRef('other.id', '<>', 'old.id'),
    )
    .select(['old.id', 'other.id as otherId', 'other.predecessor'])
    .where(isOneOf('old.id', ids))
    .where('other.status', '<>', 'deleted')
    .execute();
  const taken = rows.filter(({ id, otherId, predecessor }) => predecessor === id || seen.has(otherId));
  return new Set(taken.map(({ id }) => id));
}

/** The latest `valid_from` of each item's revisions. */
export async function loadLatestRevisions(
  db: Database,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('revision')
    .select(['item_id', sql<Date>`max(valid_from)`.as('latest')])
    .where(isOneOf('item_id', itemIds))
    .groupBy('item_id')
    .execute();
  return new Map(rows.map(({ item_id, latest }) => [item_id, latest]));
}
