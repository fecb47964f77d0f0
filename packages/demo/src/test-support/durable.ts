/** What of a scanned item makes a revision of it: without what its watcher calls ephemeral. */
import { isJsonObject, type JsonObject, type JsonValue } from '@security-monkey/sdk';
import type { Scanned } from './scan.ts';

export function durable({ watcher, config }: Pick<Scanned, 'watcher' | 'config'>): JsonValue {
  const paths = watcher.ephemeral.map((path) => path.split('/').slice(1));
  return paths.reduce<JsonValue>(without, config);
}

function without(value: JsonValue, [first, ...rest]: readonly string[]): JsonValue {
  if (first === undefined) return value;
  if (Array.isArray(value)) return value.map((one: JsonValue) => without(one, rest));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    if (first !== '*' && key !== first) return [[key, inner] as const];
    return rest.length === 0 ? [] : [[key, without(inner, rest)] as const];
  });
  const kept: JsonObject = Object.fromEntries(entries);
  return kept;
}

/** Account, technology and name of everything that was made, changed or deleted between two scans, with what others attach. */
export function changed(before: readonly Scanned[], after: readonly Scanned[]): readonly string[] {
  const [old, now] = [texts(before), texts(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => old.get(key)?.text !== now.get(key)?.text)
    .map((key) => now.get(key)?.label ?? old.get(key)?.label ?? key)
    .toSorted();
}

function texts(items: readonly Scanned[]) {
  return new Map(
    items.map((item) => {
      const { watcher, place, identity, called, relations } = item;
      const key = `${place.account} ${watcher.id} ${identity}`;
      const label = `${place.account} ${watcher.id} ${called}`;
      return [key, { label, text: JSON.stringify([durable(item), relations]) }];
    }),
  );
}
