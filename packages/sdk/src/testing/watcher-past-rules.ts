/** What a watcher tells of the time before an item was first seen: of the items asked for, in the form of the present, and never less in silence. */
import { parseConfig } from '../audit/parse-config.ts';
import type { PastState } from '../define/past.ts';
import type { Failure } from '../failure.ts';
import { getAt } from '../json/pointer.ts';
import { type Estate, placeOf, waysOf } from './estate.ts';
import { type FakeCall, type Fault, fakeProvider, newScope } from './fake-provider.ts';
import { failureOf, type WatcherProof } from './observe.ts';
import { type AsyncRule, messageOf } from './rule.ts';

export const watcherPastRules: readonly AsyncRule<WatcherProof>[] = [
  { title: 'tells the past of the items asked for, in the form of the present', problems: formProblems },
  { title: 'says so when the past cannot be read', problems: faultProblems },
];

export type AskedPast = {
  /** Undefined where nobody could be asked, and after a rejection. */
  readonly states: readonly PastState[] | undefined;
  readonly rejection?: Failure;
  readonly calls: readonly FakeCall[];
};

/** A moment after everything that an estate may tell of. */
const until = new Date('2026-11-30T00:00:00.000Z');

/** Asks for the past of all items of the estate. */
export async function askPast({ watcher, estate }: WatcherProof, fault?: Fault): Promise<AskedPast> {
  const { past } = watcher;
  if (past === undefined) return { states: undefined, calls: [] };
  const provider = fakeProvider(watcher, estate, { fault });
  const place = placeOf(estate, watcher.accountType);
  const items = estate.items.map(({ identity, lineage, name, region = place.region }) => ({
    identity,
    lineage,
    name,
    region,
    knownSince: until,
  }));
  try {
    const ask = () => past(provider.context, { items, until });
    return { states: await provider.within(newScope('past'), ask), calls: provider.calls };
  } catch (error) {
    return { states: undefined, rejection: failureOf(error), calls: provider.calls };
  }
}

async function formProblems({ watcher, estate }: WatcherProof): Promise<readonly string[]> {
  if (watcher.past === undefined) return [];
  const problems: string[] = [];
  let isTold = false;
  for (const way of waysOf(estate)) {
    const { states, rejection, calls } = await askPast({ watcher, estate: way.estate });
    if (rejection !== undefined) problems.push(`past rejects without a fault: ${rejection.message}`);
    else if (states === undefined && calls.length > 0)
      problems.push('past makes calls where nobody can be asked');
    if (states !== undefined && states.length > 0) isTold = true;
    problems.push(
      ...(states ?? []).flatMap((state) => stateProblems({ watcher, estate: way.estate }, state)),
    );
  }
  return isTold ? problems : [...problems, 'past tells nothing over the estate: extend it'];
}

function stateProblems({ watcher, estate }: WatcherProof, state: PastState): readonly string[] {
  const { identity, from, config, unreadable = [] } = state;
  if (!estate.items.some((item) => item.identity === identity))
    return [`past tells of ${identity}, which was not asked for`];
  if (Number.isNaN(from.getTime())) return [`past tells of ${identity} at no time`];
  const paths = unreadable.map(({ path }) => path);
  if (config === null || paths.includes('')) return [];
  const filled = paths.filter((path) => path.startsWith('/') && getAt(config, path) !== undefined);
  try {
    parseConfig(
      watcher.config,
      config,
      paths.filter((path) => path.startsWith('/')),
    );
  } catch (error) {
    return [`the past of ${identity} does not fit the schema: ${messageOf(error)}`];
  }
  return filled.map((path) => `the past of ${identity} has ${path}, which it says is not known`);
}

async function faultProblems({ watcher, estate }: WatcherProof): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const way of waysOf(estate)) {
    const proof = { watcher, estate: way.estate };
    for (const operation of await operationsOfPast(proof))
      problems.push(...(await silences(proof, operation)));
  }
  return problems;
}

/** The faults of an operation of which nothing is said. */
async function silences(proof: WatcherProof, operation: string): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [failureClass, code] of faults) {
    const hits: Fault['hits'] = (call) => call.operation === operation;
    const { rejection, states = [] } = await askPast(proof, { class: failureClass, code, hits });
    const parts = states.flatMap(({ unreadable = [] }) => unreadable);
    if (rejection === undefined && !parts.some((part) => part.class === failureClass))
      problems.push(`past says nothing of it when ${operation} answers ${code}`);
  }
  return problems;
}

const faults = [
  ['access_denied', 'AccessDenied'],
  ['server_error', 'InternalError'],
] as const;

async function operationsOfPast(proof: WatcherProof): Promise<readonly string[]> {
  const { calls } = await askPast(proof);
  return [...new Set(calls.map(({ operation }) => operation))];
}

/** The operations that asking for the past makes, with the first way to the items by which it does. */
export async function pastOperations(
  watcher: WatcherProof['watcher'],
  estate: Estate,
): Promise<ReadonlyMap<string, string>> {
  const ways = new Map<string, string>();
  for (const way of waysOf(estate))
    for (const operation of await operationsOfPast({ watcher, estate: way.estate }))
      if (!ways.has(operation)) ways.set(operation, way.title);
  return ways;
}
