/** One resource as it was seen, made safe to store: canonical, redacted, identified. */
import {
  canonicalize,
  type Description,
  type Failure,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseConfig,
  type Relation,
  redactConfig,
  redactText,
  type Unreadable,
} from '@security-monkey/sdk';
import type { Recorder } from './recorder.ts';
import { safeText } from './safe-text.ts';
import { configPaths, unreadableKey } from './unreadable.ts';

/** A description in canonical form, with the digest by which an unchanged one is known at once. */
export type Glance = {
  readonly config: JsonObject;
  readonly relations: readonly Relation[];
  readonly unreadable: readonly Unreadable[];
  /** Keyed digest of everything that the record depends on. */
  readonly observedHash: string;
};

/** What is stored of a description: no secret is left in it. */
export type Sighting = Glance & { readonly identity: string };

/** The cheap first look; an equal digest means that nothing at all has changed. */
export function glance(recorder: Recorder, description: Description): Glance {
  const config = canonicalObject(description.config, recorder.unordered);
  const unreadable = description.unreadable ?? [];
  const relations = canonicalRelations(description.relations ?? []);
  const { watcher, place, version, digestKey } = recorder;
  const text = JSON.stringify([
    version,
    watcher.id,
    place.account,
    place.region,
    config,
    relations,
    unreadableKey(unreadable),
  ]);
  return { config, relations, unreadable, observedHash: digestKey.digest(text) };
}

/** Redacts what was glanced at and finds its identity; the failure says why that was not possible. */
export function sight(recorder: Recorder, seen: Glance): Sighting | { readonly failure: Failure } {
  const config = redacted(recorder, seen.config);
  const unreadable = seen.unreadable.map((part) => ({
    ...part,
    message: safeText(part.message, recorder.digestKey),
  }));
  const relations = seen.relations.map((relation) => ({
    ...relation,
    key: redactedText(recorder, relation.key),
    value: redacted(recorder, relation.value ?? {}),
  }));
  const identity = identify(recorder, () =>
    parseConfig(recorder.watcher.config, config, configPaths(unreadable)),
  );
  if (typeof identity !== 'string') return identity;
  return { config, unreadable, relations, observedHash: seen.observedHash, identity };
}

/** The identity of an item of which only the listing is known; undefined when the listing does not tell it. */
export function identifyListed(recorder: Recorder, listed: JsonObject): string | undefined {
  const config = redacted(recorder, canonicalObject(listed, recorder.unordered));
  const identity = identify(recorder, () => strict(config));
  return typeof identity === 'string' ? identity : undefined;
}

function identify(recorder: Recorder, parse: () => unknown): string | { readonly failure: Failure } {
  let parsed: unknown;
  try {
    parsed = parse();
  } catch (error) {
    return { failure: { class: 'invalid_response', message: misfit(recorder, error) } };
  }
  try {
    const identity: unknown = recorder.watcher.identity(parsed, recorder.place);
    if (typeof identity === 'string' && identity !== '') return identity;
  } catch {
    // Told below: what was thrown may repeat a value.
  }
  const message = `The watcher ${recorder.watcher.id} could not tell the identity of an item.`;
  return { failure: { class: 'defect', message } };
}

function misfit({ watcher }: Recorder, error: unknown): string {
  const reason = error instanceof Error ? error.message : 'unknown reason';
  return `An answer about ${watcher.title.one} makes no sense: ${reason}`;
}

/** A view that throws where a member is asked for that is not there, so that no identity is made of "undefined". */
function strict(value: JsonValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && !(key in target)) throw new TypeError(`${key} is not known`);
      const member: unknown = Reflect.get(target, key, receiver);
      return isJson(member) ? strict(member) : member;
    },
  });
}

function isJson(value: unknown): value is JsonObject | readonly JsonValue[] {
  return Array.isArray(value) || isJsonObject(value);
}

function redacted({ watcher, digestKey, unordered }: Recorder, config: JsonObject): JsonObject {
  const safe = redactConfig(config, { secret: watcher.secret, digest: digestKey.digest });
  return canonicalObject(safe, unordered);
}

function redactedText({ digestKey }: Recorder, text: string): string {
  return redactText(text, { digest: digestKey.digest });
}

function canonicalObject(value: JsonObject, unordered: readonly string[]): JsonObject {
  const canonical = canonicalize(value, unordered);
  return isJsonObject(canonical) ? canonical : {};
}

/** Sorted, each of them once: the order in which a provider tells relations means nothing. */
function canonicalRelations(relations: readonly Relation[]): readonly Relation[] {
  if (relations.length === 0) return relations;
  const byKey = new Map<string, Relation>();
  for (const { name, technology, key, value = {} } of relations)
    byKey.set(JSON.stringify([name, technology, key]), {
      name,
      technology,
      key,
      value: canonicalObject(value, []),
    });
  return [...byKey].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, relation]) => relation);
}
