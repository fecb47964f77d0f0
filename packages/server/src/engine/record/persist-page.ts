/** Records one page of a listing: what has not changed costs one query, the rest one transaction. */
import { assertEpoch } from '../../store/coverage.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import type { Row } from '../../store/schema.ts';
import type { Scope } from '../../store/scope.ts';
import type { Runtime } from '../runtime.ts';
import { type ItemFailure, loadFailures, planFailures, unidentified, writeFailurePlan } from './failures.ts';
import { loadKnown, loadLatestRevisions, loadPredecessors, loadUnchanged } from './load-known.ts';
import { addCounts, type Looked, noCounts, type PageCounts } from './page.ts';
import {
  countPlans,
  type ItemPlan,
  type PageContext,
  planFailed,
  planSighting,
  type SeenItem,
} from './plan-page.ts';
import type { Known } from './reconcile.ts';
import type { ScopeRecord } from './scope-record.ts';
import { identifyListed, sight } from './sighting.ts';
import { writePlans } from './write-plans.ts';

/** Commits the page. Throws `lost_lease`, after which nothing has been written. */
export async function persistPage(
  runtime: Runtime,
  record: ScopeRecord,
  page: readonly Looked[],
): Promise<PageCounts> {
  const unchanged = await loadUnchanged(
    runtime.db,
    record.run.scope,
    page.flatMap((looked) => (looked.kind === 'seen' ? [looked.glance.observedHash] : [])),
  );
  const identities: string[] = [];
  const rest: Looked[] = [];
  for (const looked of page) {
    const same = looked.kind === 'seen' ? unchanged.get(looked.glance.observedHash) : undefined;
    if (same === undefined) {
      rest.push(looked);
      continue;
    }
    identities.push(same.identity);
    if (same.scopeRegion === record.run.scope.region) record.seen.add(same.id);
  }
  const counts = await persistRest(runtime, record, { page: rest, fine: identities });
  return { ...counts, listed: page.length, partial: page.filter(isPartial).length };
}

function isPartial(looked: Looked): boolean {
  return looked.kind === 'seen' && looked.glance.unreadable.length > 0;
}

type Rest = {
  readonly page: readonly Looked[];
  /** Identities of the page's items that have not changed. */
  readonly fine: readonly string[];
};

async function persistRest(runtime: Runtime, record: ScopeRecord, { page, fine }: Rest): Promise<PageCounts> {
  const { seen, failed, nameless } = sortOut(record, page);
  const goneIdentities = page.flatMap((looked) =>
    looked.kind === 'gone' && looked.identity !== undefined ? [looked.identity] : [],
  );
  const named = [...seen.map(({ sighting }) => sighting.identity), ...failed.map(({ subject }) => subject)];
  const known = await loadKnown(runtime.db, record.run.scope, [...new Set([...named, ...goneIdentities])]);
  for (const identity of goneIdentities) markGone(record, known.get(identity));
  const plans = await planPage(runtime, record, { seen, known });
  const failures = [...failed, ...plans.failures];
  const now = runtime.clock.now();
  const written = [...plans.items, ...failures.flatMap((failure) => planFailure(failure, known, now))];
  await persistPlans(runtime, record, {
    plans: written,
    failures,
    fine: [...fine, ...plans.items.map(({ item }) => item.identity)],
  });
  rememberSeen(record, { plans: plans.items, failures, known });
  return addCounts(countPlans(plans.items), {
    ...noCounts,
    failed: failures.length,
    unidentified: nameless,
  });
}

function markGone(record: ScopeRecord, known: Known | undefined): void {
  if (known !== undefined) record.gone.add(known.item.id);
}

/** Sightings by identity, each once, and what is already known to have failed. */
function sortOut(
  record: ScopeRecord,
  page: readonly Looked[],
): {
  readonly seen: readonly SeenItem[];
  readonly failed: readonly ItemFailure[];
  readonly nameless: number;
} {
  const seen = new Map<string, SeenItem>();
  const failed = new Map<string, ItemFailure>();
  let nameless = 0;
  for (const looked of page) {
    if (isGoneUnasked(record, looked)) nameless += 1;
    const sorted = sortOne(record, looked);
    if (sorted === undefined) continue;
    if ('sighting' in sorted) seen.set(sorted.sighting.identity, sorted);
    else failed.set(sorted.subject, sorted);
    if ('subject' in sorted && sorted.subject === unidentified) nameless += 1;
  }
  const onlyFailed = [...failed.values()].filter(({ subject }) => !seen.has(subject));
  return { seen: [...seen.values()], failed: onlyFailed, nameless };
}

/**
 * Of what an unintelligible listing shows, every describe says that it does not exist. Where nothing else can be asked,
 * the absence of others must not be concluded from such a listing.
 */
function isGoneUnasked({ recorder }: ScopeRecord, looked: Looked): boolean {
  return looked.kind === 'gone' && looked.identity === undefined && recorder.watcher.confirm === undefined;
}

function sortOne({ recorder }: ScopeRecord, looked: Looked): SeenItem | ItemFailure | undefined {
  if (looked.kind === 'gone') return undefined;
  if (looked.kind === 'failed') return failureOf(looked.identity, looked.failure);
  const sighting = sight(recorder, looked.glance);
  if ('failure' in sighting) return failureOf(identifyListed(recorder, looked.listed), sighting.failure);
  return { sighting, at: looked.at };
}

