/** What of two states can be compared: not the parts that one of them never had because nobody could read them. */
import {
  getAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Unreadable,
  without,
} from '@security-monkey/sdk';

export type Looked = { readonly config: JsonObject; readonly unreadable: readonly Unreadable[] };

export type Comparable = {
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** JSON pointers of the parts that are left out of both. */
  readonly unknown: readonly string[];
};

/** A part whose last value was kept can be compared. */
export function comparable(before: Looked, after: Looked): Comparable {
  const unknown = [...new Set([...neverRead(before), ...neverRead(after)])].toSorted();
  return { before: rest(before, unknown), after: rest(after, unknown), unknown };
}

function neverRead({ config, unreadable }: Looked): readonly string[] {
  return unreadable
    .map(({ path }) => path)
    .filter((path) => path.startsWith('/') && getAt(config, path) === undefined);
}

function rest({ config }: Looked, unknown: readonly string[]): JsonObject {
  const left = unknown.reduce<JsonValue>((whole, path) => without(whole, path), config);
  return isJsonObject(left) ? left : config;
}
