/** Turns a page's sightings into the rows to write: pure, given what is known. */
import type { Deed, Failure } from '@security-monkey/sdk';
import type { NewItem } from '../../store/item-writes.ts';
import type { OpenedRelation, RelationKey } from '../../store/relations.ts';
import type { Row } from '../../store/schema.ts';
import type { NewEvent } from '../notify/new-event.ts';
import { ignoredBy } from '../settings/is-ignored.ts';
import type { Settings } from '../settings/schema.ts';
import { actorOf } from './actor-of.ts';
import { changesText, itemEvent } from './events.ts';
import type { ItemFailure } from './failures.ts';
import { noCounts, type PageCounts } from './page.ts';
import { type Decision, type Known, reconcile } from './reconcile.ts';
import type { Recorder } from './recorder.ts';
import { type Shaped, shape } from './shape.ts';
import type { Sighting } from './sighting.ts';
import { unreadableKey, unreadableSince, wholeItem } from './unreadable.ts';

/** What the planning of one page needs to know. */
export type PageContext = {
  readonly recorder: Recorder;
  readonly account: Row<'account'>;
  readonly ignore: Settings['ignore'];
  readonly scopeRegion: string;
  readonly known: ReadonlyMap<string, Known>;
  /** By item id, when its latest revision became valid. */
  readonly latest: ReadonlyMap<string, Date>;
  readonly nextId: () => string;
};

export type SeenItem = {
  readonly sighting: Sighting;
  readonly at: Date;
  /** What made it so, where the provider's log tells. */
  readonly deed?: Deed;
};

/** The rows that one item comes to. */
export type ItemPlan = {
  readonly item: NewItem;
  readonly isNew: boolean;
  readonly writesItem: boolean;
  readonly networks: readonly string[] | undefined;
  readonly revision: Row<'revision'> | undefined;
  readonly sideRow: Row<'ephemeral'> | undefined;
  readonly opened: readonly OpenedRelation[];
  readonly closed: readonly RelationKey[];
  readonly auditCause: string | undefined;
  readonly event: NewEvent | undefined;
};

/** The plan of a sighting, or why the watcher could not shape it. */
export function planSighting(context: PageContext, seen: SeenItem): ItemPlan | ItemFailure {
  const { sighting, at, deed } = seen;
  const { recorder, known: all, scopeRegion } = context;
  const known = all.get(sighting.identity);
  let shaped: Shaped;
  try {
    const last = known && { config: known.item.config, ephemeral: known.ephemeral };
    shaped = shape(recorder, sighting, last);
  } catch {
    // What was thrown may repeat a value of the config.
    const message = `The watcher ${recorder.watcher.id} could not record an item.`;
    return { subject: sighting.identity, stage: 'describe', failure: { class: 'defect', message } };
  }
  const decision = reconcile({ recorder, scopeRegion, known, shaped });
  return planItem(context, { known, shaped, decision, at, deed });
}

type Decided = {
  readonly known: Known | undefined;
  readonly shaped: Shaped;
  readonly decision: Decision;
  readonly at: Date;
  readonly deed: Deed | undefined;
};

function planItem(context: PageContext, decided: Decided): ItemPlan {
  const { known, shaped, decision, at } = decided;
  const id = known?.item.id ?? context.nextId();
  const revision = decision.revision && planRevision(context, decided, id);
  const item = planRow(context, decided, { id, revision });
  return {
    item,
    isNew: known === undefined,
    writesItem: decision.writesItem,
    networks: decision.writesItem ? shaped.networks : undefined,
    revision,
    sideRow: decision.writesSideRow
      ? { item_id: id, body: shaped.ephemeral, observed_hash: shaped.observedHash, observed_at: at }
      : undefined,
    opened: decision.relations.opened.map(({ name, technology, key, value = {} }) => ({
      item_id: id,
      name,
      technology,
      key,
      value,
    })),
    closed: decision.relations.closed,
    auditCause: decision.auditCause,
    event: revision && planEvent(context, decided, { item, revision }),
  };
}

