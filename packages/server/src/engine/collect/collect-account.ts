/** Collects one account: connects, plans its scopes, runs them side by side. One scope's failure harms no other. */
import type { Failure } from '@security-monkey/sdk';
import { beginRun, insertScopes, listScopes } from '../../store/coverage.ts';
import { ensurePartitions } from '../../store/revision-partitions.ts';
import type { Row } from '../../store/schema.ts';
import { systemViewer } from '../../store/viewer.ts';
import { type DiscoverySummary, discoverAccounts } from '../discover/discover-accounts.ts';
import { isLostLease } from '../record/lost-lease.ts';
import { noCounts } from '../record/page.ts';
import { persistFrozen } from '../record/persist-conclusion.ts';
import type { Runtime } from '../runtime.ts';
import type { Settings } from '../settings/schema.ts';
import { loadSettings } from '../settings/settings.ts';
import { isWatched } from '../settings/watching.ts';
import { type AccountRun, collectScope, type ScopeResult } from './collect-scope.ts';
import { commonLoadsOf } from './common-loads.ts';
import { type Connected, connectAccount } from './connect.ts';
import { endDisconnection, findDisconnection, recordDisconnection } from './disconnected.ts';
import { enrolWhenReady } from './enrol.ts';
import { inParallel } from './in-parallel.ts';
import { keepFacts } from './keep-facts.ts';
import { limiterOf } from './limiter.ts';
import { filterPlan, planScopes, type ScopeFilter, type ScopePlan } from './plan-scopes.ts';
import { saveFacts } from './save-facts.ts';
import { leaseDuration } from './scope-lease.ts';
import { createSharedLoads } from './shared-loads.ts';

export type CollectRequest = ScopeFilter & {
  readonly account: Row<'account'>;
  readonly signal: AbortSignal;
  /** Names the run in the leases; a job that is run again after its worker died takes its scopes back at once by the same name. */
  readonly holder?: string;
};

export type CollectSummary = {
  /** The account's name. */
  readonly account: string;
  readonly scopes: readonly ScopeResult[];
  /** Facts about the account that could not be read; their last values are kept. */
  readonly unreadableFacts: readonly Failure[];
  /** Why the account could not be connected to. */
  readonly connectFailure?: Failure;
  /** Calls made, by operation. */
  readonly calls: Readonly<Record<string, number>>;
  /** What was found of the accounts that lie in it. */
  readonly discovery?: DiscoverySummary;
  /** Whether the account's enrolment ended by this run. */
  readonly enrolled: boolean;
};

const scopesAtOnce = 6;

/** Rejects only when the database fails; everything else is in the summary. */
export async function collectAccount(runtime: Runtime, request: CollectRequest): Promise<CollectSummary> {
  const { account, signal } = request;
  runtime.progress({ kind: 'account.started', account: account.name });
  const connected = await connectAccount(runtime, { account, signal, limiter: limiterOf(runtime.clock) });
  try {
    if ('failure' in connected) return await disconnected(runtime, request, connected.failure);
    return await collectConnected(runtime, request, connected);
  } finally {
    if ('close' in connected) connected.close();
    runtime.progress({ kind: 'account.finished', account: account.name });
  }
}

async function disconnected(
  runtime: Runtime,
  request: CollectRequest,
  failure: Failure,
): Promise<CollectSummary> {
  const { account, signal } = request;
  const none = { account: account.name, scopes: [], unreadableFacts: [], calls: {}, enrolled: false };
  if (signal.aborted) return none;
  const filter = filterOf({ ...request, ...(await watchedOnly(runtime, request)) });
  const scopes = await recordDisconnection(runtime, {
    account,
    failure,
    filter,
    holder: holderOf(runtime, request),
  });
  const results = scopes.map(
    ({ technology, region }): ScopeResult => ({
      ...noCounts,
      scope: { account: account.name, technology, region },
      outcome: 'failed',
      deleted: 0,
      held: 0,
      failure,
    }),
  );
  return { ...none, scopes: results, connectFailure: failure };
}

/** Scopes that are switched off are not looked at, so nothing keeps us from looking at them. */
async function watchedOnly(
  { db, registry }: Runtime,
  { account, technologies }: CollectRequest,
): Promise<ScopeFilter> {
  const { activation } = await loadSettings(db);
  const all = registry.watchersFor(account.type).map(({ id }) => id);
  const watched = all.filter((technology) => isWatched(activation, { technology, account }));
  if (watched.length === all.length) return {};
  return { technologies: watched.filter((id) => technologies?.includes(id) ?? true) };
}

function holderOf(runtime: Runtime, { holder }: CollectRequest): string {
  return holder ?? runtime.nextId();
}

function filterOf({ technologies, regions }: ScopeFilter): ScopeFilter {
  return {
    ...(technologies === undefined ? {} : { technologies }),
    ...(regions === undefined ? {} : { regions }),
  };
}

