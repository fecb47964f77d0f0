/** Takes secrets out of configs and texts before anything is stored, logged or sent. */
import { canonicalize } from './canonical.ts';
import { below, type PatternTree, patternTree } from './pattern-tree.ts';
import { type Mood, moodOf, moods } from './secret-mood.ts';
import { nameKind } from './secret-names.ts';
import { type Digest, mayHoldSecret, redactSecrets } from './secret-text.ts';
import { isRedacted, isReference, isSwitch, looksRandom } from './secret-values.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './value.ts';

/** Raised whenever the same value would be redacted otherwise, or a kind of secret is found otherwise or called otherwise. */
export const redactorVersion = 4;

export type Redaction = {
  /** Pointer patterns of values that are secret whatever they look like. */
  readonly secret: readonly string[];
  /** What stands in place of a secret: `redacted:<key id>:<hex>`. */
  readonly digest: Digest;
};

/** Where a value stands: how suspicious that place is, and which declared paths lead on from it. */
type Place = { readonly mood: Mood; readonly tree: PatternTree | undefined; readonly run: Run };

/** One redaction. Most places lie on no declared path; theirs are made once. */
type Run = { readonly digest: Digest; readonly pathless: Map<Mood, Place> };

/**
 * The config with secrets replaced by their digests: everything at the declared paths; values of environments, metadata and
 * user data; strings under names of secrets and behind flags of such names; and keys, tokens and PEM blocks of known forms in any string or key.
 * Booleans, null and empty strings are kept, and so are numbers outside declared paths and environments, ids of access keys
 * in their own field or map, and what is redacted already. Parts without secrets are not copied.
 */
export function redactConfig(config: JsonObject, { secret, digest }: Redaction): JsonObject {
  const run: Run = { digest, pathless: new Map() };
  for (const mood of moods) run.pathless.set(mood, { mood, tree: undefined, run });
  const redacted = redact(config, { mood: 'open', tree: patternTree(secret), run });
  if (!isJsonObject(redacted)) throw new TypeError('A config must be an object');
  return redacted;
}

/** A text for people (message, log line) with the secrets in it replaced by their digests. */
export function redactText(text: string, { digest }: { readonly digest: Digest }): string {
  return redactSecrets(text, digest);
}

function redact(value: JsonValue, place: Place): JsonValue {
  if (place.tree?.ends === true && place.mood !== 'declared')
    return redact(value, enter(place, 'declared', undefined));
  if (typeof value === 'string') return redactString(value, place);
  if (typeof value === 'number') {
    return place.mood === 'declared' || place.mood === 'environment'
      ? place.run.digest(String(value))
      : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? redactList(value, place) : redactObject(value, place);
}

function redactList(list: readonly JsonValue[], place: Place): JsonValue {
  let copy: JsonValue[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const element = list[index] ?? null;
    const result = redact(element, elementPlace(list, index, place));
    if (copy === undefined && result !== element) copy = list.slice(0, index);
    copy?.push(result);
  }
  return copy ?? list;
}

/** What follows a flag such as `--password` among the arguments of a program is its value. */
function elementPlace(list: readonly JsonValue[], index: number, place: Place): Place {
  const flag = index === 0 ? undefined : list[index - 1];
  const element = list[index];
  const isValue = typeof flag === 'string' && typeof element === 'string' && isSecretFlag(flag);
  const mood = place.mood === 'open' && isValue && !element.startsWith('-') ? 'named' : place.mood;
  if (place.tree === undefined && mood === place.mood) return place;
  return enter(place, mood, place.tree === undefined ? undefined : below(place.tree, String(index)));
}

function isSecretFlag(text: string): boolean {
  return /^--?[A-Za-z][\w.-]{0,63}(?<![-_](?:file|dir))$/.test(text) && nameKind(text) === 'secret';
}

function redactObject(object: JsonObject, place: Place): JsonValue {
  const prototype: unknown = Object.getPrototypeOf(object);
  // Bytes, dates and the like become JSON first, or their text would pass by unread.
  if (prototype !== Object.prototype && prototype !== null) return redact(canonicalize(object), place);
  const keys = Object.keys(object);
  let copy: Record<string, JsonValue> | undefined;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    const value = object[key];
    if (value === undefined) continue;
    const result = redact(value, memberPlace(key, object, place));
    const name = redactName(key, place);
    if (copy === undefined && (result !== value || name !== key))
      copy = firstMembers(object, keys.slice(0, index));
    if (copy !== undefined) setMember(copy, name, result);
  }
  return copy ?? object;
}

function redactName(key: string, { mood, run }: Place): string {
  if (key.length < 16 || mood === 'declared') return key;
  return mood === 'access-key-id' && isAccessKeyId(key) ? key : redactSecrets(key, run.digest);
}

function isAccessKeyId(text: string): boolean {
  return /^A[A-Z]{3}[A-Z0-9]{12,124}$/.test(text);
}

function firstMembers(object: JsonObject, keys: readonly string[]): Record<string, JsonValue> {
  const copy: Record<string, JsonValue> = {};
  for (const key of keys) setMember(copy, key, object[key] ?? null);
  return copy;
}

/** Assigning `__proto__` would set the prototype and lose the member. */
function setMember(object: Record<string, JsonValue>, key: string, value: JsonValue): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

function memberPlace(key: string, object: JsonObject, place: Place): Place {
  const tree = place.tree === undefined ? undefined : below(place.tree, key);
  const mood = moodOf(key, object, place.mood);
  return mood === place.mood && tree === place.tree ? place : enter(place, mood, tree);
}

function enter(place: Place, mood: Mood, tree: PatternTree | undefined): Place {
  const known = tree === undefined ? place.run.pathless.get(mood) : undefined;
  return known ?? { mood, tree, run: place.run };
}

function redactString(text: string, { mood, run }: Place): string {
  if (mood === 'open' || mood === 'condition') return redactOpen(text, run);
  if (text === '' || isRedacted(text)) return text;
  switch (mood) {
    case 'declared':
      return run.digest(text);
    case 'environment':
      return redactSetting(text, run.digest);
    case 'metadata':
      return isSwitch(text) ? text : run.digest(text);
    case 'named':
      return isSwitch(text) || isReference(text) ? redactOpen(text, run) : run.digest(text);
    case 'random':
      return looksRandom(text) && !isReference(text) ? run.digest(text) : redactOpen(text, run);
    case 'access-key-id':
      return isAccessKeyId(text) ? text : redactOpen(text, run);
    default:
      return mood satisfies never;
  }
}

/** `NAME=value`, as environments of containers are written, keeps its name. */
function redactSetting(text: string, digest: Digest): string {
  const name = /^[A-Za-z_][A-Za-z0-9_]{0,127}=/.exec(text)?.[0];
  if (name === undefined || name.length === text.length) return digest(text);
  const value = text.slice(name.length);
  return isRedacted(value) ? text : `${name}${digest(value)}`;
}

/** Text that is JSON is redacted as what it says, so that names and values far apart are seen together. */
function redactOpen(text: string, run: Run): string {
  if (!mayHoldSecret(text)) return text;
  const parsed = /^\s*[[{]/.test(text) ? parsedJson(text) : undefined;
  const place = run.pathless.get('open');
  if (parsed === undefined || place === undefined) return redactSecrets(text, run.digest);
  const redacted = redact(parsed, place);
  return redacted === parsed ? text : JSON.stringify(redacted);
}

function parsedJson(text: string): JsonValue | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value as JsonValue;
  } catch {
    // Only looks like JSON: it is searched as text.
    return undefined;
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
