/** The revisions of an item, each with a sentence of what changed. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { type Viewer, visible } from '../viewer.ts';
import { decodeCursor, keyFormats, type Page, pageOf, pageSize } from './page.ts';
import {
  bodiesOf,
  type FoundRevision,
  type RevisionRow,
  revisionRow,
  type TellMeaning,
  visibleRevisions,
} from './revision-rows.ts';

export type HistorySearch = {
  /** The item's id. */
  readonly item: string;
  /** The paths whose order means nothing, as the watcher of the technology declares them. */
  readonly unordered?: ((technology: string) => readonly string[]) | undefined;
  /** Tells what a change of an item's config means. */
  readonly meaning?: TellMeaning | undefined;
  readonly after?: string | undefined;
  /** At most 200: every row compares two configs. */
  readonly limit: number;
};

const list = 'history';
const longestHistory = 200;

/** The newest first; re-baselines are folded into the revision that they follow. */
export async function itemHistory(
  db: Database,
  viewer: Viewer,
  search: HistorySearch,
): Promise<Page<RevisionRow>> {
  const limit = Math.min(longestHistory, pageSize(search.limit));
  const found = await revisions(db, viewer, { ...search, limit: limit + 1 });
  const page = pageOf(found, { limit, position: (row) => ({ list, keys: [row.sort_key, row.id] }) });
  const rebaselines = await rebaselinesOf(db, viewer, page.rows);
  const bodies = await bodiesOf(db, page.rows);
  const rows = page.rows.map((row) => {
    const unordered = search.unordered?.(row.technology) ?? [];
    const { meaning } = search;
    return revisionRow(row, { bodies, unordered, meaning, rebaselines: rebaselines.get(row.id) ?? 0 });
  });
  return { rows, next: page.next };
}

function revisions(
  db: Database,
  viewer: Viewer,
  { item, after, limit }: HistorySearch,
): Promise<readonly FoundRevision[]> {
  return visibleRevisions(db, viewer)
    .where('revision.item_id', '=', item)
    .$if(after !== undefined, (query) => {
      const [at, id] = decodeCursor(after ?? '', { list, formats: [keyFormats.time, keyFormats.uuid] });
      return query.where(
        sql<boolean>`(revision.valid_from, revision.id) < (${at}::timestamptz, ${id}::uuid)`,
      );
    })
    .limit(limit)
    .execute();
}

/** How many re-baselines follow each revision before the next one of another kind. */
async function rebaselinesOf(
  db: Database,
  viewer: Viewer,
  rows: readonly FoundRevision[],
): Promise<ReadonlyMap<string, number>> {
  const oldest = rows.at(-1);
  if (oldest === undefined) return new Map();
  const found = await db
    .selectFrom('revision')
    .innerJoin('item', 'item.id', 'revision.item_id')
    .where('revision.item_id', '=', oldest.item_id)
    .where('revision.kind', '=', 'rebaseline')
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .where(sql<boolean>`(revision.valid_from, revision.id) > (${oldest.valid_from}, ${oldest.id}::uuid)`)
    .select((eb) => [
      eb
        .selectFrom('revision as shown')
        .select('shown.id')
        .whereRef('shown.item_id', '=', 'revision.item_id')
        .where('shown.kind', '<>', 'rebaseline')
        .where(sql<boolean>`(shown.valid_from, shown.id) < (revision.valid_from, revision.id)`)
        .orderBy('shown.valid_from', 'desc')
        .orderBy('shown.id', 'desc')
        .limit(1)
        .as('follows'),
    ])
    .execute();
  const counts = new Map<string, number>();
  for (const { follows } of found) {
    if (follows !== null) counts.set(follows, (counts.get(follows) ?? 0) + 1);
  }
  return counts;
}
