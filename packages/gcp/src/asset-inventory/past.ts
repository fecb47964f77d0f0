/** What the asset inventory tells of the past of items that were listed through it. */
import {
  type Description,
  type JsonObject,
  OperationError,
  type PastItem,
  type PastQuestion,
  type PastState,
  type Send,
  type Unreadable,
  type WatchContext,
} from '@security-monkey/sdk';
import { normalPolicy } from '../client/normal-policy.ts';
import { assetHistory, policyHistory, resourceHistory, type Span } from './history.ts';
import { inventoryParent, ofInventory, projectInventory, projectNumber } from './inventory.ts';
import type { Ways } from './list-either-way.ts';
import { bodyOf, type InventorySource, policyMember } from './source.ts';
import { type Moment, momentsOf } from './timeline.ts';

export type Past = Pick<Ways, 'source' | 'besides'> & {
  /** The watcher's own: it shapes each state, and what it would ask for is not known of the past. */
  readonly describe?: (context: WatchContext, listed: JsonObject) => Promise<Description>;
};

const day = 24 * 60 * 60 * 1_000;

/** Google keeps five weeks, and refuses a question that goes further back by a moment. */
const keptFor = 35 * day - 60 * 60 * 1_000;

/** Undefined where the project is not read through the inventory. */
export async function pastThroughInventory(
  context: WatchContext,
  { items, until }: PastQuestion,
  past: Past,
): Promise<readonly PastState[] | undefined> {
  const parent = inventoryParent(context);
  if (parent === undefined) return undefined;
  const since = new Date(until.getTime() - keptFor);
  const wanted = items.filter(({ knownSince }) => knownSince > since);
  const nameOf = await assetNames(context, { parent, source: past.source, items: wanted });
  const histories = await historiesOf(context, { names: [...nameOf.values()], since, source: past.source });
  const states: PastState[] = [];
  for (const item of wanted) {
    const name = nameOf.get(item.identity) ?? '';
    const spans = (of: ReadonlyMap<string, readonly Span[]>): readonly Span[] => of.get(name) ?? [];
    for (const moment of momentsOf(spans(histories.resources), spans(histories.policies)))
      if (moment.from < item.knownSince) states.push(await stateOf(context, { past, item, moment }));
  }
  return states;
}

type Asking = {
  readonly parent: string;
  readonly source: InventorySource;
  readonly items: readonly PastItem[];
};

/** By identity. The listing that the run has loaded tells how Google names them: by the lineage, or by the identity in its place. */
async function assetNames(
  context: WatchContext,
  { parent, source: { assetType, policies }, items }: Asking,
): Promise<ReadonlyMap<string, string>> {
  if (items.length === 0) return new Map();
  const names = new Map<string, string>();
  for (const { identity, lineage } of items) {
    names.set(lineage, identity);
    names.set(`${lineage.slice(0, lineage.lastIndexOf('/') + 1)}${identity}`, identity);
  }
  const found = new Map<string, string>();
  const inventory = await projectInventory(context, { parent, assetTypes: [assetType], policies });
  for (const page of inventory.pages())
    for (const { name } of page) {
      const identity = names.get(name);
      if (identity !== undefined) found.set(identity, name);
    }
  return found;
}

type Histories = {
  readonly resources: ReadonlyMap<string, readonly Span[]>;
  readonly policies: ReadonlyMap<string, readonly Span[]>;
};

async function historiesOf(
  context: WatchContext,
  asked: { readonly names: readonly string[]; readonly since: Date; readonly source: InventorySource },
): Promise<Histories> {
  const { names, since, source } = asked;
  const send = ofInventory(context.send);
  // Folders cannot be asked for, and the permission of the organization holds for its projects.
  const parent = `projects/${projectNumber(context)}`;
  const question = { parent, since };
  const resources = await assetHistory(send, {
    ...question,
    operation: resourceHistory,
    names,
    isProven: false,
  });
  const byName = Map.groupBy(resources, ({ name }) => name);
  if (!isGoverned(source)) return { resources: byName, policies: new Map() };
  const policies = await assetHistory(send, {
    ...question,
    operation: policyHistory,
    names: [...byName.keys()],
    isProven: true,
  });
  return { resources: byName, policies: Map.groupBy(policies, ({ name }) => name) };
}

function isGoverned({ assetType, policies }: InventorySource): boolean {
  return policies.includes(assetType);
}

type Stating = { readonly past: Past; readonly item: PastItem; readonly moment: Moment };

async function stateOf(context: WatchContext, { past, item, moment }: Stating): Promise<PastState> {
  const { identity } = item;
  const { from, resource } = moment;
  if (resource === null) return { identity, from, config: null };
  if (resource === 'unknown') return { identity, from, config: {}, unreadable: [notKept('')] };
  const { config, unreadable = [] } = await described(context, past, { resource, policy: moment.policy });
  return { identity, from, config, unreadable };
}

type Whole = Pick<Moment, 'policy'> & { readonly resource: JsonObject };

/** Shaped as a listed item is, by its watcher: with an empty policy in place of one that is not known, which is taken out again. */
async function described(
  context: WatchContext,
  { source, describe, besides }: Past,
  { resource, policy }: Whole,
): Promise<Description> {
  const own = bodyOf(source, resource);
  if (!isGoverned(source)) return await shaped(context, describe, own);
  const known = policy === null || policy === 'unknown' ? { bindings: [] } : normalPolicy(policy);
  const listed = { ...own, [policyMember]: known, ...besides?.(own, new Map()) };
  const { config, unreadable = [] } = await shaped(context, describe, listed);
  if (policy !== 'unknown') return { config, unreadable };
  const { [policyMember]: _, ...rest } = config;
  return { config: rest, unreadable: [...unreadable, notKept(`/${policyMember}`)] };
}

async function shaped(
  context: WatchContext,
  describe: Past['describe'],
  listed: JsonObject,
): Promise<Description> {
  if (describe === undefined) return { config: listed };
  try {
    return await describe({ ...context, send: refuse, shared: (_key, load) => load() }, listed);
  } catch {
    // An old form of it, perhaps: what was thrown may repeat a value.
    return { config: {}, unreadable: [notKept('')] };
  }
}

const refuse: Send = () => Promise.reject(new OperationError(notInHistory));

const notInHistory = {
  class: 'not_found',
  message: 'The history of the asset inventory does not have this.',
} as const;

function notKept(path: string): Unreadable {
  return { path, ...notInHistory };
}
