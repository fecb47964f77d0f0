/** The canonical form of JSON: equal configurations have equal text, whatever order the provider gave things in. */
import { below, type PatternTree, patternTree } from './pattern-tree.ts';
import { isStorableKey, storable } from './storable.ts';
import type { JsonValue } from './value.ts';

/** Raised whenever the same value would get another canonical form. */
export const canonicalizerVersion = 1;

/**
 * A value with its keys sorted, its lists at the `unordered` patterns sorted by their canonical text (inner lists first),
 * and everything made storable: strings well-formed and without NUL, dates as ISO text, bytes as base64, numbers finite,
 * undefined left out (null in a list). What is canonical already is returned as it is, not copied.
 *
 * @example canonicalize({ b: [2, 1], a: 1 }, ['/b']) // { a: 1, b: [1, 2] }
 */
export function canonicalize(value: JsonValue, unordered?: readonly string[]): JsonValue {
  return canonical(value, patternTree(unordered)) ?? null;
}

/** The canonical JSON text of a value: what is hashed and compared. */
export function canonicalText(value: JsonValue): string {
  if (isOrdered(value)) {
    const text = JSON.stringify(value);
    // Whatever could not be stored is written as an escape, so without one no string needs a look.
    if (!text.includes(String.raw`\u`)) return text;
  }
  return JSON.stringify(canonical(value, undefined) ?? null);
}

/** Handles what providers' libraries really return, which is more than JSON. */
function canonical(value: unknown, tree: PatternTree | undefined): JsonValue | undefined {
  if (typeof value === 'string') return storable(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : String(value);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object') return undefined;
  if (value === null) return null;
  if (Array.isArray(value)) return canonicalList(value, tree);
  return isPlain(value) ? canonicalObject(value, tree) : canonicalInstance(value, tree);
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function canonicalList(list: readonly unknown[], tree: PatternTree | undefined): JsonValue {
  let copy: JsonValue[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const element = list[index];
    const result = canonical(element, tree && below(tree, String(index))) ?? null;
    if (copy === undefined && !Object.is(result, element)) copy = list.slice(0, index) as JsonValue[];
    copy?.push(result);
  }
  const elements = copy ?? (list as readonly JsonValue[]);
  return tree?.ends === true ? sorted(elements) : elements;
}

function sorted(list: readonly JsonValue[]): readonly JsonValue[] {
  const texts = list.map((element) => JSON.stringify(element));
  if (texts.every((text, index) => index === 0 || (texts[index - 1] ?? '') <= text)) return list;
  const order = texts.map((text, index) => ({ text, index }));
  order.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return order.map(({ index }) => list[index] ?? null);
}

function canonicalObject(
  object: Readonly<Record<string, unknown>>,
  tree: PatternTree | undefined,
): JsonValue | undefined {
  const keys = Object.keys(object);
  let same = !sortKeys(keys);
  const copy: Record<string, JsonValue> = {};
  let odd: string[] | undefined;
  for (const key of keys) {
    if (!isStorableKey(key)) {
      odd ??= [];
      odd.push(key);
      continue;
    }
    const member = object[key];
    const result = canonical(member, tree && below(tree, key));
    if (!Object.is(result, member)) same = false;
    if (result !== undefined) copy[key] = result;
    else same = false;
  }
  if (odd !== undefined) {
    const members = odd.map((key) => [key, canonical(object[key], below(tree, key))] as const);
    return withOddKeys(copy, members);
  }
  return same ? (object as JsonValue) : copy;
}

/** Sorts in place and says whether anything moved. Insertion, because objects are small and often nearly sorted. */
function sortKeys(keys: string[]): boolean {
  if (keys.length > 32) {
    const before = keys.join('\0');
    return keys.sort().join('\0') !== before;
  }
  let moved = false;
  for (let index = 1; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    let at = index - 1;
    while (at >= 0 && (keys[at] ?? '') > key) {
      keys[at + 1] = keys[at] ?? '';
      at -= 1;
    }
    if (at + 1 === index) continue;
    keys[at + 1] = key;
    moved = true;
  }
  return moved;
}

/** Members whose key cannot be stored or assigned plainly. A repaired key that is taken is lengthened: no member is lost. */
function withOddKeys(
  plain: Readonly<Record<string, JsonValue>>,
  odd: readonly (readonly [string, JsonValue | undefined])[],
): JsonValue {
  const members = new Map(Object.entries(plain));
  for (const [key, value] of odd) {
    let name = storable(key);
    while (members.has(name)) name += '\u2400';
    if (value !== undefined) members.set(name, value);
  }
  return Object.fromEntries([...members].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function canonicalInstance(value: object, tree: PatternTree | undefined): JsonValue | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Map) return canonicalObject(Object.fromEntries(value), tree);
  if (value instanceof Set) return sorted([...value].map((element) => canonical(element, undefined) ?? null));
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonical(value.toJSON(), tree);
  return canonicalObject({ ...value }, tree);
}

/** Whether a value is canonical but perhaps for the text of its strings. */
function isOrdered(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean';
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isOrdered);
  if (!isPlain(value)) return false;
  let previous: string | undefined;
  for (const key of Object.keys(value)) {
    if ((previous !== undefined && previous > key) || !isOrdered(value[key])) return false;
    previous = key;
  }
  return true;
}
