/** Finds the one item that a person means: by id, ARN or full resource name, identity, or name. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { nameMatches } from '../../query/compile-common.ts';
import type { Database } from '../database/database.ts';
import type { Viewer } from '../viewer.ts';
import { type ItemRow, itemColumns, itemRow, visibleItems } from './item-row.ts';

export type FoundItem =
  | { readonly kind: 'found'; readonly item: ItemRow }
  /** More than one answers to it; at most 20 of them. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly ItemRow[] }
  | { readonly kind: 'none' };

const mostCandidates = 20;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Tried in this order, and the first that anything answers to decides: the item's id, its lineage, its identity, its
 * name as written, its name in any case. Items that still exist go before deleted ones; of several deleted ones with the
 * same lineage in the same account, which are the former lives of one resource, the last one is meant.
 */
export async function findItem(db: Database, viewer: Viewer, ref: string): Promise<FoundItem> {
  if (ref === '' || ref.includes('\u0000')) return { kind: 'none' };
  for (const condition of waysToMean(ref)) {
    const found = await itemsWhere(db, viewer, condition);
    if (found.length > 0) return decide(found);
  }
  return { kind: 'none' };
}

function waysToMean(ref: string): readonly Expression<SqlBool>[] {
  const id = uuid.test(ref.toLowerCase()) ? [sql<SqlBool>`item.id = ${ref.toLowerCase()}::uuid`] : [];
  return [
    ...id,
    sql<SqlBool>`item.lineage = ${ref}`,
    sql<SqlBool>`item.identity = ${ref}`,
    sql<SqlBool>`(${nameMatches([ref])} and item.name = ${ref})`,
    nameMatches([ref]),
  ];
}

/** The living first, then the newest. */
async function itemsWhere(
  db: Database,
  viewer: Viewer,
  condition: Expression<SqlBool>,
): Promise<readonly ItemRow[]> {
  const found = await visibleItems(db, viewer)
    .select(itemColumns)
    .where(condition)
    .orderBy(sql`(item.status = 'deleted')`)
    .orderBy('item.first_seen', 'desc')
    .orderBy('item.id', 'desc')
    .limit(mostCandidates)
    .execute();
  return found.map(itemRow);
}

function decide(found: readonly ItemRow[]): FoundItem {
  const living = found.filter(({ status }) => status !== 'deleted');
  const meant = living.length > 0 ? living : found;
  const [item, ...others] = meant;
  if (item === undefined) return { kind: 'none' };
  const sameResource = others.every((other) => isFormerLife(other, item));
  return others.length === 0 || (living.length === 0 && sameResource)
    ? { kind: 'found', item }
    : { kind: 'ambiguous', candidates: meant };
}

function isFormerLife(other: ItemRow, item: ItemRow): boolean {
  return (
    other.account === item.account &&
    other.technology === item.technology &&
    other.providerName === item.providerName
  );
}