function failureOf(identity: string | undefined, failure: ItemFailure['failure']): ItemFailure {
  return { subject: identity ?? unidentified, stage: 'describe', failure };
}

type Planned = { readonly items: readonly ItemPlan[]; readonly failures: readonly ItemFailure[] };

async function planPage(
  runtime: Runtime,
  record: ScopeRecord,
  { seen, known }: { readonly seen: readonly SeenItem[]; readonly known: ReadonlyMap<string, Known> },
): Promise<Planned> {
  const latest = await loadLatestRevisions(
    runtime.db,
    [...known.values()].map(({ item }) => item.id),
  );
  const context = {
    recorder: record.recorder,
    account: record.account,
    ignore: record.ignore,
    scopeRegion: record.run.scope.region,
    known,
    latest,
    nextId: runtime.nextId,
  };
  const plans = await withDeeds(record, context, seen);
  const items = plans.flatMap((plan) => ('item' in plan ? [plan] : []));
  return {
    items: await withPredecessors(runtime, record, items),
    failures: plans.flatMap((plan) => ('item' in plan ? [] : [plan])),
  };
}

/** The plans, those of changes with who made them. */
async function withDeeds(
  { lastDeeds }: ScopeRecord,
  context: PageContext,
  seen: readonly SeenItem[],
): Promise<readonly (ItemPlan | ItemFailure)[]> {
  const plans = seen.map((one) => planSighting(context, one));
  if (lastDeeds === undefined) return plans;
  const changed = plans.flatMap((plan) => ('item' in plan && isChange(plan) ? [plan] : []));
  const deeds = await lastDeeds(
    changed.map(({ item, revision }) => ({ item, seenAt: revision.observed_at })),
  );
  const deedOf = new Map(changed.map((plan, index) => [plan, deeds[index]] as const));
  return seen.map((one, index) => {
    const plan = plans[index];
    const deed = plan && 'item' in plan && isChange(plan) ? deedOf.get(plan) : undefined;
    return plan === undefined || deed !== undefined
      ? planSighting(context, { ...one, ...(deed && { deed }) })
      : plan;
  });
}

/** A re-baseline is a change of our own. */
function isChange(plan: ItemPlan): plan is ItemPlan & { readonly revision: Row<'revision'> } {
  return plan.revision !== undefined && plan.revision.kind !== 'rebaseline';
}

/** A new item with the lineage of another is a re-created resource. */
async function withPredecessors(
  runtime: Runtime,
  record: ScopeRecord,
  plans: readonly ItemPlan[],
): Promise<readonly ItemPlan[]> {
  const lineages = plans.flatMap(({ isNew, item }) => (isNew ? [item.lineage] : []));
  const predecessors = await loadPredecessors(runtime.db, record.run.scope, lineages);
  if (predecessors.size === 0) return plans;
  return plans.map((plan) =>
    plan.isNew
      ? { ...plan, item: { ...plan.item, predecessor: predecessors.get(plan.item.lineage) ?? null } }
      : plan,
  );
}

function planFailure(
  { failure, subject }: ItemFailure,
  known: ReadonlyMap<string, Known>,
  now: Date,
): readonly ItemPlan[] {
  const item = known.get(subject);
  const plan = item && planFailed(item, failure, now);
  return plan === undefined ? [] : [plan];
}

type Persisted = {
  readonly plans: readonly ItemPlan[];
  readonly failures: readonly ItemFailure[];
  readonly fine: readonly string[];
};

async function persistPlans(
  runtime: Runtime,
  record: ScopeRecord,
  { plans, failures, fine }: Persisted,
): Promise<void> {
  const { db, clock, nextId } = runtime;
  const { scope } = record.run;
  const subjects = [...new Set([...fine, ...failures.map(({ subject }) => subject)])];
  const mayHaveFailures = record.hadFailures || failures.length > 0;
  const stored = mayHaveFailures ? await loadFailures(db, scope, subjects) : [];
  const now = clock.now();
  const failurePlan = planFailures({ scope, failures, stored, now, nextId });
  const work = plans.filter(hasRows);
  if (work.length + failurePlan.writes.length + failurePlan.over.length > 0)
    await inTransaction(db, async (tx) => {
      await assertEpoch(tx, record.run);
      await writePlans(tx, work, now);
      await writeFailurePlan(tx, failurePlan);
    });
  for (const id of failurePlan.failing) record.failing.add(id);
}

function hasRows(plan: ItemPlan): boolean {
  return (
    plan.writesItem ||
    plan.sideRow !== undefined ||
    plan.auditCause !== undefined ||
    plan.opened.length + plan.closed.length > 0
  );
}

/** Only after the commit: what was not recorded has not been seen. */
function rememberSeen(
  { seen, run: { scope } }: ScopeRecord,
  {
    plans,
    failures,
    known,
  }: {
    readonly plans: readonly ItemPlan[];
    readonly failures: readonly ItemFailure[];
    readonly known: ReadonlyMap<string, Known>;
  },
): void {
  for (const { item } of plans) if (item.scope_region === scope.region) seen.add(item.id);
  for (const { subject } of failures) {
    const failed = known.get(subject);
    if (failed !== undefined && countsAsSeen(failed, scope)) seen.add(failed.item.id);
  }
}

/** Whether a known item that was listed, and not recorded, is one of those that the scope is known to have. */
export function countsAsSeen({ item }: Known, { region }: Scope): boolean {
  return item.status !== 'deleted' && item.scope_region === region;
}
