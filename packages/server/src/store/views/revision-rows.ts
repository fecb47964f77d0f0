/** Revisions as lists show them, each with a sentence of what changed. */
import { diffJson, type JsonObject, type Unreadable } from '@security-monkey/sdk';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { RevisionKind, RevisionSource, Row } from '../schema.ts';
import { type Viewer, visible } from '../viewer.ts';
import { changeSentence } from './change-sentence.ts';
import { type Comparable, comparable } from './comparable.ts';

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

export type FoundRevision = Row<'revision'> & {
  readonly technology: string;
  readonly predecessor: string | null;
  readonly sort_key: string;
  readonly previous_kind: RevisionKind | null;
  readonly previous_hash: string | null;
  readonly previous_unreadable: readonly Unreadable[] | null;
};

/** Those that a viewer may see, but for re-baselines, the newest first; with the revision before each, whatever its kind. */
export function visibleRevisions(db: Database, viewer: Viewer) {
  return db
    .selectFrom('revision')
    .innerJoin('item', 'item.id', 'revision.item_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('revision as earlier')
          .select(['earlier.kind', 'earlier.config_hash', 'earlier.unreadable'])
          .whereRef('earlier.item_id', '=', 'revision.item_id')
          .where(sql<boolean>`(earlier.valid_from, earlier.id) < (revision.valid_from, revision.id)`)
          .orderBy('earlier.valid_from', 'desc')
          .orderBy('earlier.id', 'desc')
          .limit(1)
          .as('previous'),
      (join) => join.onTrue(),
    )
    .where('revision.kind', '<>', 'rebaseline')
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .orderBy('revision.valid_from', 'desc')
    .orderBy('revision.id', 'desc')
    .selectAll('revision')
    .select([
      'item.technology',
      'item.predecessor',
      'previous.kind as previous_kind',
      'previous.config_hash as previous_hash',
      'previous.unreadable as previous_unreadable',
      sql<string>`revision.valid_from::text`.as('sort_key'),
    ]);
}

/** The configs of the revisions that changed something, and of those before them. */
export async function bodiesOf(
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

export type RowContext = {
  readonly bodies: ReadonlyMap<string, JsonObject>;
  readonly unordered: readonly string[];
  readonly meaning: TellMeaning | undefined;
  readonly rebaselines: number;
};

export function revisionRow(row: FoundRevision, context: RowContext): RevisionRow {
  const { unordered, rebaselines } = context;
  const known = row.kind === 'deleted' ? undefined : knownOf(row, context.bodies);
  const changes = known === undefined ? [] : diffJson(known.before, known.after, { unordered });
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
    meaning:
      known !== undefined && changes.length > 0
        ? (context.meaning?.(row.technology, known.before, known.after) ?? [])
        : [],
    unreadable: row.unreadable,
    rebaselines,
  };
}

/** The configs of the revision and of the one before, but for what one of them never had because it could not be read. */
function knownOf(
  { previous_hash, previous_unreadable, config_hash, unreadable }: FoundRevision,
  bodies: RowContext['bodies'],
): Comparable | undefined {
  const before = previous_hash === null ? undefined : bodies.get(previous_hash);
  const after = bodies.get(config_hash);
  if (before === undefined || after === undefined) return undefined;
  return comparable({ config: before, unreadable: previous_unreadable ?? [] }, { config: after, unreadable });
}

/** Re-baselines are not read: what else there is, is shown. */
function shownKind(kind: RevisionKind): RevisionRow['kind'] {
  return kind === 'rebaseline' ? 'changed' : kind;
}
