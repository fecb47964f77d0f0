/** Asks once for each scope what its items were like before they were first seen, page by page. */
import {
  type Failure,
  type FailureClass,
  mostPastItems,
  type PastState,
  type Watcher,
} from '@security-monkey/sdk';
import { configsByHash } from '../../store/configs.ts';
import { listScopes } from '../../store/coverage.ts';
import { itemsByIds, scopeItems } from '../../store/items.ts';
import { firstRevisions } from '../../store/revisions.ts';
import { systemViewer } from '../../store/viewer.ts';
import { isLostLease } from '../record/lost-lease.ts';
import { persistPast } from '../record/persist-past.ts';
import { type Beginning, type PastPlan, planPast } from '../record/plan-past.ts';
import { failureOf, type ScopeRun, watchContext } from './scope-run.ts';

/** What came of it: `unasked` when nobody could be asked, or when there was no item to ask for. */
export type PastOutcome = 'filled' | 'unasked' | { readonly failure: Failure };

type Past = NonNullable<Watcher['past']>;

/** Failures that are about the items of a page, so that other pages may do better. */
const ofThisPage: ReadonlySet<FailureClass> = new Set(['invalid_response', 'rejected', 'defect']);

/** Undefined when it has been done before, or when nobody ever tells. Rejects when the run is stopped or has lost its lease. */
export async function fillPast(run: ScopeRun): Promise<PastOutcome | undefined> {
  const { past } = run.record.recorder.watcher;
  if (past === undefined || (await isFilled(run))) return undefined;
  let outcome: PastOutcome = 'unasked';
  for await (const ids of seenPages(run)) {
    const told = await fillPage(run, past, ids);
    run.signal.throwIfAborted();
    run.lease.touch();
    if (told === 'unasked') return told;
    if (outcome === 'unasked' || told !== 'filled') outcome = told;
    if (told !== 'filled' && !ofThisPage.has(told.failure.class)) break;
  }
  return outcome;
}

async function isFilled({ runtime, record }: ScopeRun): Promise<boolean> {
  const { accountId, technology, region } = record.run.scope;
  const chosen = { accountIds: [accountId], technologies: [technology], regions: [region] };
  const [row] = await listScopes(runtime.db, systemViewer, chosen);
  return row === undefined || row.past_filled_at !== null;
}

/** Ids of the items that this run's listing has shown. */
async function* seenPages({ runtime, record }: ScopeRun): AsyncGenerator<readonly string[]> {
  for await (const items of scopeItems(runtime.db, systemViewer, record.run.scope)) {
    const ids = items.map(({ id }) => id).filter((id) => record.seen.has(id));
    for (let start = 0; start < ids.length; start += mostPastItems)
      yield ids.slice(start, start + mostPastItems);
  }
}

async function fillPage(run: ScopeRun, past: Past, ids: readonly string[]): Promise<PastOutcome> {
  const beginnings = await beginningsOf(run, ids);
  if (beginnings.length === 0) return 'filled';
  let states: readonly PastState[] | undefined;
  try {
    states = await askPast(run, past, beginnings);
  } catch (error) {
    run.signal.throwIfAborted();
    return { failure: failureOf(run, error) };
  }
  if (states === undefined) return 'unasked';
  return await recordPast(run, planAll(run, beginnings, states));
}

type Whole = Beginning & { readonly item: Awaited<ReturnType<typeof itemsByIds>>[number] };

/** Of the items those whose past has not been told. */
async function beginningsOf(
  { runtime: { db } }: ScopeRun,
  ids: readonly string[],
): Promise<readonly Whole[]> {
  const found = await firstRevisions(db, systemViewer, ids);
  const firsts = new Map(
    found.filter(({ source }) => source !== 'backfill').map((first) => [first.item_id, first]),
  );
  const items = await itemsByIds(db, systemViewer, [...firsts.keys()]);
  const configs = await configsByHash(
    db,
    systemViewer,
    [...firsts.values()].map(({ config_hash }) => config_hash),
  );
  return items.flatMap((item) => {
    const first = firsts.get(item.id);
    const config = first && configs.get(first.config_hash);
    return first === undefined || config === undefined ? [] : [{ item, first, config }];
  });
}

async function askPast(
  run: ScopeRun,
  past: Past,
  beginnings: readonly Whole[],
): Promise<readonly PastState[] | undefined> {
  const { watcher } = run.record.recorder;
  const items = beginnings.map(({ item: { identity, lineage, name, region }, first }) => ({
    identity,
    lineage,
    name,
    region,
    knownSince: first.valid_from,
  }));
  const question = { items, until: run.runtime.clock.now() };
  return await run.activity.watch(`Asking for the past of ${watcher.title.many}`, () =>
    past(watchContext(run, 'describe'), question),
  );
}

function planAll(
  { runtime: { clock, nextId }, record: { recorder } }: ScopeRun,
  beginnings: readonly Beginning[],
  states: readonly PastState[],
): readonly PastPlan[] {
  const byIdentity = Map.groupBy(states, ({ identity }) => identity);
  const context = { recorder, now: clock.now(), nextId };
  return beginnings.flatMap(
    (beginning) => planPast(context, beginning, byIdentity.get(beginning.item.identity) ?? []) ?? [],
  );
}

/** Where the database refuses the page, item by item, so that one odd item harms no other. */
async function recordPast(run: ScopeRun, plans: readonly PastPlan[]): Promise<PastOutcome> {
  try {
    await persistPast(run.runtime, run.record, plans);
    return 'filled';
  } catch (error) {
    if (isLostLease(error)) throw error;
    if (plans.length === 1)
      return { failure: { class: 'defect', message: 'The database refused the past of an item.' } };
  }
  let outcome: PastOutcome = 'filled';
  for (const plan of plans) {
    const told = await recordPast(run, [plan]);
    if (told !== 'filled') outcome = told;
  }
  return outcome;
}
