/** JSON pointers (RFC 6901), and patterns of them in which `*` stands for any one key or index. */
import { isJsonObject, type JsonObject, type JsonValue } from './value.ts';

/** The segments of a pointer, unescaped; `''` is the whole value. Throws on text that is no pointer. */
export function parsePointer(pointer: string): readonly string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new Error(`"${pointer}" is no JSON pointer: it must start with "/"`);
  const segments = pointer.slice(1).split('/');
  return pointer.includes('~') ? segments.map(unescape) : segments;
}

/** The pointer of segments, escaped. */
export function formatPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(String(segment))}`).join('');
}

/** One segment as it stands in a pointer. */
export function escapeSegment(segment: string): string {
  if (!segment.includes('~') && !segment.includes('/')) return segment;
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The value at a pointer, or undefined where there is none. */
export function getAt(value: JsonValue, pointer: string): JsonValue | undefined {
  let current: JsonValue | undefined = value;
  for (const segment of parsePointer(pointer)) {
    current = childOf(current, segment);
    if (current === undefined) return undefined;
  }
  return current;
}

/**
 * A copy with another value at a pointer. Missing objects on the way are made; an index equal to the list's length, or `-`, appends.
 * Throws where the way leads through a string, number, boolean or null, or past the end of a list.
 */
export function withAt(value: JsonValue, pointer: string, newValue: JsonValue): JsonValue {
  return placed(value, parsePointer(pointer), newValue);
}

/** A copy without what stands at a pointer; the same value when nothing stands there. The whole value cannot be left out. */
export function without<Value extends JsonValue>(value: Value, pointer: string): Value {
  const segments = parsePointer(pointer);
  if (segments.length === 0) throw new Error('The whole value cannot be left out of itself');
  return removed(value, segments) as Value;
}

/** The pointers of everything in the value that a pattern matches. A pattern without `*` matches at most itself. */
export function matchPattern(value: JsonValue, pattern: string): readonly string[] {
  let found: readonly { readonly pointer: string; readonly value: JsonValue }[] = [{ pointer: '', value }];
  for (const segment of parsePointer(pattern)) {
    found = found.flatMap((place) =>
      matchingChildren(place.value, segment).map(([key, child]) => ({
        pointer: `${place.pointer}/${escapeSegment(key)}`,
        value: child,
      })),
    );
  }
  return found.map((place) => place.pointer);
}

/** Whether a pointer is an ancestor's, or lies below it. */
export function isWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

function unescape(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

function childOf(value: JsonValue | undefined, segment: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && !isIndex(segment)) return undefined;
  return Object.hasOwn(value, segment) ? (value as JsonObject)[segment] : undefined;
}

function isIndex(segment: string): boolean {
  return /^(?:0|[1-9][0-9]*)$/.test(segment);
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function matchingChildren(value: JsonValue, segment: string): readonly (readonly [string, JsonValue])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (segment === '*') return Object.entries(value);
  const child = childOf(value, segment);
  return child === undefined ? [] : [[segment, child]];
}

function placed(value: JsonValue | undefined, segments: readonly string[], newValue: JsonValue): JsonValue {
  const [segment, ...rest] = segments;
  if (segment === undefined) return newValue;
  if (isList(value)) {
    const index = segment === '-' ? value.length : Number(segment);
    if ((segment !== '-' && !isIndex(segment)) || index > value.length) {
      throw new Error(`"${segment}" is no index of a list of ${value.length}`);
    }
    const copy = [...value];
    copy[index] = placed(value[index], rest, newValue);
    return copy;
  }
  if (value !== undefined && !isJsonObject(value)) {
    throw new Error(
      `Nothing can be placed at "${segment}" of ${value === null ? 'null' : `a ${typeof value}`}`,
    );
  }
  return withMember(value ?? {}, segment, placed(childOf(value, segment), rest, newValue));
}

function withMember(object: JsonObject, key: string, value: JsonValue): JsonObject {
  // Not by a spread with a computed key alone: `__proto__` must become a member, too.
  const entries = Object.entries(object).map(([name, member]) => [name, name === key ? value : member]);
  return Object.fromEntries(Object.hasOwn(object, key) ? entries : [...entries, [key, value]]);
}

function removed(value: JsonValue, segments: readonly string[]): JsonValue {
  const [segment, ...rest] = segments;
  const child = segment === undefined ? undefined : childOf(value, segment);
  if (segment === undefined || child === undefined) return value;
  const newChild = rest.length === 0 ? undefined : removed(child, rest);
  if (newChild === child) return value;
  if (isList(value)) {
    return newChild === undefined
      ? value.toSpliced(Number(segment), 1)
      : value.with(Number(segment), newChild);
  }
  const entries = Object.entries(value as JsonObject);
  return Object.fromEntries(
    newChild === undefined
      ? entries.filter(([key]) => key !== segment)
      : entries.map(([key, member]) => [key, key === segment ? newChild : member]),
  );
}
