/** Decides what a sighting changes: pure, from what is known and what was seen. */
import { canonicalText, getAt, type JsonObject, type JsonValue, type Relation } from '@security-monkey/sdk';
import type { Row } from '../../store/schema.ts';
import { type Recorder, withKeptParts } from './recorder.ts';
import type { Shaped } from './shape.ts';
import { configPaths, keepLastValues, unreadableKey, unreadableRelations, wholeItem } from './unreadable.ts';

/** What is stored of an item. */
export type Known = {
  readonly item: Row<'item'>;
  readonly ephemeral: JsonObject;
  readonly observedHash: string | undefined;
  /** The relations that hold now. */
  readonly relations: readonly Row<'relation'>[];
};

export type RelationChanges = {
  readonly opened: readonly Relation[];
  readonly closed: readonly Row<'relation'>[];
};

export type Decision = {
  /** The revision to write, if any: a re-baseline is a change of our own or of what we can see, and tells nobody. */
  readonly revision: 'created' | 'changed' | 'rebaseline' | undefined;
  readonly recorder: string;
  /** Whether the item's row is written. */
  readonly writesItem: boolean;
  /** Whether the side row of ephemeral values and the digest of the observation is written. */
  readonly writesSideRow: boolean;
  readonly relations: RelationChanges;
  /** Why the item must be audited again, if so. */
  readonly auditCause: 'config' | 'related' | 'thawed' | undefined;
  /** Whether the item comes over from another scope. */
  readonly scopeRegion: string;
};

type Comparison = {
  readonly recorder: Recorder;
  readonly scopeRegion: string;
  readonly known: Known;
  readonly shaped: Shaped;
};

/** The decision on one sighting; without a known item it is created. */
export function reconcile(
  given: Omit<Comparison, 'known'> & { readonly known: Known | undefined },
): Decision {
  const { recorder, scopeRegion, known, shaped } = given;
  if (known === undefined) return created(recorder, scopeRegion, shaped);
  return compared({ recorder, scopeRegion, known, shaped });
}

function created(recorder: Recorder, scopeRegion: string, shaped: Shaped): Decision {
  return {
    revision: 'created',
    recorder: recorder.version,
    writesItem: true,
    writesSideRow: true,
    relations: { opened: shaped.relations, closed: [] },
    auditCause: 'config',
    scopeRegion,
  };
}

function compared(comparison: Comparison): Decision {
  const { recorder, known, shaped } = comparison;
  const { item } = known;
  const revision = revisionKind(comparison);
  const relations = relationChanges(known, shaped);
  const nextRecorder = recorderOf(recorder, known, shaped);
  const seesOtherParts = unreadableKey(item.unreadable) !== unreadableKey(shaped.unreadable);
  const scopeRegion = scopeOf(comparison);
  const drifted = canonicalText(known.ephemeral) !== canonicalText(shaped.ephemeral);
  const revived = item.status !== 'active' || item.missing_since !== null;
  const labelsDiffer = labelText(item) !== labelText({ ...shaped, terms: [...shaped.terms] });
  const writesItem =
    revision !== undefined ||
    seesOtherParts ||
    revived ||
    labelsDiffer ||
    nextRecorder !== item.recorder ||
    scopeRegion !== item.scope_region;
  return {
    revision,
    recorder: nextRecorder,
    writesItem,
    writesSideRow: known.observedHash !== shaped.observedHash || drifted,
    relations,
    auditCause: auditCause({
      item,
      relations,
      config:
        revision !== undefined || seesOtherParts || labelsDiffer || drifted || nextRecorder !== item.recorder,
    }),
    scopeRegion,
  };
}

function auditCause(change: {
  readonly item: Row<'item'>;
  readonly relations: RelationChanges;
  readonly config: boolean;
}): Decision['auditCause'] {
  if (change.item.status === 'frozen') return 'thawed';
  if (change.config || change.item.status === 'deleted') return 'config';
  const { opened, closed } = change.relations;
  return opened.length + closed.length > 0 ? 'related' : undefined;
}

/** Everything in the row that is derived from the config, as comparable text. */
function labelText(row: Pick<Row<'item'>, 'lineage' | 'name' | 'region' | 'tags' | 'terms'>): string {
  return canonicalText([row.lineage, row.name, row.region, { ...row.tags }, [...row.terms]]);
}

function revisionKind({ recorder, known, shaped }: Comparison): Decision['revision'] {
  const { item } = known;
  if (item.status === 'deleted') return 'created';
  if (item.config_hash === shaped.configHash) return undefined;
  if (!sameRecorder(recorder, known, shaped)) return 'rebaseline';
  return onlySightGained(known, shaped) ? 'rebaseline' : 'changed';
}

/** Whether config and sighting were shaped alike, so that a difference between them is one of the resource. */
function sameRecorder({ version }: Recorder, { item }: Known, shaped: Shaped): boolean {
  if (item.recorder === version) return true;
  if (item.recorder !== withKeptParts(version)) return false;
  const still = new Set(configPaths(shaped.unreadable));
  return configPaths(item.unreadable).every((path) => path === wholeItem || still.has(path));
}

function recorderOf({ version }: Recorder, { item }: Known, shaped: Shaped): string {
  if (item.recorder === version) return version;
  return configPaths(shaped.unreadable).length > 0 ? withKeptParts(version) : version;
}

/** Whether the config differs only by parts that had never been readable before: the resource has not changed. */
function onlySightGained({ item }: Known, shaped: Shaped): boolean {
  const still = new Set(configPaths(shaped.unreadable));
  const regained = configPaths(item.unreadable).filter(
    (path) => path !== wholeItem && !still.has(path) && getAt(item.config, path) === undefined,
  );
  if (regained.length === 0) return false;
  return canonicalText(keepLastValues(shaped.durable, regained, undefined)) === canonicalText(item.config);
}

function relationChanges({ relations }: Known, shaped: Shaped): RelationChanges {
  const unread = unreadableRelations(shaped.unreadable);
  const current = relations.filter(({ name }) => !unread.has(name));
  const before = new Map(current.map((relation) => [relationText(relation), relation]));
  const now = new Map(shaped.relations.map((relation) => [relationText(relation), relation]));
  return {
    opened: [...now].flatMap(([text, relation]) =>
      before.has(text) || unread.has(relation.name) ? [] : [relation],
    ),
    closed: [...before].flatMap(([text, relation]) => (now.has(text) ? [] : [relation])),
  };
}

function relationText(relation: Relation | Row<'relation'>): string {
  const value: JsonValue = relation.value ?? {};
  return canonicalText([relation.name, relation.technology, relation.key, value]);
}

/**
 * An item stays with the scope that sees it. One that another scope seems to hold is taken over only when that scope has
 * lost it; otherwise two listings that both show it would pull it to and fro.
 */
function scopeOf({ recorder, scopeRegion, known }: Comparison): string {
  const { item } = known;
  const lost = item.status !== 'active' || item.missing_since !== null;
  const isGlobal = recorder.watcher.scope === 'global';
  const kindChanged = (item.scope_region === 'global') !== isGlobal;
  return lost || kindChanged ? scopeRegion : item.scope_region;
}
