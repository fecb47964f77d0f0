/** What a watcher records: unknown fields too, its declared paths really, and unordered lists in any order alike. */
import { canonicalText } from '../json/canonical.ts';
import { getAt, matchPattern, parsePointer, withAt } from '../json/pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { observe, recorded, type WatcherProof } from './observe.ts';
import { isProbed, recordedObjects } from './probe.ts';
import { type AsyncRule, messageOf } from './rule.ts';
import { faultless } from './watcher-item-rules.ts';

export const watcherPathRules: readonly AsyncRule<WatcherProof>[] = [
  { title: 'records fields that the schema does not know', problems: probeProblems },
  { title: 'declares paths that its items have', problems: declaredPathProblems },
  { title: 'records the same whatever the order of its unordered lists', problems: shuffleProblems },
];

async function probeProblems(proof: WatcherProof): Promise<readonly string[]> {
  const plain = await observe(proof);
  const probed = await observe(proof, { probing: true });
  if (probed.rejection)
    return [`the listing fails when answers hold an unknown field: ${probed.rejection.message}`];
  let recordings = 0;
  const problems = plain.items.flatMap(({ observation }, index) => {
    if (observation.kind !== 'seen') return [];
    const pointers = recordedObjects(observation.config, plain.outputs);
    recordings += pointers.length;
    const found = probed.items[index]?.observation;
    if (found?.kind !== 'seen') return [`item ${index} fails when answers hold an unknown field`];
    return lostProbes(proof, found.config, pointers).map(
      (pointer) => `item ${index} loses unknown fields at "${pointer}"`,
    );
  });
  return recordings === 0 && plain.items.length > 0
    ? ['no object of an answer is recorded whole: record what the API gives instead of picking fields']
    : problems;
}

function lostProbes(
  { watcher }: WatcherProof,
  config: JsonObject,
  pointers: readonly string[],
): readonly string[] {
  const parsed = watcher.config.safeParse(config);
  const kept: unknown = parsed.success ? parsed.data : undefined;
  return pointers.filter(
    (pointer) => !isProbed(getAt(config, pointer)) || (isJsonObject(kept) && !isProbed(getAt(kept, pointer))),
  );
}

async function declaredPathProblems(proof: WatcherProof): Promise<readonly string[]> {
  const { ephemeral, secret, unordered } = proof.watcher;
  const configs = await seenConfigs(proof);
  const declared = [
    ...ephemeral.map((path) => ['ephemeral', path] as const),
    ...secret.map((path) => ['secret', path] as const),
    ...unordered.map(({ path }) => ['unordered', path] as const),
  ];
  return declared
    .filter(([, path]) => configs.every((config) => matches(config, path).length === 0))
    .map(([kind, path]) => `no item has the ${kind} path ${path}`);
}

async function shuffleProblems(proof: WatcherProof): Promise<readonly string[]> {
  const paths = proof.watcher.unordered.map(({ path }) => path);
  const configs = await seenConfigs(proof);
  const unproven = paths.filter(
    (path) => !configs.some((config) => matches(config, path).some((at) => isMixed(getAt(config, at)))),
  );
  const noLists = paths.filter((path) =>
    configs.some((config) => matches(config, path).some((at) => isOther(getAt(config, at)))),
  );
  const changed = configs.filter((config) => {
    const text = canonicalText(recorded(proof.watcher, config));
    return canonicalText(recorded(proof.watcher, reversed(config, paths))) !== text;
  });
  return [
    ...noLists.map((path) => `${path} is declared unordered and is no list`),
    ...unproven.map(
      (path) => `no item has two different elements at ${path}: nothing is proven of its order`,
    ),
    ...(changed.length > 0
      ? [`${changed.length} items are recorded otherwise when their unordered lists are reversed`]
      : []),
  ];
}

/** Null is no list and no mistake: it stands for what is not configured. */
function isOther(value: JsonValue | undefined): boolean {
  return value !== null && !Array.isArray(value);
}

function isMixed(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && new Set(value.map((element) => canonicalText(element))).size > 1;
}

/** The config with the lists at the paths reversed, the innermost first, as reversing moves what lies inside. */
function reversed(config: JsonObject, paths: readonly string[]): JsonValue {
  const pointers = paths
    .flatMap((path) => matches(config, path))
    .sort((a, b) => parsePointer(b).length - parsePointer(a).length);
  let result: JsonValue = config;
  for (const pointer of pointers) {
    const list = getAt(result, pointer);
    if (Array.isArray(list)) result = withAt(result, pointer, list.toReversed());
  }
  return result;
}

function matches(config: JsonObject, path: string): readonly string[] {
  try {
    return matchPattern(config, path);
  } catch (error) {
    throw new Error(`the declared path ${path} is no JSON pointer: ${messageOf(error)}`, { cause: error });
  }
}

async function seenConfigs(proof: WatcherProof): Promise<readonly JsonObject[]> {
  const { seen } = await faultless(proof);
  return seen.map(({ observation }) => observation.config);
}
