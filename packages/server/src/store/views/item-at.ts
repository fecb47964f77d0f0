/** The config of an item at a moment or by a revision, and the difference between two of them. */
import { type Change, diffJson, type JsonObject, type Unreadable } from '@security-monkey/sdk';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { RevisionKind } from '../schema.ts';
import { type Viewer, visible } from '../viewer.ts';
import { comparable } from './comparable.ts';

/** A revision by its id, or the one that was valid at a moment. */
export type RevisionRef =
  | { readonly kind: 'revision'; readonly id: string }
  | { readonly kind: 'time'; readonly at: Date };

export type ItemState = {
  readonly revision: string;
  readonly kind: RevisionKind;
  readonly validFrom: Date;
  readonly observedAt: Date;
  readonly actor: JsonObject | null;
  readonly unreadable: readonly Unreadable[];
  /** For a deletion, the last one. */
  readonly config: JsonObject;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Undefined when the item had no revision by then, has none of that id, or may not be seen. */
export async function itemConfigAt(
  db: Database,
  viewer: Viewer,
  { item, ref }: { readonly item: string; readonly ref: RevisionRef },
): Promise<ItemState | undefined> {
  if (ref.kind === 'revision' && !uuid.test(ref.id.toLowerCase())) return undefined;
  const condition =
    ref.kind === 'revision'
      ? sql<boolean>`revision.id = ${ref.id.toLowerCase()}::uuid`
      : sql<boolean>`revision.valid_from <= ${ref.at}`;
  return states(db, viewer, item).where(condition).executeTakeFirst();
}

export type ItemDiff = {
  /** Null when there was nothing before. */
  readonly before: ItemState | null;
  readonly after: ItemState;
  /** From nothing, everything is added; to a deletion, everything is removed. */
  readonly changes: readonly Change[];
  /** JSON pointers of parts that one of both never had because they could not be read: they are in neither config here. */
  readonly unknown: readonly string[];
};

export type DiffRequest = {
  /** The item's id. */
  readonly item: string;
  /** The state before `to` unless given. */
  readonly from?: RevisionRef | undefined;
  /** The latest unless given. */
  readonly to?: RevisionRef | undefined;
  /** The paths whose order means nothing, as the watcher of the technology declares them. */
  readonly unordered?: readonly string[] | undefined;
};

export type GotDiff =
  | { readonly kind: 'found'; readonly diff: ItemDiff }
  /** What was asked for does not exist, or may not be seen. */
  | { readonly kind: 'none'; readonly missing: 'from' | 'to' };

/** The difference between two revisions or moments. A moment before the first revision compares with nothing. */
export async function itemDiff(db: Database, viewer: Viewer, request: DiffRequest): Promise<GotDiff> {
  const { item, from, to, unordered = [] } = request;
  const after =
    to === undefined
      ? await states(db, viewer, item).executeTakeFirst()
      : await itemConfigAt(db, viewer, { item, ref: to });
  if (after === undefined) return { kind: 'none', missing: 'to' };
  const before =
    from === undefined
      ? await stateBefore(db, viewer, { item, after })
      : await itemConfigAt(db, viewer, { item, ref: from });
  if (before === undefined && from?.kind === 'revision') return { kind: 'none', missing: 'from' };
  return { kind: 'found', diff: compared(before, after, unordered) };
}

function compared(before: ItemState | undefined, after: ItemState, unordered: readonly string[]): ItemDiff {
  if (before === undefined || before.kind === 'deleted' || after.kind === 'deleted') {
    const changes = diffJson(present(before), present(after), { unordered });
    return { before: before ?? null, after, changes, unknown: [] };
  }
  const known = comparable(before, after);
  return {
    before: { ...before, config: known.before },
    after: { ...after, config: known.after },
    changes: diffJson(known.before, known.after, { unordered }),
    unknown: known.unknown,
  };
}

function stateBefore(
  db: Database,
  viewer: Viewer,
  { item, after }: { readonly item: string; readonly after: ItemState },
): Promise<ItemState | undefined> {
  return states(db, viewer, item)
    .where(
      sql<boolean>`(revision.valid_from, revision.id) < (
        select self.valid_from, self.id from revision as self
        where self.item_id = ${item}::uuid and self.id = ${after.revision}::uuid)`,
    )
    .executeTakeFirst();
}

function present(state: ItemState | undefined): JsonObject {
  return state === undefined || state.kind === 'deleted' ? {} : state.config;
}

/** The newest first. */
function states(db: Database, viewer: Viewer, item: string) {
  return db
    .selectFrom('revision')
    .innerJoin('item', 'item.id', 'revision.item_id')
    .innerJoin('config', 'config.hash', 'revision.config_hash')
    .where('revision.item_id', '=', item)
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .orderBy('revision.valid_from', 'desc')
    .orderBy('revision.id', 'desc')
    .limit(1)
    .select([
      'revision.id as revision',
      'revision.kind',
      'revision.valid_from as validFrom',
      'revision.observed_at as observedAt',
      'revision.actor',
      'revision.unreadable',
      'config.body as config',
    ]);
}
