/** One scope from its lease to its coverage: pages are recorded as they come, conclusions last. */
import {
  type Failure,
  freezingClasses,
  type JsonObject,
  type Place,
  type Watcher,
} from '@security-monkey/sdk';
import { abandonRun, beginRun, listScopes, type Run } from '../../store/coverage.ts';
import type { Row } from '../../store/schema.ts';
import type { Scope } from '../../store/scope.ts';
import { systemViewer } from '../../store/viewer.ts';
import { hasFailures } from '../record/failures.ts';
import { isLostLease } from '../record/lost-lease.ts';
import { addCounts, type Looked, noCounts, type PageCounts } from '../record/page.ts';
import {
  type Concluded,
  persistConclusion,
  persistFailure,
  persistFrozen,
} from '../record/persist-conclusion.ts';
import { createRecorder } from '../record/recorder.ts';
import { createSeenSet } from '../record/seen-set.ts';
import type { Runtime, ScopeName } from '../runtime.ts';
import type { Settings } from '../settings/schema.ts';
import { createActivity } from './activity.ts';
import { concludeScope } from './ask-missing.ts';
import { fillPast, type PastOutcome } from './fill-past.ts';
import { createLastDeeds, type DeedLog } from './last-deeds.ts';
import { observePage } from './observe.ts';
import { recordPage } from './record-page.ts';
import { createScopeLease, leaseDuration } from './scope-lease.ts';
import { failureOf, type ScopeRun, watchContext } from './scope-run.ts';
import type { Line } from './sender.ts';
import type { SharedLoads } from './shared-loads.ts';

export type ScopeOutcome = 'complete' | 'failed' | 'frozen' | 'skipped' | 'aborted';

export type ScopeResult = PageCounts & {
  readonly scope: ScopeName;
  readonly outcome: ScopeOutcome;
  readonly deleted: number;
  /** Items kept although a complete listing lacked them. */
  readonly held: number;
  readonly failure?: Failure;
  /** For a skipped scope: the run that holds it. */
  readonly heldBy?: string;
};

/** What the scopes of one account's run have in common. */
export type AccountRun = {
  readonly runtime: Runtime;
  readonly account: Row<'account'>;
  readonly line: Line;
  readonly facts: ScopeRun['facts'];
  readonly shared: SharedLoads;
  /** What is shared with the accounts that were found in the same one. */
  readonly common: SharedLoads;
  readonly ignore: Settings['ignore'];
  readonly deeds: DeedLog;
  /** Names the run in the leases. */
  readonly holder: string;
  readonly signal: AbortSignal;
};

export type ScopeToRun = { readonly watcher: Watcher; readonly region: string; readonly place: Place };

/** Collects one scope. Rejects only when the database fails. */
export async function collectScope(account: AccountRun, target: ScopeToRun): Promise<ScopeResult> {
  const { runtime } = account;
  const scope: Scope = {
    accountId: account.account.id,
    technology: target.watcher.id,
    region: target.region,
  };
  const name = { account: account.account.name, technology: scope.technology, region: scope.region };
  const at = runtime.clock.now();
  const leaseUntil = new Date(at.getTime() + leaseDuration);
  const epoch = await beginRun(runtime.db, { scope, holder: account.holder, leaseUntil, at });
  if (epoch === undefined) return { ...ended(name, 'skipped'), heldBy: await holderOf(runtime, scope) };
  runtime.progress({ kind: 'scope.started', scope: name });
  const result = await runScope(account, { target, run: { scope, epoch }, name });
  runtime.progress({ kind: 'scope.finished', scope: name, outcome: result.outcome });
  return result;
}

async function holderOf({ db }: Runtime, { accountId, technology, region }: Scope): Promise<string> {
  const chosen = { accountIds: [accountId], technologies: [technology], regions: [region] };
  const [row] = await listScopes(db, systemViewer, chosen);
  return row?.holder ?? 'another run';
}

function ended(scope: ScopeName, outcome: ScopeOutcome, counts: PageCounts = noCounts): ScopeResult {
  return { ...counts, scope, outcome, deleted: 0, held: 0 };
}

type Claimed = { readonly target: ScopeToRun; readonly run: Run; readonly name: ScopeName };

async function runScope(account: AccountRun, claimed: Claimed): Promise<ScopeResult> {
  const { runtime } = account;
  const { name, target } = claimed;
  const stop = new AbortController();
  const lease = createScopeLease(runtime, claimed.run, (reason) => stop.abort(reason));
  const signal = AbortSignal.any([account.signal, stop.signal]);
  const lastDeeds = createLastDeeds(runtime, {
    line: account.line,
    scope: claimed.run.scope,
    log: account.deeds,
    signal,
  });
  const run: ScopeRun = {
    runtime,
    name,
    line: account.line,
    facts: account.facts,
    shared: account.shared,
    common: account.common,
    activity: createActivity(runtime.clock),
    lease,
    signal,
    record: {
      account: account.account,
      run: claimed.run,
      recorder: createRecorder(target.watcher, target.place, runtime.digestKey),
      seen: createSeenSet(),
      gone: createSeenSet(),
      failing: createSeenSet(),
      ignore: account.ignore,
      hadFailures: await hasFailures(runtime.db, claimed.run.scope),
      ...(lastDeeds && { lastDeeds }),
    },
  };
  try {
    return await listAndConclude(run);
  } catch (error) {
    return await stopped(run, error, stop.signal);
  } finally {
    stop.abort();
    await lease.settled();
  }
}

