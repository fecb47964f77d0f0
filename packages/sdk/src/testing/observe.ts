/** Runs a watcher over an estate as the engine does: page by page, each listed item described, every failure kept as one. */
import { parseConfig } from '../audit/parse-config.ts';
import type { Watcher } from '../define/watcher.ts';
import { type Failure, isOperationError } from '../failure.ts';
import { canonicalize } from '../json/canonical.ts';
import { guardConfig } from '../json/guard.ts';
import type { JsonObject, JsonValue } from '../json/value.ts';
import type { Observation } from '../observation.ts';
import { type Estate, placeOf } from './estate.ts';
import {
  type CallScope,
  type FakeCall,
  type FakeOptions,
  type FakeProvider,
  fakeProvider,
  newScope,
} from './fake-provider.ts';
import { messageOf } from './rule.ts';

export type WatcherProof = { readonly watcher: Watcher; readonly estate: Estate };

/** What tells an item from others, as the watcher derives it from the config. */
export type ItemNames = {
  readonly identity: string;
  readonly lineage: string;
  readonly name: string;
  readonly region: string;
};

/** By what an item is found, which may be missing where a part could not be read. */
export type ItemTerms = {
  readonly tags: Readonly<Record<string, string>>;
  readonly terms: readonly string[];
};

export type ObservedItem = {
  readonly observation: Observation;
  /** The calls made to describe it. */
  readonly scope: CallScope;
};

export type Observed = {
  readonly items: readonly ObservedItem[];
  /** Why the listing did not end; its absence means that the listing is complete. */
  readonly rejection?: Failure;
  readonly calls: readonly FakeCall[];
  readonly outputs: readonly unknown[];
};

/** One run. */
export async function observe({ watcher, estate }: WatcherProof, options?: FakeOptions): Promise<Observed> {
  const provider = fakeProvider(watcher, estate, options);
  const listing = newScope('list');
  const items: ObservedItem[] = [];
  const ended = (rejection?: Failure): Observed => ({
    items,
    ...(rejection && { rejection }),
    calls: provider.calls,
    outputs: provider.outputs,
  });
  try {
    const iterator = provider.within(listing, () => watcher.list(provider.context)[Symbol.asyncIterator]());
    for (;;) {
      const page = await provider.within(listing, () => iterator.next());
      if (page.done === true) return ended();
      for (const listed of page.value) items.push(await describeItem(watcher, provider, listed));
    }
  } catch (error) {
    return ended(failureOf(error));
  }
}

async function describeItem(
  watcher: Watcher,
  provider: FakeProvider,
  listed: JsonObject,
): Promise<ObservedItem> {
  const scope = newScope('describe');
  if (!watcher.describe) return { observation: { kind: 'seen', config: listed }, scope };
  try {
    const describe = watcher.describe;
    const description = await provider.within(scope, () => describe(provider.context, listed));
    return { observation: { kind: 'seen', ...description }, scope };
  } catch (error) {
    const failure = failureOf(error);
    return { observation: { kind: isGone(watcher, failure) ? 'gone' : 'failed', failure }, scope };
  }
}

/** The failure that an error carries; anything but an OperationError is a defect. */
export function failureOf(error: unknown): Failure {
  return isOperationError(error) ? error.failure : { class: 'defect', message: messageOf(error) };
}

/** Whether a failure says that the item does not exist. */
export function isGone(watcher: Watcher, failure: Failure): boolean {
  return failure.code !== undefined && watcher.gone.includes(failure.code);
}

/** The pointers of the parts of an observed config that could not be read. */
export function unreadablePaths(observation: Observation): readonly string[] {
  if (observation.kind !== 'seen') return [];
  return (observation.unreadable ?? []).map(({ path }) => path);
}

/**
 * The names of a seen item.
 * @throws when the config does not fit the schema, or a name is made of a part that could not be read.
 */
export function namesOf({ watcher, estate }: WatcherProof, observation: SeenObservation): ItemNames {
  const place = placeOf(estate, watcher.accountType);
  const config: unknown = guardConfig(parsedConfig(watcher, observation), unreadablePaths(observation));
  return {
    identity: watcher.identity(config, place),
    lineage: watcher.lineage(config, place),
    name: watcher.name(config),
    region: watcher.region?.(config, place) ?? place.region,
  };
}

/**
 * The tags and search terms of a seen item.
 * @throws when the watcher cannot do without the parts that could not be read.
 */
export function termsOf({ watcher }: WatcherProof, observation: SeenObservation): ItemTerms {
  const config = parsedConfig(watcher, observation);
  return { tags: watcher.tags?.(config) ?? {}, terms: watcher.terms?.(config) ?? [] };
}

export type SeenObservation = Observation & { readonly kind: 'seen' };

function parsedConfig(watcher: Watcher, observation: SeenObservation): unknown {
  const parts = unreadablePaths(observation).filter((path) => !path.startsWith('@'));
  return parseConfig(watcher.config, observation.config, parts);
}

/** The config as it would be recorded. */
export function recorded(watcher: Watcher, config: JsonValue): JsonValue {
  return canonicalize(
    config,
    watcher.unordered.map(({ path }) => path),
  );
}
