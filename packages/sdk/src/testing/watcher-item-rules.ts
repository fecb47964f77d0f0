/** What a watcher must make of an estate in which nothing fails. */
import { canonicalText } from '../json/canonical.ts';
import { diffJson, renderChanges } from '../json/diff.ts';
import { matchPattern, without } from '../json/pointer.ts';
import type { JsonObject, JsonValue } from '../json/value.ts';
import type { ExpectedItem } from './estate.ts';
import { placeOf } from './estate.ts';
import {
  type ItemNames,
  type ItemTerms,
  namesOf,
  observe,
  recorded,
  type SeenObservation,
  termsOf,
  type WatcherProof,
} from './observe.ts';
import { type AsyncRule, messageOf } from './rule.ts';

export type SeenItem = { readonly observation: SeenObservation; readonly names: ItemNames & ItemTerms };

export const watcherItemRules: readonly AsyncRule<WatcherProof>[] = [
  { title: 'gives exactly the expected items', problems: expectedProblems },
  { title: 'has a schema that keeps everything', problems: schemaProblems },
  { title: 'gives each item an identity and a lineage of its own', problems: uniqueProblems },
  { title: 'gives the same in two runs', problems: repeatProblems },
  { title: 'declares the relations that it reports', problems: relationProblems },
  { title: 'finds its items in the console', problems: consoleProblems },
];

/** The items that a faultless run sees, with their names; a problem for everything else. */
export async function faultless(
  proof: WatcherProof,
): Promise<{ readonly seen: readonly SeenItem[]; readonly problems: readonly string[] }> {
  const observed = await observe(proof);
  const seen: SeenItem[] = [];
  const problems = observed.rejection ? [`the listing failed: ${observed.rejection.message}`] : [];
  for (const [index, { observation }] of observed.items.entries()) {
    if (observation.kind !== 'seen') {
      problems.push(`item ${index} is ${observation.kind}: ${observation.failure.message}`);
      continue;
    }
    try {
      seen.push({ observation, names: { ...namesOf(proof, observation), ...termsOf(proof, observation) } });
    } catch (error) {
      problems.push(`item ${index} has no names: ${messageOf(error)}`);
    }
  }
  return { seen, problems };
}

async function expectedProblems(proof: WatcherProof): Promise<readonly string[]> {
  const { seen, problems } = await faultless(proof);
  const expected = proof.estate.items;
  const identities = seen.map(({ names }) => names.identity);
  return [
    ...(expected.length > 0 ? [] : ['the estate expects no item']),
    ...problems,
    ...expected
      .filter(({ identity }) => !identities.includes(identity))
      .map(({ identity }) => `item ${identity} is missing`),
    ...seen.flatMap((item) => {
      const match = expected.find(({ identity }) => identity === item.names.identity);
      if (!match) return [`item ${item.names.identity} is not expected`];
      return differences(proof, match, item).map((text) => `item ${match.identity}: ${text}`);
    }),
  ];
}

function differences(
  { watcher, estate }: WatcherProof,
  expected: ExpectedItem,
  item: SeenItem,
): readonly string[] {
  const { observation, names } = item;
  const region = expected.region ?? placeOf(estate, watcher.accountType).region;
  const compared = (config: JsonObject): JsonValue =>
    estate.isOtherWay ? durable(watcher, config) : recorded(watcher, config);
  const changes = diffJson(compared(expected.config), compared(observation.config));
  const relations = [expected.relations ?? [], observation.relations ?? []].map((list) =>
    list.map((relation) => canonicalText(relation)).sort(),
  );
  return [
    ...(names.lineage === expected.lineage
      ? []
      : [`lineage ${names.lineage} instead of ${expected.lineage}`]),
    ...(names.name === expected.name ? [] : [`name ${names.name} instead of ${expected.name}`]),
    ...(names.region === region ? [] : [`region ${names.region} instead of ${region}`]),
    ...(changes.length === 0 ? [] : [`config differs from the expected one:\n${renderChanges(changes)}`]),
    ...(expected.tags === undefined || canonicalText(expected.tags) === canonicalText(names.tags)
      ? []
      : [`tags ${canonicalText(names.tags)} instead of ${canonicalText(expected.tags)}`]),
    ...(String(relations[0]) === String(relations[1])
      ? []
      : [`relations ${String(relations[1])} instead of ${String(relations[0])}`]),
    ...(observation.unreadable ?? []).map(
      ({ path, message }) => `${path} is unreadable without a fault: ${message}`,
    ),
  ];
}

/** Of what is ephemeral no revision is made, so that another way may lack it. */
function durable(watcher: WatcherProof['watcher'], config: JsonObject): JsonValue {
  const pointers = watcher.ephemeral.flatMap((path) => matchPattern(config, path));
  return recorded(
    watcher,
    pointers.reduce<JsonValue>((rest, pointer) => without(rest, pointer), config),
  );
}

async function schemaProblems(proof: WatcherProof): Promise<readonly string[]> {
  const { seen } = await faultless(proof);
  return seen.flatMap(({ observation: { config }, names }) => {
    const parsed = recorded(proof.watcher, proof.watcher.config.parse(config));
    const changes = diffJson(recorded(proof.watcher, config), parsed);
    return changes.length === 0
      ? []
      : [`item ${names.identity}: the schema changes it:\n${renderChanges(changes)}`];
  });
}

async function uniqueProblems(proof: WatcherProof): Promise<readonly string[]> {
  const { seen } = await faultless(proof);
  return (['identity', 'lineage'] as const).flatMap((kind) => {
    const values = seen.map(({ names }) => names[kind]);
    const repeated = values.filter((value, index) => values.indexOf(value) < index);
    return [
      ...repeated.map((value) => `two items have the ${kind} ${value}`),
      ...(values.includes('') ? [`an item has an empty ${kind}`] : []),
    ];
  });
}

async function repeatProblems(proof: WatcherProof): Promise<readonly string[]> {
  const [first, second] = [await faultless(proof), await faultless(proof)];
  return JSON.stringify(first) === JSON.stringify(second) ? [] : ['two runs over the same estate differ'];
}

async function relationProblems(proof: WatcherProof): Promise<readonly string[]> {
  const { seen } = await faultless(proof);
  const reported = new Set(
    seen.flatMap(({ observation }) => (observation.relations ?? []).map(({ name }) => name)),
  );
  return [
    ...[...reported]
      .filter((name) => !proof.watcher.relations.includes(name))
      .map((name) => `reports the relation ${name} without declaring it`),
    ...proof.watcher.relations
      .filter((name) => !reported.has(name))
      .map((name) => `declares the relation ${name}, which no item of the estate has`),
  ];
}

async function consoleProblems(proof: WatcherProof): Promise<readonly string[]> {
  const { watcher, estate } = proof;
  const { seen } = await faultless(proof);
  const told = estate.items.filter((item) => item.console !== undefined);
  if (watcher.consolePath === undefined)
    return told.map(({ identity }) => `item ${identity} is in a console that the watcher does not know`);
  if (told.length === 0)
    return ['has a consolePath, and no item of the estate says where the console shows it'];
  return told.flatMap(({ identity, console: expected = '' }) => {
    const found = seen.find(({ names }) => names.identity === identity);
    if (found === undefined) return [];
    const config = watcher.config.parse(found.observation.config);
    const path = watcher.consolePath?.(config, found.names);
    return path === expected ? [] : [`item ${identity}: console ${path} instead of ${expected}`];
  });
}
