/** The calls of a watcher: all declared, all needed, and what `confirm` concludes from them. */
import type { MissingItem } from '../define/missing-item.ts';
import type { Failure } from '../failure.ts';
import { placeOf, waysOf } from './estate.ts';
import { type Fault, fakeProvider, newScope } from './fake-provider.ts';
import { failureOf, isGone, observe, type WatcherProof } from './observe.ts';
import type { AsyncRule } from './rule.ts';
import { askPast } from './watcher-past-rules.ts';

export const watcherCallRules: readonly AsyncRule<WatcherProof>[] = [
  { title: 'calls exactly the operations that it declares', problems: permissionProblems },
  { title: 'confirms what is there, and says gone only by a code in gone', problems: confirmProblems },
];

async function permissionProblems(proof: WatcherProof): Promise<readonly string[]> {
  const { permissions } = proof.watcher;
  const ways = waysOf(proof.estate).map(({ estate }) => calledIn({ ...proof, estate }));
  const called = new Set((await Promise.all(ways)).flat());
  return [
    ...[...called]
      .filter((operation) => !Object.hasOwn(permissions, operation))
      .map((operation) => `calls ${operation}, which is not among its permissions`),
    ...Object.keys(permissions)
      .filter((operation) => !called.has(operation))
      .map((operation) => `declares ${operation}, which it did not call: extend the estate, or drop it`),
  ];
}

async function calledIn(proof: WatcherProof): Promise<readonly string[]> {
  const observed = await observe(proof);
  const past = await askPast(proof);
  const confirmed = await Promise.all(proof.estate.items.map((item) => confirm(proof, missing(proof, item))));
  return [
    ...observed.calls.map(({ operation }) => operation),
    ...confirmed.flatMap(({ operations }) => operations),
    ...past.calls.map(({ operation }) => operation),
  ];
}

async function confirmProblems(proof: WatcherProof): Promise<readonly string[]> {
  const [item] = proof.estate.items;
  if (!proof.watcher.confirm || !item) return [];
  const faultless = await confirm(proof, missing(proof, item));
  if (faultless.failure) return [`confirm rejects for an item that is there: ${faultless.failure.message}`];
  if (faultless.operations.length === 0) return ['confirm makes no call'];
  const problems: string[] = [];
  for (const operation of faultless.operations) {
    problems.push(...(await confirmFaults(proof, missing(proof, item), operation)));
  }
  return problems;
}

async function confirmFaults(
  proof: WatcherProof,
  item: MissingItem,
  operation: string,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const hits: Fault['hits'] = (call) => call.operation === operation;
  const isSaidGone = ({ failure }: Confirmed): boolean =>
    failure !== undefined && isGone(proof.watcher, failure);
  for (const code of proof.watcher.gone) {
    const confirmed = await confirm(proof, item, { class: 'not_found', code, hits });
    if (!isSaidGone(confirmed)) problems.push(`confirm does not say gone when ${operation} answers ${code}`);
  }
  for (const [failureClass, code] of [
    ['access_denied', 'AccessDenied'],
    ['server_error', 'InternalError'],
  ] as const) {
    const confirmed = await confirm(proof, item, { class: failureClass, code, hits });
    if (!confirmed.failure)
      problems.push(`confirm says that the item is there when ${operation} answers ${code}`);
    if (isSaidGone(confirmed)) problems.push(`confirm says gone when ${operation} answers ${code}`);
  }
  return problems;
}

type Confirmed = { readonly failure?: Failure; readonly operations: readonly string[] };

async function confirm(
  { watcher, estate }: WatcherProof,
  item: MissingItem,
  fault?: Fault,
): Promise<Confirmed> {
  const ask = watcher.confirm;
  if (!ask) return { operations: [] };
  const provider = fakeProvider(watcher, estate, { fault });
  const operations = () => [...new Set(provider.calls.map((call) => call.operation))];
  try {
    await provider.within(newScope('confirm'), () => ask(provider.context, item));
    return { operations: operations() };
  } catch (error) {
    return { failure: failureOf(error), operations: operations() };
  }
}

function missing(
  { watcher, estate }: WatcherProof,
  item: WatcherProof['estate']['items'][number],
): MissingItem {
  const { identity, lineage, name } = item;
  return { identity, lineage, name, region: item.region ?? placeOf(estate, watcher.accountType).region };
}
