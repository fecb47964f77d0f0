/** Parts a config into what makes revisions and what is only kept up to date. */
import {
  canonicalize,
  canonicalText,
  formatPointer,
  getAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  matchPattern,
  parsePointer,
  withAt,
  without,
} from '@security-monkey/sdk';

export type SplitConfig = {
  /** Canonical. */
  readonly durable: JsonObject;
  /** Pointer into the durable config to value. */
  readonly ephemeral: JsonObject;
};

type Declared = { readonly ephemeral: readonly string[]; readonly unordered: readonly string[] };

/**
 * Lists whose order means nothing are sorted by their durable parts alone; otherwise a drifting value would move its
 * element and look like a change. The pointers of the ephemeral values follow their elements.
 */
export function splitEphemeral(config: JsonObject, { ephemeral, unordered }: Declared): SplitConfig {
  const pointers = [...new Set(ephemeral.flatMap((pattern) => matchPattern(config, pattern)))];
  const stripped = strip(config, pointers);
  const durable = asObject(canonicalize(stripped, unordered));
  const moved = pointers.map(
    (pointer) => [relocate(pointer, { stripped, durable, unordered }), pointer] as const,
  );
  return {
    durable,
    ephemeral: Object.fromEntries(moved.map(([target, pointer]) => [target, getAt(config, pointer) ?? null])),
  };
}

/** The config as the watcher gave it: the durable part with the ephemeral values in their places. */
export function withEphemeral(durable: JsonObject, ephemeral: JsonObject): JsonObject {
  let whole: JsonValue = durable;
  for (const [pointer, value] of Object.entries(ephemeral)) whole = withAt(whole, pointer, value);
  return asObject(whole);
}

/** Removes from the last to the first, so that removing an element of a list moves none that is still to go. */
function strip(config: JsonObject, pointers: readonly string[]): JsonObject {
  const lastFirst = pointers.toSorted((left, right) => comparePointers(right, left));
  let stripped = config;
  for (const pointer of lastFirst) stripped = without(stripped, pointer);
  return stripped;
}

function comparePointers(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true });
}

type Sorted = {
  readonly stripped: JsonObject;
  readonly durable: JsonObject;
  readonly unordered: readonly string[];
};

/** Where the holder of a value stands after the lists on its way have been sorted. */
function relocate(pointer: string, sorted: Sorted): string {
  const target: string[] = [];
  const source: string[] = [];
  let patterns = sorted.unordered.map(parsePointer);
  for (const segment of parsePointer(pointer)) {
    const isUnordered = patterns.some((pattern) => pattern.length === 0);
    patterns = below(patterns, segment);
    const from = getAt(sorted.stripped, formatPointer(source));
    const to = getAt(sorted.durable, formatPointer(target));
    target.push(isUnordered ? indexAfterSorting({ from, to, segment, patterns }) : segment);
    source.push(segment);
  }
  return formatPointer(target);
}

/** The patterns that go on below a segment. */
function below(patterns: readonly (readonly string[])[], segment: string): (readonly string[])[] {
  return patterns.flatMap(([head, ...rest]) => (head === segment || head === '*' ? [rest] : []));
}

type Lists = {
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
  readonly segment: string;
  readonly patterns: readonly (readonly string[])[];
};

function indexAfterSorting({ from, to, segment, patterns }: Lists): string {
  if (!Array.isArray(from) || !Array.isArray(to)) return segment;
  const inner = patterns.map((pattern) => formatPointer(pattern));
  const texts = from.map((element: JsonValue) => canonicalText(canonicalize(element, inner)));
  const index = Number(segment);
  const own = texts[index];
  // Of equal elements the first stays first.
  let rank = texts.slice(0, index).filter((text) => text === own).length;
  for (const [place, element] of to.entries()) {
    if (canonicalText(element) !== own) continue;
    if (rank === 0) return String(place);
    rank -= 1;
  }
  return segment;
}

function asObject(value: JsonValue): JsonObject {
  return isJsonObject(value) ? value : {};
}
