/** Items: reads. The current config lies with the item. */
import { sql } from 'kysely';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import type { Scope } from './scope.ts';
import { isOneOf, sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

/** What deciding about a sighting takes, without the config. */
export type KnownItem = Pick<
  Row<'item'>,
  | 'id'
  | 'identity'
  | 'lineage'
  | 'scope_region'
  | 'region'
  | 'status'
  | 'config_hash'
  | 'recorder'
  | 'missing_since'
  | 'unreadable'
> & {
  /** Digest of the last observation; null for an item that was never observed whole. */
  readonly observed_hash: string | null;
};

/** Those of a page's identities that are known. */
export async function knownItems(
  db: Database,
  viewer: Viewer,
  asked: {
    readonly accountId: string;
    readonly technology: string;
    readonly identities: readonly string[];
  },
): Promise<readonly KnownItem[]> {
  if (asked.identities.length === 0) return [];
  return db
    .selectFrom('item')
    .leftJoin('ephemeral', 'ephemeral.item_id', 'item.id')
    .select([
      'item.id',
      'item.identity',
      'item.lineage',
      'item.scope_region',
      'item.region',
      'item.status',
      'item.config_hash',
      'item.recorder',
      'item.missing_since',
      'item.unreadable',
      'ephemeral.observed_hash',
    ])
    .where('item.account_id', '=', asked.accountId)
    .where('item.technology', '=', asked.technology)
    .where(isOneOf('item.identity', asked.identities, 'text'))
    .where(sees(viewer, 'item.account_id'))
    .orderBy('item.id')
    .execute();
}

/** Whole items with their configs, by id. */
export async function itemsByIds(
  db: Database,
  viewer: Viewer,
  ids: readonly string[],
): Promise<readonly Row<'item'>[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('item')
    .selectAll()
    .where(isOneOf('id', ids))
    .where(sees(viewer, 'account_id'))
    .orderBy('id')
    .execute();
}

export type LineageItem = Pick<
  Row<'item'>,
  'id' | 'technology' | 'identity' | 'lineage' | 'status' | 'scope_region' | 'first_seen' | 'predecessor'
>;

/** Every item that has or had one of the lineages, the oldest first. */
export async function itemsByLineage(
  db: Database,
  viewer: Viewer,
  asked: { readonly accountId: string; readonly lineages: readonly string[] },
): Promise<readonly LineageItem[]> {
  if (asked.lineages.length === 0) return [];
  // One look-up by key for each lineage: before statistics are known the planner would go through the whole account.
  const { rows } = await sql<LineageItem>`
    select found.* from unnest(${[...asked.lineages]}::text[]) as asked (lineage)
    cross join lateral (
      select id, technology, identity, lineage, status, scope_region, first_seen, predecessor from item
      where account_id = ${asked.accountId} and lineage = asked.lineage and ${sees(viewer, 'account_id')}
      offset 0) as found
    order by found.first_seen, found.id`.execute(db);
  return rows;
}

export type ScopeItem = Pick<
  Row<'item'>,
  'id' | 'identity' | 'lineage' | 'name' | 'region' | 'status' | 'missing_since'
>;

const scopePage = 1_000;

/** Every item of a scope that is not deleted, in pages by id. */
export async function* scopeItems(
  db: Database,
  viewer: Viewer,
  { accountId, technology, region }: Scope,
): AsyncGenerator<readonly ScopeItem[]> {
  let after: string | undefined;
  while (true) {
    let query = db
      .selectFrom('item')
      .select(['id', 'identity', 'lineage', 'name', 'region', 'status', 'missing_since'])
      .where('account_id', '=', accountId)
      .where('technology', '=', technology)
      .where('scope_region', '=', region)
      .where('status', '!=', 'deleted')
      .where(sees(viewer, 'account_id'));
    if (after !== undefined) query = query.where('id', '>', after);
    const page = await query.orderBy('id').limit(scopePage).execute();
    if (page.length > 0) yield page;
    after = page.at(-1)?.id;
    if (page.length < scopePage) return;
  }
}

/** No further is counted. */
export const mostCountedItems = 50_000;

/** How many active items each technology has, of those that have any; all together at most one more than is counted. */
export async function countActiveItems(
  db: Database,
  viewer: Viewer,
  technologies: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (technologies.length === 0) return new Map();
  const rows = await db
    .selectFrom(
      db
        .selectFrom('item')
        .select('technology')
        .where(isOneOf('technology', technologies, 'text'))
        .where('status', '=', 'active')
        .where(sees(viewer, 'account_id'))
        .limit(mostCountedItems + 1)
        .as('counted'),
    )
    .groupBy('technology')
    .select(['technology', sql<number>`count(*)::integer`.as('count')])
    .execute();
  return new Map(rows.map(({ technology, count }) => [technology, count]));
}

/** How many items of a scope are not deleted. */
export async function countScopeItems(
  db: Database,
  viewer: Viewer,
  { accountId, technology, region }: Scope,
): Promise<number> {
  const { count } = await db
    .selectFrom('item')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('technology', '=', technology)
    .where('scope_region', '=', region)
    .where('status', '!=', 'deleted')
    .where(sees(viewer, 'account_id'))
    .executeTakeFirstOrThrow();
  return count;
}