async function collectConnected(
  runtime: Runtime,
  request: CollectRequest,
  connected: Connected,
): Promise<CollectSummary> {
  const settings = await loadSettings(runtime.db);
  const { account, signal } = request;
  const disconnection = await findDisconnection(runtime.db, account);
  if (disconnection !== undefined) await endDisconnection(runtime, account, disconnection);
  const facts = keepFacts(account.facts, connected.probe.facts);
  await saveFacts(runtime, account, facts);
  const discovery = await discoverAccounts(runtime, { account, line: connected.line, signal });
  const { ignore } = settings;
  const plan = await planAccount(runtime, request, { ...connected, settings });
  const year = runtime.clock.now().getUTCFullYear();
  // The next one too, because a run may go on over the turn of the year.
  await ensurePartitions(runtime.db, [year, year + 1]);
  runtime.progress({ kind: 'account.connected', account: account.name, scopes: plan.run.length });
  const run: AccountRun = {
    runtime,
    account,
    line: connected.line,
    facts,
    shared: createSharedLoads(runtime.clock),
    common: commonLoadsOf(runtime.clock).forRun({
      group: account.discovered_by ?? account.id,
      account: account.id,
    }),
    ignore,
    deeds: {},
    holder: holderOf(runtime, request),
    signal,
  };
  const frozen = await freezeScopes(run, plan.frozen);
  const collected = await inParallel(plan.run, scopesAtOnce, (scope) => collectScope(run, scope));
  const unknown = plan.unknownRegions.map((region) => unknownRegion(account, region));
  return {
    account: account.name,
    scopes: [...frozen, ...collected, ...unknown],
    unreadableFacts: [...(facts.unreadable ?? []), ...(run.deeds.failure ? [run.deeds.failure] : [])],
    discovery,
    calls: Object.fromEntries([...connected.line.calls].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    enrolled: await enrolWhenReady(runtime, account),
  };
}

async function planAccount(
  { db, registry }: Runtime,
  request: CollectRequest,
  { probe, settings: { activation } }: Connected & { readonly settings: Settings },
): Promise<ScopePlan> {
  const { account } = request;
  const { id, type, identifier } = account;
  const known = await listScopes(db, systemViewer, { accountIds: [id] });
  const plan = planScopes(registry.watchersFor(type), {
    identifier,
    probe,
    known,
    isWatched: (technology) => isWatched(activation, { technology, account }),
  });
  const existing = new Set(known.map(({ technology, region }) => `${technology} ${region}`));
  const missing = [...plan.run, ...plan.frozen].filter(
    ({ watcher, region }) => !existing.has(`${watcher.id} ${region}`),
  );
  await insertScopes(
    db,
    missing.map(({ watcher, region }) => ({ accountId: id, technology: watcher.id, region })),
  );
  return filterPlan(plan, request);
}

/** Nothing is written for a scope that is frozen for the same reason already. */
async function freezeScopes(
  { runtime, account, holder }: AccountRun,
  frozen: ScopePlan['frozen'],
): Promise<readonly ScopeResult[]> {
  const rows = await listScopes(runtime.db, systemViewer, { accountIds: [account.id] });
  const stateOf = new Map(rows.map((row) => [`${row.technology} ${row.region}`, row.state]));
  const results: ScopeResult[] = [];
  for (const { watcher, region, failure } of frozen) {
    const name = { account: account.name, technology: watcher.id, region };
    const result = { ...noCounts, scope: name, deleted: 0, held: 0, failure };
    const isFrozen = stateOf.get(`${watcher.id} ${region}`) === 'frozen';
    const scope = { accountId: account.id, technology: watcher.id, region };
    const at = runtime.clock.now();
    const leaseUntil = new Date(at.getTime() + leaseDuration);
    const epoch = isFrozen ? undefined : await beginRun(runtime.db, { scope, holder, leaseUntil, at });
    if (epoch !== undefined) await freeze(runtime, { run: { scope, epoch } }, failure);
    results.push({ ...result, outcome: isFrozen || epoch !== undefined ? 'frozen' : 'skipped' });
  }
  return results;
}

async function freeze(
  runtime: Runtime,
  record: Parameters<typeof persistFrozen>[1],
  failure: Failure,
): Promise<void> {
  try {
    await persistFrozen(runtime, record, failure);
  } catch (error) {
    if (!isLostLease(error)) throw error;
  }
}

function unknownRegion(account: Row<'account'>, region: string): ScopeResult {
  const failure = { class: 'rejected', message: `${account.name} has no region ${region}.` } as const;
  const scope = { account: account.name, technology: '*', region };
  return { ...noCounts, scope, outcome: 'failed', deleted: 0, held: 0, failure };
}
