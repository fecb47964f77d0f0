/** Puts what a provider tells of an item's past before its first revision: pure. */
import { canonicalText, type Failure, getAt, type JsonObject, type PastState } from '@security-monkey/sdk';
import type { Row } from '../../store/schema.ts';
import type { Recorder } from './recorder.ts';
import { type LastRecord, shape } from './shape.ts';
import { glance, sight } from './sighting.ts';
import { configPaths, keepLastValues, unreadableKey, wholeItem } from './unreadable.ts';

/** An item with its first revision, and that one's config. */
export type Beginning = {
  readonly item: Pick<Row<'item'>, 'id' | 'identity' | 'last_changed'>;
  readonly first: Row<'revision'>;
  readonly config: JsonObject;
};

export type PastPlan = {
  readonly inserted: readonly Row<'revision'>[];
  /** The configs of those that are inserted. */
  readonly configs: readonly { readonly hash: string; readonly body: JsonObject }[];
  /** The first revision as it is from now on. */
  readonly first: Row<'revision'>;
  /** When we first saw it stays: by that the audit tells what is news. */
  readonly item: Pick<Row<'item'>, 'id' | 'last_changed'>;
};

export type PastContext = {
  readonly recorder: Recorder;
  readonly now: Date;
  readonly nextId: () => string;
};

/** What was so for a while. */
type Look = Pick<Row<'revision'>, 'config_hash' | 'unreadable'> & LastRecord;
type Step = Look & Pick<Row<'revision'>, 'valid_from' | 'kind'>;

/** Undefined when the provider tells nothing from before the first revision. */
export function planPast(
  context: PastContext,
  beginning: Beginning,
  states: readonly PastState[],
): PastPlan | undefined {
  const steps = stepsOf(context.recorder, beginning, inOrder(beginning, states));
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  const { first, config } = beginning;
  const look: Look = { ...first, config, ephemeral: {} };
  if (isWhole(last, look)) {
    const moved = { valid_from: last.valid_from, kind: last.kind, source: 'backfill' } as const;
    return planOf(context, beginning, { steps: steps.slice(0, -1), first: { ...first, ...moved } });
  }
  return planOf(context, beginning, { steps, first: { ...first, kind: kindOf(last, look) ?? 'rebaseline' } });
}

/** Those that begin before the first revision, each time once. */
function inOrder({ item, first }: Beginning, states: readonly PastState[]): readonly PastState[] {
  const own = states.filter(({ identity, from }) => identity === item.identity && from < first.valid_from);
  const byTime = new Map(own.map((state) => [state.from.getTime(), state]));
  return [...byTime.values()].toSorted((left, right) => left.from.getTime() - right.from.getTime());
}

function stepsOf(recorder: Recorder, { item }: Beginning, states: readonly PastState[]): readonly Step[] {
  const steps: Step[] = [];
  for (const state of states) {
    const before = steps.at(-1);
    const alive = before?.kind === 'deleted' ? undefined : before;
    const step = stepOf(recorder, { state, identity: item.identity, before, alive });
    if (step !== undefined) steps.push(step);
  }
  return steps;
}

type Stepping = {
  readonly state: PastState;
  readonly identity: string;
  readonly before: Step | undefined;
  /** The one before, unless the item did not exist then. */
  readonly alive: Step | undefined;
};

/** Undefined for what makes no difference. */
function stepOf(recorder: Recorder, { state, identity, before, alive }: Stepping): Step | undefined {
  const { from: valid_from } = state;
  if (state.config === null) return alive && { ...alive, valid_from, kind: 'deleted' };
  const look = lookOf(recorder, { state, config: state.config, identity, alive });
  if (look === undefined) return undefined;
  const kind = kindOf(before, look);
  return kind && { ...look, valid_from, kind };
}

type Looking = Pick<Stepping, 'state' | 'identity' | 'alive'> & { readonly config: JsonObject };

/** Shaped as if it had been seen then; undefined for another resource of the same name, and where nothing is known. */
function lookOf(recorder: Recorder, { state, config, identity, alive }: Looking): Look | undefined {
  const unreadable = (state.unreadable ?? []).filter(({ path }) => !path.startsWith('@'));
  const whole = unreadable.find(({ path }) => path === wholeItem);
  if (whole !== undefined) return unknownSince(alive, whole);
  const sighting = sight(recorder, glance(recorder, { config, unreadable }));
  if ('failure' in sighting) return unknownSince(alive, sighting.failure);
  if (sighting.identity !== identity) return undefined;
  try {
    const shaped = shape(recorder, sighting, alive);
    const { durable, ephemeral, configHash } = shaped;
    return { config: durable, ephemeral, config_hash: configHash, unreadable: shaped.unreadable };
  } catch {
    // What was thrown may repeat a value of the config.
    const message = `The watcher ${recorder.watcher.id} could not record what it was.`;
    return unknownSince(alive, { class: 'defect', message });
  }
}

/** The last state is kept, and marked. */
function unknownSince(alive: Step | undefined, failure: Failure): Look | undefined {
  return alive && { ...alive, unreadable: [{ ...failure, path: wholeItem }] };
}

/** Undefined when nothing differs; a re-baseline where only what could be read does. */
function kindOf(before: Step | undefined, look: Look): Step['kind'] | undefined {
  if (before === undefined || before.kind === 'deleted') return 'created';
  if (!isAlike(before, look)) return 'changed';
  const isSame =
    before.config_hash === look.config_hash &&
    unreadableKey(before.unreadable) === unreadableKey(look.unreadable);
  return isSame ? undefined : 'rebaseline';
}

/** But for parts that one of both never had. */
function isAlike(left: Look, right: Look): boolean {
  const hidden = [...hiddenIn(left), ...hiddenIn(right)];
  const rest = ({ config }: Look): string => canonicalText(keepLastValues(config, hidden, undefined));
  return rest(left) === rest(right);
}

function hiddenIn({ config, unreadable }: Look): readonly string[] {
  return configPaths(unreadable).filter((path) => path !== wholeItem && getAt(config, path) === undefined);
}

/** Whether the state is that of the first revision in all that this one could read: it was so since then. */
function isWhole(state: Step, first: Look): boolean {
  if (state.kind === 'deleted' || state.config_hash !== first.config_hash) return false;
  const unread = new Set(configPaths(first.unreadable));
  return configPaths(state.unreadable).every((path) => unread.has(path));
}

function planOf(
  { nextId, now }: PastContext,
  { item, first: before }: Beginning,
  { steps, first }: { readonly steps: readonly Step[]; readonly first: Row<'revision'> },
): PastPlan {
  const inserted = steps.map(({ valid_from, kind, config_hash, unreadable }) => ({
    id: nextId(),
    item_id: item.id,
    valid_from,
    observed_at: now,
    kind,
    config_hash,
    source: 'backfill' as const,
    actor: null,
    unreadable,
  }));
  const all = [...inserted, first];
  const changed = all.findLast(({ kind }) => kind !== 'rebaseline') ?? first;
  const isLatest = item.last_changed.getTime() === before.valid_from.getTime();
  return {
    inserted,
    configs: steps.map(({ config_hash, config }) => ({ hash: config_hash, body: config })),
    first,
    item: {
      id: item.id,
      last_changed: isLatest ? changed.valid_from : item.last_changed,
    },
  };
}
