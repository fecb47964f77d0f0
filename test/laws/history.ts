/** Runs a simulated history of scans, and asks the oracle after every step. */

import { rowVersions } from '../../packages/server/src/engine/testing/engine-test.ts';
import type { Database } from '../../packages/server/src/store/database/database.ts';
import { checkEnd, checkPast, type Moment } from './history/oracle-end.ts';
import { checkEvents, checkSink } from './history/oracle-events.ts';
import { checkIssues } from './history/oracle-issues.ts';
import { checkItems } from './history/oracle-items.ts';
import type { History, Round, ScanPlan } from './history/plan.ts';
import { type Snapshot, takeSnapshot } from './history/snapshot.ts';
import {
  calm,
  createStage,
  decide,
  deliver,
  deliverAll,
  mutate,
  recordOf,
  runScan,
  type Stage,
} from './history/stage.ts';
import { hold, type Step } from './history/step.ts';
import { realResources } from './history/truth.ts';

/** What happened in histories, so that a suite can tell that it has tried everything. */
export type Told = Record<
  | 'scans'
  | 'faults'
  | 'stopped'
  | 'revisions'
  | 'deleted'
  | 'held'
  | 'unknown'
  | 'fixed'
  | 'reopened'
  | 'events',
  number
>;

export function createTold(): Told {
  return {
    scans: 0,
    faults: 0,
    stopped: 0,
    revisions: 0,
    deleted: 0,
    held: 0,
    unknown: 0,
    fixed: 0,
    reopened: 0,
    events: 0,
  };
}

/** Rejects with a BrokenLaw that names the rule. */
export async function runHistory(db: Database, history: History, told: Told = createTold()): Promise<void> {
  const stage = await createStage(db, history.accounts === 1 ? ['a1'] : ['a1', 'a2']);
  for (const creation of history.resources) await mutate(stage, creation);
  const moments: Moment[] = [];
  for (const round of history.rounds) moments.push(await runRound(stage, round, told));
  await calm(stage);
  await observedScan(stage, { faults: [] }, told);
  const last = await observedScan(stage, { faults: [] }, told);
  checkEnd(last);
  await checkQuiet(stage);
  await checkPast(db, [...moments, { at: stage.clock.now(), snapshot: last.after }]);
  await deliverAll(stage);
  const end = await takeSnapshot(db);
  checkSink(stage.sink, end);
  const count = <Value>(all: ReadonlyMap<string, Value>, is: (value: Value) => boolean): number =>
    [...all.values()].filter(is).length;
  told.events += end.outbox.size;
  told.revisions += end.revisions.size;
  told.deleted += count(end.revisions, ({ kind }) => kind === 'deleted');
  told.fixed += count(end.transitions, ({ to_status: to }) => to === 'fixed');
  told.reopened += count(end.outbox, ({ kind }) => kind === 'issue.reopened');
}

async function runRound(stage: Stage, round: Round, told: Told): Promise<Moment> {
  for (const mutation of round.mutations) await mutate(stage, mutation);
  stage.clock.advance((round.wait - 10) * 60_000);
  for (const decision of round.decisions) await decide(stage, decision);
  const { after } = await observedScan(stage, round.scan, told);
  stage.clock.advance(1);
  const at = stage.clock.now();
  if (round.deliver !== undefined) await deliver(stage, round.deliver);
  return { at, snapshot: after };
}

async function observedScan(stage: Stage, plan: ScanPlan, told: Told): Promise<Step> {
  stage.clock.advance(10 * 60_000);
  const before = await takeSnapshot(stage.db);
  const scanned = await runScan(stage, plan);
  const after = await takeSnapshot(stage.db);
  const step = stepOf(stage, { before, after, scanned });
  told.scans += 1;
  told.faults += scanned.faults.length;
  told.unknown += after.unknowns.size;
  told.held += after.coverage.reduce((sum, { held }) => sum + held, 0);
  if (scanned.aborted || scanned.stolen !== undefined) told.stopped += 1;
  checkItems(step);
  checkIssues(step);
  checkEvents(step);
  if (scanned.stolen !== undefined)
    hold(
      (await recordOf(stage.db, scanned.stolen)) === scanned.stolen.state,
      'a run that has lost its lease writes nothing more',
      scanned.stolen.technology,
    );
  return step;
}

function stepOf(stage: Stage, seen: { before: Snapshot; after: Snapshot; scanned: Step['scanned'] }): Step {
  const { cloud, accounts, clock, settings } = stage;
  const known = [...seen.after.accounts.values()].map(({ identifier }) => identifier);
  const off = accounts.flatMap((account) =>
    [...cloud.account(account).regions].flatMap(([region, isOn]) => (isOn ? [] : [`${account} ${region}`])),
  );
  return {
    ...seen,
    real: realResources(cloud, accounts),
    around: { now: clock.now().getTime(), accounts: known },
    off: new Set(off),
    settings,
  };
}

const quietTables = [
  'item',
  'revision',
  'config',
  'ephemeral',
  'relation',
  'issue',
  'issue_transition',
  'unknown',
  'audit_state',
  'audit_queue',
  'outbox',
  'failure',
] as const;

/** One more scan of what has not changed writes nothing but coverage. */
async function checkQuiet(stage: Stage): Promise<void> {
  const versions = async (): Promise<string> =>
    JSON.stringify(await Promise.all(quietTables.map((table) => rowVersions(stage.db, table))));
  const before = await versions();
  stage.clock.advance(60_000);
  await runScan(stage, { faults: [] });
  hold((await versions()) === before, 'a quiet rescan writes no row', quietTables);
}
