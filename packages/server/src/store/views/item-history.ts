/** The revisions of an item, each with a sentence of what changed. */
import { diffJson, type JsonObject, type Unreadable } from '@security-monkey/sdk';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { RevisionKind, RevisionSource, Row } from '../schema.ts';
import { type Viewer, visible } from '../viewer.ts';
import { changeSentence } from './change-sentence.ts';
import { decodeCursor, keyFormats, type Page, pageOf, pageSize } from './page.ts';

export type RevisionRow = {
  readonly id: string;
  readonly item: string;
  readonly kind: Exclude<RevisionKind, 'rebaseline'>;
  /** When it became so. */
  readonly validFrom: Date;
  /** When we learnt of it. */
  readonly observedAt: Date;
  readonly source: RevisionSource;
  readonly actor: JsonObject | null;
  /** What changed, in a sentence without a full stop. */
  readonly summary: string;
  /** How many changes it makes to the config. */
  readonly changes: number;
  /** What it means for who may do what, in sentences; none when it means nothing, or nobody was asked to tell. */
  readonly meaning: readonly string[];
  readonly unreadable: readonly Unreadable[];
  /** Revisions between this one and the next that only a change of our own made. */
  readonly rebaselines: number;
};

export type TellMeaning = (technology: string, before: JsonObject, after: JsonObject) => readonly string[];

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

type FoundRevision = Row<'revision'> & {
  readonly technology: string;
  readonly predecessor: string | null;
  readonly sort_key: string;
  readonly previous_kind: RevisionKind | null;
  readonly previous_hash: string | null;
};

/** With the revision before each, whatever its kind. */
function revisions(db: Database, viewer: Viewer, { item, after, limit }: HistorySearch) {
  return db
    .selectFrom('revision')
    .innerJoin('item', 'item.id', 'revision.item_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('revision as earlier')
          .select(['earlier.kind', 'earlier.config_hash'])
          .whereRef('earlier.item_id', '=', 'revision.item_id')
          .where(sql<boolean>`(earlier.valid_from, earlier.id) < (revision.valid_from, revision.id)`)
          .orderBy('earlier.valid_from', 'desc')
          .orderBy('earlier.id', 'desc')
          .limit(1)
          .as('previous'),
      (join) => join.onTrue(),
    )
    .where('revision.item_id', '=', item)
    .where('revision.kind', '<>', 'rebaseline')
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .$if(after !== undefined, (query) => {
      const [at, id] = decodeCursor(after ?? '', { list, formats: [keyFormats.time, keyFormats.uuid] });
      return query.where(
        sql<boolean>`(revision.valid_from, revision.id) < (${at}::timestamptz, ${id}::uuid)`,
      );
    })
    .orderBy('revision.valid_from', 'desc')
    .orderBy('revision.id', 'desc')
    .limit(limit)
    .selectAll('revision')
    .select([
      'item.technology',
      'item.predecessor',
      'previous.kind as previous_kind',
      'previous.config_hash as previous_hash',
      sql<string>`revision.valid_from::text`.as('sort_key'),
    ])
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

/** The configs of the revisions that changed something, and of those before them. */
async function bodiesOf(
  db: Database,
  rows: readonly FoundRevision[],
): Promise<ReadonlyMap<string, JsonObject>> {
  const changed = rows.filter((row) => row.kind === 'changed' || row.kind === 'created');
  const hashes = changed.flatMap((row) => [row.config_hash, row.previous_hash ?? row.config_hash]);
  if (hashes.length === 0) return new Map();
  const found = await db
    .selectFrom('config')
    .select(['hash', 'body'])
    .where('hash', 'in', [...new Set(hashes)])
    .execute();
  return new Map(found.map(({ hash, body }) => [hash, body]));
}

type RowContext = {
  readonly bodies: ReadonlyMap<string, JsonObject>;
  readonly unordered: readonly string[];
  readonly meaning: TellMeaning | undefined;
  readonly rebaselines: number;
};

function revisionRow(row: FoundRevision, context: RowContext): RevisionRow {
  const { bodies, unordered, rebaselines } = context;
  const before = row.previous_hash === null ? undefined : bodies.get(row.previous_hash);
  const after = bodies.get(row.config_hash);
  const isChange = row.kind !== 'deleted' && before !== undefined && after !== undefined;
  const changes = isChange ? diffJson(before, after, { unordered }) : [];
  const isTold = isChange && changes.length > 0;
  return {
    id: row.id,
    item: row.item_id,
    kind: shownKind(row.kind),
    validFrom: row.valid_from,
    observedAt: row.observed_at,
    source: row.source,
    actor: row.actor,
    summary: changeSentence({
      kind: shownKind(row.kind),
      changes,
      previous: row.previous_kind,
      replaces: row.predecessor !== null,
    }),
    changes: changes.length,
    meaning: isTold ? (context.meaning?.(row.technology, before, after) ?? []) : [],
    unreadable: row.unreadable,
    rebaselines,
  };
}

/** Re-baselines are not read: what else there is, is shown. */
function shownKind(kind: RevisionKind): RevisionRow['kind'] {
  return kind === 'rebaseline' ? 'changed' : kind;
}