async function listAndConclude(run: ScopeRun): Promise<ScopeResult> {
  const listing = await list(run);
  run.signal.throwIfAborted();
  if (listing.failure !== undefined) return await settleFailed(run, listing.counts, listing.failure);
  const conclusions = await concludeScope(run);
  const past = pastOf(run, await fillPast(run));
  await persistConclusion(run.runtime, run.record, { conclusions, listed: listing.counts.listed, past });
  const { deleted, held } = conclusions;
  return { ...ended(run.name, 'complete', listing.counts), deleted: deleted.length, held };
}

/** What could not be told of the past harms nothing that was listed. */
function pastOf({ runtime, name }: ScopeRun, outcome: PastOutcome | undefined): Concluded['past'] {
  if (outcome === undefined || typeof outcome === 'string')
    return outcome && { isFilled: outcome === 'filled' };
  const { failure } = outcome;
  const message = `What its items were like before they were first seen could not be read: ${failure.message}`;
  runtime.log.warn({ scope: name, class: failure.class }, 'The history of a scope could not be read.');
  return { isFilled: false, failure: { ...failure, message } };
}

/** A run that was stopped, or that lost its lease, leaves what it has committed and gives the scope back. */
async function stopped(run: ScopeRun, error: unknown, lost: AbortSignal): Promise<ScopeResult> {
  const reason: unknown = lost.aborted ? lost.reason : error;
  if (isLostLease(reason)) return { ...ended(run.name, 'skipped'), heldBy: 'another run' };
  if (lost.aborted || !run.signal.aborted) throw reason;
  try {
    await abandonRun(run.runtime.db, run.record.run);
  } catch (late) {
    // Another run has it already; there is nothing left to give back.
    if (!isLostLease(late)) throw late;
  }
  return ended(run.name, 'aborted');
}

async function settleFailed(run: ScopeRun, counts: PageCounts, failure: Failure): Promise<ScopeResult> {
  if (!freezingClasses.has(failure.class)) {
    await persistFailure(run.runtime, run.record, failure);
    return { ...ended(run.name, 'failed', counts), failure };
  }
  await persistFrozen(run.runtime, run.record, failure);
  return { ...ended(run.name, 'frozen', counts), failure };
}

type Listing = { readonly counts: PageCounts; readonly failure: Failure | undefined };

/** Reads one page ahead and no further: the next page is asked for while this one is described and recorded. */
async function list(run: ScopeRun): Promise<Listing> {
  const { watcher } = run.record.recorder;
  let counts = noCounts;
  let cause: Failure | undefined;
  const pages = watcher.list(watchContext(run, 'list'))[Symbol.asyncIterator]();
  const next = (): Promise<Step> => nextPage(run, pages);
  let coming = next();
  try {
    for (;;) {
      const step = await coming;
      run.signal.throwIfAborted();
      if (step.kind === 'failed') return { counts, failure: step.failure };
      if (step.kind === 'end') break;
      coming = next();
      for (const part of split(step.page)) {
        const looked = await observePage(run, part);
        cause ??= whyUnidentified(looked);
        counts = addCounts(counts, await recordPage(run, looked));
        run.runtime.progress({ kind: 'scope.page', scope: run.name, listed: counts.listed });
        run.lease.touch();
      }
    }
  } finally {
    await coming;
  }
  const { unidentified } = counts;
  return { counts, failure: unidentified === 0 ? undefined : incomplete(watcher, unidentified, cause) };
}

/** Where the listing alone does not tell the identity, what failed is the call that would have. */
function whyUnidentified(page: readonly Looked[]): Failure | undefined {
  return page.flatMap((one) => (one.kind === 'failed' && one.identity === undefined ? [one.failure] : []))[0];
}

/** Absence cannot be concluded from a listing with items in it that nobody can name; `cause`: why the first of them could not be. */
function incomplete({ title }: Watcher, count: number, cause: Failure | undefined): Failure {
  const words = `${count} listed ${count === 1 ? title.one : title.many} could not be identified`;
  if (cause === undefined) return { class: 'invalid_response', message: `${words}.` };
  return { ...cause, message: `${words}: ${cause.message}` };
}

type Step =
  | { readonly kind: 'page'; readonly page: readonly JsonObject[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Never rejects, because it may be asked for before anybody waits for it. */
async function nextPage(run: ScopeRun, pages: AsyncIterator<readonly JsonObject[]>): Promise<Step> {
  try {
    const what = `Listing ${run.record.recorder.watcher.title.many}`;
    const result = await run.activity.watch(what, () => pages.next());
    return result.done === true ? { kind: 'end' } : { kind: 'page', page: result.value };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(run, error) };
  }
}

const largestPage = 500;

function* split(page: readonly JsonObject[]): Iterable<readonly JsonObject[]> {
  for (let start = 0; start < page.length; start += largestPage) yield page.slice(start, start + largestPage);
}
