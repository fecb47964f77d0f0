/** Fills the demo's history: the clock goes from moment to moment of the past, and at each the product scans as it always does. */
import { demoDeploys, demoReleases, toldBetween } from '@security-monkey/demo';
import type { Runtime } from '../../engine/runtime.ts';
import { type ScanSummary, scan } from '../../engine/scan.ts';
import { loadSettings } from '../../engine/settings/settings.ts';
import { planNextRun } from '../../schedule/plan-next-run.ts';
import { listAccounts } from '../../store/accounts.ts';
import { listScopes } from '../../store/coverage.ts';
import type { Database } from '../../store/database/database.ts';
import type { Row } from '../../store/schema.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { DemoClock } from './demo-clock.ts';

const day = 24 * 3_600_000;

/** How far back the history begins. */
export const historyDays = 90;

export type FillOptions = {
  readonly clock: DemoClock;
  /** Where the history is to lead: now. */
  readonly until: () => Date;
  readonly signal: AbortSignal;
  /** Called as it goes on, with the moment that it has come to. */
  readonly tell: (at: Date) => void;
};

/** What is scanned at a moment; everything where nothing is named. */
type Visit = {
  readonly at: Date;
  /** The identifier of an account. */
  readonly account?: string;
  readonly technology?: string;
};

/** Where the history has come to: the last moment of which anything is recorded, or where it begins. */
export async function beginOfHistory(db: Database, now: Date): Promise<Date> {
  const { last } = await db
    .selectFrom('coverage')
    .select(({ fn }) => fn.max('last_attempt_at').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? new Date(now.getTime() - historyDays * day);
}

/**
 * Goes on from where the clock stands. The first visit is to everything, unless it has been made before; the last one is
 * made now, by the real clock. Stopped half-way it goes on from there the next time.
 */
export async function fillHistory(runtime: Runtime, options: FillOptions): Promise<void> {
  const { clock, until, signal, tell } = options;
  const begin = clock.now();
  const end = until();
  const accounts = await listAccounts(runtime.db, systemViewer, { active: true });
  const isBegun = accounts.every((account) => account.enrolled_at !== null);
  const visits = [...(isBegun ? [] : [{ at: begin }]), ...visitsBetween(begin, end)];
  for (const visit of visits) {
    if (signal.aborted) return;
    clock.goTo(visit.at);
    tell(visit.at);
    await makeVisit(runtime, visit, signal);
  }
  if (signal.aborted) return;
  clock.arrive();
  // Before, there was nothing to miss.
  if (end.getTime() - begin.getTime() > day / 24) await makeVisit(runtime, { at: end }, signal);
  await planFromNow(runtime, accounts);
  tell(end);
}

/** From here on everything is due as in any running product: what was only scanned by hand would have no next run to show. */
async function planFromNow(runtime: Runtime, accounts: readonly Row<'account'>[]): Promise<void> {
  const { db, clock, random } = runtime;
  const plan = { settings: await loadSettings(db), now: clock.now(), random };
  for (const account of accounts) {
    const rows = await listScopes(db, systemViewer, { accountIds: [account.id] });
    const scopes = rows
      .filter(({ next_run_at: next, state }) => next === null && state === 'complete')
      .map(({ technology, region }) => {
        return { scope: { account: account.name, technology, region }, outcome: 'complete' as const };
      });
    await planNextRun(db, { account, scopes }, plan);
  }
}

/**
 * Each step of a story where and when it happens, and once a week what is deployed all the time. The moment of the beginning is
 * one of them: it may have been left half-way.
 */
function visitsBetween(begin: Date, end: Date): readonly Visit[] {
  const [from, until] = [begin.getTime(), end.getTime()];
  const steps = toldBetween(from - 1, until).map(({ at, account, technology }) => ({
    at: new Date(at),
    account,
    technology,
  }));
  const weekly = weeksBetween(from, until).flatMap((at) =>
    [demoDeploys, demoReleases].map((technology) => ({ at: new Date(at), technology })),
  );
  return [...steps, ...weekly].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const week = 7 * day;

/** The same weeks from wherever they are counted. */
function weeksBetween(from: number, until: number): readonly number[] {
  const first = Math.ceil(from / week);
  const count = Math.max(0, Math.floor(until / week) - first + 1);
  return Array.from({ length: count }, (_, index) => (first + index) * week);
}

async function makeVisit(
  runtime: Runtime,
  { account, technology }: Visit,
  signal: AbortSignal,
): Promise<void> {
  const accounts = await listAccounts(runtime.db, systemViewer, { active: true });
  const summary = await scan(runtime, {
    // A person may have called an account of the demo otherwise: its identifier stays.
    accounts: accounts
      .filter((one) => account === undefined || one.identifier === account)
      .filter(({ type }) => technology === undefined || isWatched(runtime, type, technology))
      .map(({ id }) => id),
    ...(technology !== undefined && { technologies: [technology] }),
    signal,
  });
  const problems = problemsOf(summary);
  if (problems.length > 0) runtime.log.error({ problems }, 'the demo has a hole');
}

/** An account of the other provider has nothing of the kind. */
function isWatched({ registry }: Runtime, type: string, technology: string): boolean {
  return registry.watchersFor(type).some(({ id }) => id === technology);
}

/** Nothing in the simulated organisation is ever unreadable. */
function problemsOf(summary: ScanSummary): readonly string[] {
  const { failedScopes, failedAccounts, unreadableFacts, failedItems, failedChecks } = summary;
  return [
    ...[...failedScopes, ...failedAccounts, ...unreadableFacts].map(({ failure }) => failure.message),
    ...(failedItems > 0 ? [`${failedItems} items could not be described`] : []),
    ...(failedChecks > 0 ? [`${failedChecks} answers of checks failed`] : []),
  ];
}
