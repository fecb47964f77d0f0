/** What a watcher must make of faults: could not look is never gone, and never fine. */
import type { FailureClass } from '../failure.ts';
import { canonicalText } from '../json/canonical.ts';
import { without } from '../json/pointer.ts';
import type { Description } from '../observation.ts';
import { type FakeCall, type Fault, operationsOf } from './fake-provider.ts';
import {
  namesOf,
  type Observed,
  type ObservedItem,
  observe,
  recorded,
  termsOf,
  type WatcherProof,
} from './observe.ts';
import { type AsyncRule, messageOf } from './rule.ts';

type Refusal = { readonly class: FailureClass; readonly code: string };

const denied: Refusal = { class: 'access_denied', code: 'AccessDenied' };
const broken: Refusal = { class: 'server_error', code: 'InternalError' };

export const watcherFaultRules: readonly AsyncRule<WatcherProof>[] = [
  { title: 'rejects when the listing is denied', problems: listDeniedProblems },
  { title: 'gives the first page and then rejects when the second page fails', problems: secondPageProblems },
  { title: 'says gone when an item vanishes between list and describe', problems: vanishedProblems },
  {
    title: 'rejects or names the permission when any of its permissions is denied',
    problems: (proof) => everyOperation(proof, denied),
  },
  {
    title: 'rejects or marks the part unreadable when any of its calls breaks',
    problems: (proof) => everyOperation(proof, broken),
  },
];

async function listDeniedProblems(proof: WatcherProof): Promise<readonly string[]> {
  const { operation } = proof.estate.listing;
  const { rejection, items } = await observe(proof, {
    fault: { ...denied, hits: (call) => call.operation === operation },
  });
  if (!rejection) return [`with ${operation} denied the listing ended as if it were complete`];
  return [
    ...mistold(proof, operation, { failure: rejection, refusal: denied }).map(
      (text) => `the listing's rejection ${text}`,
    ),
    ...(items.length === 0 ? [] : [`with ${operation} denied it yielded ${items.length} items`]),
  ];
}

async function secondPageProblems(proof: WatcherProof): Promise<readonly string[]> {
  const { operation, secondPage, whole } = proof.estate.listing;
  const hits = (call: FakeCall): boolean =>
    call.operation === operation && (secondPage ? secondPage(call.input) : call.turn === 2);
  const faultless = await observe(proof);
  if (!faultless.calls.some(hits)) {
    return whole === undefined
      ? [`the estate answers ${operation} in one page: give it two, or say why it is whole`]
      : [];
  }
  const faulty = await observe(proof, { fault: { ...broken, hits } });
  const given = faulty.items.length;
  const isPrefix = listText(faulty.items) === listText(faultless.items.slice(0, given));
  return [
    ...(faulty.rejection ? [] : ['the listing ended as if it were complete, though its second page failed']),
    ...(isPrefix ? [] : ['the items of the first page changed when the second page failed']),
    ...(given > 0 || whole !== undefined
      ? []
      : ['nothing of the first page was yielded when the second page failed']),
    ...(given < faultless.items.length ? [] : ['all items came, though the second page failed']),
  ];
}

function listText(items: readonly ObservedItem[]): string {
  return JSON.stringify(items.map(({ observation }) => observation));
}

async function vanishedProblems(proof: WatcherProof): Promise<readonly string[]> {
  const { watcher, estate } = proof;
  if (!watcher.describe) return [];
  const { items } = await observe(proof);
  const called = new Set(items.flatMap(({ scope }) => [...scope.operations]));
  const describing = [...(estate.describing ?? called)];
  const problems = describing
    .filter((operation) => !called.has(operation))
    .map((operation) => `${operation} is to describe items, but no item's describe calls it`);
  for (const operation of describing) {
    for (const code of watcher.gone) problems.push(...(await vanishing(proof, operation, code)));
  }
  return problems;
}

async function vanishing(proof: WatcherProof, operation: string, code: string): Promise<readonly string[]> {
  const hits = (call: FakeCall): boolean => call.operation === operation && call.stage === 'describe';
  const observed = await observe(proof, { fault: { class: 'not_found', code, hits } });
  return observed.items.flatMap(({ observation, scope }, index) => {
    const isConcerned = scope.operations.has(operation);
    if (!isConcerned || observation.kind === 'gone') return [];
    return [`item ${index} is ${observation.kind} instead of gone when ${operation} answers ${code}`];
  });
}