function planRevision(
  { nextId, latest }: PageContext,
  { shaped, decision, at, deed }: Decided,
  itemId: string,
): Row<'revision'> {
  return {
    id: nextId(),
    item_id: itemId,
    valid_from: laterThan(deed?.at ?? at, latest.get(itemId)),
    observed_at: at,
    kind: decision.revision ?? 'changed',
    config_hash: shaped.configHash,
    source: 'scan',
    actor: actorOf(deed),
    unreadable: shaped.unreadable,
  };
}

/** The times of an item's revisions rise strictly, whatever the clocks of two machines say. */
export function laterThan(at: Date, before: Date | undefined): Date {
  return before === undefined || at > before ? at : new Date(before.getTime() + 1);
}

function planRow(
  { account, recorder }: PageContext,
  { known, shaped, decision, at }: Decided,
  { id, revision }: { readonly id: string; readonly revision: Row<'revision'> | undefined },
): NewItem {
  const isChange = revision !== undefined && revision.kind !== 'rebaseline';
  const firstSeen = known?.item.first_seen ?? revision?.valid_from;
  const lastChanged = isChange ? revision.valid_from : known?.item.last_changed;
  return {
    id,
    account_id: account.id,
    technology: recorder.watcher.id,
    scope_region: decision.scopeRegion,
    region: shaped.region,
    identity: shaped.identity,
    lineage: shaped.lineage,
    name: shaped.name,
    tags: shaped.tags,
    terms: [...shaped.terms],
    status: 'active',
    predecessor: known?.item.predecessor ?? null,
    first_seen: firstSeen ?? new Date(0),
    last_changed: lastChanged ?? firstSeen ?? new Date(0),
    deleted_at: null,
    missing_since: null,
    config: shaped.durable,
    config_hash: shaped.configHash,
    recorder: decision.recorder,
    unreadable: unreadableSince(shaped.unreadable, known?.item.unreadable ?? [], at),
  };
}

/** Before the account is enrolled everything is new, and one summary tells of it; of what is ignored nobody is told. */
function planEvent(
  { account, recorder, nextId, ignore }: PageContext,
  { known, shaped }: Decided,
  { item, revision }: { readonly item: NewItem; readonly revision: Row<'revision'> },
): NewEvent | undefined {
  if (account.enrolled_at === null || revision.kind === 'rebaseline') return undefined;
  if (ignoredBy(ignore, item, account) !== null) return undefined;
  const told = { id: nextId(), account, item, revision };
  if (revision.kind === 'created' || known === undefined) return itemEvent({ ...told, kind: 'item.created' });
  const changes = changesText(known.item.config, shaped.durable, recorder.unordered);
  return itemEvent({ ...told, kind: 'item.changed', changes });
}

/**
 * The plan of a known item whose look failed as a whole: it keeps everything, and all its checks become unknown. What
 * could not be read before is remembered, for the comparison with the next look that succeeds.
 */
export function planFailed(known: Known, failure: Failure, at: Date): ItemPlan | undefined {
  const { item } = known;
  if (item.status === 'deleted') return undefined;
  const before = item.unreadable.filter(({ path }) => path !== wholeItem);
  const unreadable = [{ path: wholeItem, ...failure }, ...before];
  const differs = unreadableKey(item.unreadable) !== unreadableKey(unreadable);
  const revived = item.status === 'frozen' || item.missing_since !== null;
  if (!differs && !revived) return undefined;
  return {
    item: {
      ...item,
      status: 'active',
      missing_since: null,
      unreadable: unreadableSince(unreadable, item.unreadable, at),
    },
    isNew: false,
    writesItem: true,
    networks: undefined,
    revision: undefined,
    sideRow: undefined,
    opened: [],
    closed: [],
    auditCause: item.status === 'frozen' ? 'thawed' : 'config',
    event: undefined,
  };
}

export function countPlans(plans: readonly ItemPlan[]): PageCounts {
  const ofKind = (kind: Row<'revision'>['kind']): number =>
    plans.filter(({ revision }) => revision?.kind === kind).length;
  return {
    ...noCounts,
    created: ofKind('created'),
    changed: ofKind('changed'),
    rebaselined: ofKind('rebaseline'),
  };
}
