/** Sets of parts that could not be read: their identity, and keeping the last value there. */
import {
  formatPointer,
  getAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parsePointer,
  type Unreadable,
  withAt,
  without,
} from '@security-monkey/sdk';

/** The path that stands for the whole item: its describe failed. */
export const wholeItem = '';

/** What of a set of unreadable parts counts as a change; messages may differ from call to call. */
export function unreadableKey(unreadable: readonly Unreadable[]): string {
  return JSON.stringify(
    unreadable.map(({ path, class: why, permission }) => JSON.stringify([path, why, permission])).toSorted(),
  );
}

/** A part with the time since when it could not be read: ISO 8601. */
export type UnreadableSince = Unreadable & { readonly since: string };

/** The parts with their times: what could not be read before either keeps its time, whatever the reason was then. */
export function unreadableSince(
  unreadable: readonly Unreadable[],
  before: readonly (Unreadable & { readonly since?: string })[],
  at: Date,
): readonly UnreadableSince[] {
  const known = new Map(before.map(({ path, since }) => [path, since]));
  return unreadable.map((part) => ({ ...part, since: known.get(part.path) ?? at.toISOString() }));
}

/** The pointers into the config, without the relations. */
export function configPaths(unreadable: readonly Unreadable[]): readonly string[] {
  return unreadable.map(({ path }) => path).filter((path) => !path.startsWith('@'));
}

/** The names of the relations that could not be read. */
export function unreadableRelations(unreadable: readonly Unreadable[]): ReadonlySet<string> {
  return new Set(unreadable.flatMap(({ path }) => (path.startsWith('@') ? [path.slice(1)] : [])));
}

/** The config with its last values at the paths that could not be read; where there never was a value, nothing. */
export function keepLastValues(
  config: JsonObject,
  paths: readonly string[],
  last: JsonObject | undefined,
): JsonObject {
  let kept: JsonValue = config;
  for (const path of paths) {
    if (path === wholeItem) kept = last ?? kept;
    else kept = keepAt(kept, path, last);
  }
  return isJsonObject(kept) ? kept : config;
}

function keepAt(config: JsonValue, path: string, last: JsonObject | undefined): JsonValue {
  const value = last === undefined ? undefined : getAt(last, path);
  if (value === undefined) return without(config, path);
  const parent = getAt(config, formatPointer(parsePointer(path).slice(0, -1)));
  // What held the part is gone, and the part with it.
  return isJsonObject(parent) || Array.isArray(parent) ? withAt(config, path, value) : config;
}