async function everyOperation(proof: WatcherProof, refusal: Refusal): Promise<readonly string[]> {
  const faultless = await observe(proof);
  const called = new Set(faultless.calls.map((call) => call.operation));
  const problems: string[] = [];
  for (const operation of called) {
    const fault: Fault = { ...refusal, hits: (call) => call.operation === operation };
    const faulty = await observe(proof, { fault });
    const found = consequences({ proof, operation, refusal }, faultless, faulty);
    problems.push(...found.map((text) => `with ${operation} answering ${refusal.code}: ${text}`));
  }
  return problems;
}

type FaultCase = { readonly proof: WatcherProof; readonly operation: string; readonly refusal: Refusal };

function consequences(fault: FaultCase, faultless: Observed, faulty: Observed): readonly string[] {
  const { proof, operation, refusal } = fault;
  const problems = faulty.items.flatMap((item, index) => {
    const before = faultless.items[index]?.observation;
    if (before?.kind !== 'seen') return [`item ${index} is not there without the fault`];
    return itemConsequences(fault, before, item).map((text) => `item ${index} ${text}`);
  });
  if (faulty.rejection) {
    const told = mistold(proof, operation, { failure: faulty.rejection, refusal });
    return [...problems, ...told.map((text) => `the listing's rejection ${text}`)];
  }
  const isMarked = faulty.items.some(
    ({ observation }) => observation.kind !== 'seen' || (observation.unreadable ?? []).length > 0,
  );
  return [
    ...problems,
    ...(isMarked ? [] : ['nothing says so: the listing ended and every item looks whole']),
    ...(faulty.items.length === faultless.items.length
      ? []
      : ['the listing ended as complete with other items']),
  ];
}

function itemConsequences(
  { proof, operation, refusal }: FaultCase,
  before: Description,
  item: ObservedItem,
): readonly string[] {
  const { observation, scope } = item;
  if (observation.kind === 'gone') return ['is gone, though nobody said that it does not exist'];
  const failures = observation.kind === 'failed' ? [observation.failure] : (observation.unreadable ?? []);
  const problems = failures.flatMap((failure) => mistold(proof, operation, { failure, refusal }));
  if (operationsOf(scope).has(operation) && failures.length === 0) {
    problems.push('looks whole, though its describe made the call');
  }
  return observation.kind === 'failed'
    ? problems
    : [...problems, ...changedParts(proof, before, observation)];
}

/** What differs from the faultless observation outside the parts that are marked unreadable. */
function changedParts(proof: WatcherProof, before: Description, after: Description): readonly string[] {
  const marked = (after.unreadable ?? []).map(({ path }) => path);
  const undeclared = marked.filter(
    (path) => path.startsWith('@') && !proof.watcher.relations.includes(path.slice(1)),
  );
  const isSame = readableText(proof, before, marked) === readableText(proof, after, marked);
  return [
    ...undeclared.map((path) => `has ${path} unreadable, which is no relation of the watcher`),
    ...(isSame ? [] : ['has another config or relations outside the unreadable parts']),
    ...(namesText(proof, before) === namesText(proof, after)
      ? []
      : ['has other names: make them of what the listing gives']),
    ...termsProblems(proof, after),
  ];
}

function readableText(
  { watcher }: WatcherProof,
  description: Description,
  marked: readonly string[],
): string {
  // Cut before sorting: what is unreadable must not decide about the order of the rest.
  const config = marked
    .filter((path) => path.startsWith('/'))
    .reduce((rest, path) => without(rest, path), description.config);
  const relations = (description.relations ?? []).filter(({ name }) => !marked.includes(`@${name}`));
  return canonicalText([
    recorded(watcher, config),
    ...relations.map((relation) => canonicalText(relation)).sort(),
  ]);
}

function namesText(proof: WatcherProof, description: Description): string {
  try {
    return JSON.stringify(namesOf(proof, { kind: 'seen', ...description }));
  } catch (error) {
    return messageOf(error);
  }
}

function termsProblems(proof: WatcherProof, description: Description): readonly string[] {
  try {
    termsOf(proof, { kind: 'seen', ...description });
    return [];
  } catch (error) {
    return [`has no tags or terms without the unreadable parts: ${messageOf(error)}`];
  }
}

/** Whether a failure tells of another cause than the one that was put in. */
function mistold(
  { watcher }: WatcherProof,
  operation: string,
  {
    failure,
    refusal,
  }: {
    readonly failure: { readonly class: string; readonly permission?: string; readonly message: string };
    readonly refusal: Refusal;
  },
): string[] {
  const permission = watcher.permissions[operation];
  if (failure.class === refusal.class && failure.permission === permission) return [];
  return [
    `tells of ${failure.class} of ${failure.permission ?? 'no permission'} (${failure.message}) instead of ${refusal.class} of ${permission ?? 'no permission'}`,
  ];
}
