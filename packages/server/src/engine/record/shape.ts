/** The record of one sighting: durable config and its hash, ephemeral values, and what the lists show of the item. */
import {
  formatCidr,
  hashText,
  isWithin,
  type JsonObject,
  parseCidr,
  parseConfig,
  type Relation,
  redactText,
  type Unreadable,
} from '@security-monkey/sdk';
import { searchTerms } from '../../query/terms.ts';
import type { Recorder } from './recorder.ts';
import type { Sighting } from './sighting.ts';
import { splitEphemeral } from './split-ephemeral.ts';
import { configPaths, keepLastValues } from './unreadable.ts';

/** What the watcher tells of an item beside its config. */
export type Labels = {
  readonly lineage: string;
  readonly name: string;
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Folded words of a search. */
  readonly terms: readonly string[];
  /** Addresses and CIDRs among the terms. */
  readonly networks: readonly string[];
};

export type Shaped = Labels & {
  readonly identity: string;
  readonly durable: JsonObject;
  readonly configHash: string;
  readonly ephemeral: JsonObject;
  readonly unreadable: readonly Unreadable[];
  readonly relations: readonly Relation[];
  readonly observedHash: string;
};

/** The config and ephemeral values as last recorded. */
export type LastRecord = { readonly config: JsonObject; readonly ephemeral: JsonObject };

/** Pure. Throws what the watcher's own functions throw; the caller makes that the item's failure. */
export function shape(recorder: Recorder, sighting: Sighting, last: LastRecord | undefined): Shaped {
  const { watcher, unordered } = recorder;
  const { identity, unreadable, relations, observedHash } = sighting;
  const paths = configPaths(unreadable);
  const whole = keepLastValues(sighting.config, paths, last?.config);
  const { durable, ephemeral } = splitEphemeral(whole, { ephemeral: watcher.ephemeral, unordered });
  return {
    ...labels(recorder, identity, parseConfig(watcher.config, whole, paths)),
    identity,
    durable,
    configHash: configHash(durable),
    ephemeral: { ...ephemeral, ...keptEphemeral(last?.ephemeral ?? {}, paths) },
    unreadable,
    relations,
    observedHash,
  };
}

/** The address of a canonical config. */
export function configHash(durable: JsonObject): string {
  return hashText(JSON.stringify(durable));
}

function keptEphemeral(last: JsonObject, paths: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(last).filter(([pointer]) => paths.some((path) => isWithin(pointer, path))),
  );
}

function labels(recorder: Recorder, identity: string, parsed: unknown): Labels {
  const { watcher, place, digestKey } = recorder;
  const safe = (text: string): string => redactText(text, { digest: digestKey.digest });
  const lineage = safe(watcher.lineage(parsed, place));
  const name = safe(watcher.name(parsed));
  const tags = watcher.tags?.(parsed) ?? {};
  const given = watcher.terms?.(parsed) ?? [];
  const region = watcher.region?.(parsed, place) ?? (watcher.scope === 'global' ? 'global' : place.region);
  const terms = searchTerms({ name, identity, lineage, tags, terms: given });
  return { lineage, name, region, tags, terms, networks: networksIn(given) };
}

function networksIn(terms: readonly string[]): readonly string[] {
  const networks = terms.flatMap((term) => {
    const cidr = parseCidr(term);
    return cidr === undefined ? [] : [formatCidr(cidr)];
  });
  return [...new Set(networks)].toSorted();
}
