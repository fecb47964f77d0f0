/** How many issues were open at the end of each day, by band: counted back from now over what happened since. */
import { sql } from 'kysely';
import { type Severity, severityOf } from '../../query/severity.ts';
import type { Database } from '../database/database.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';
import { countOpenByScore } from './open-by-score.ts';

export type TrendDay = {
  /** The end of the day. */
  readonly at: Date;
  readonly open: Readonly<Record<Severity, number>>;
  /** The sum of the scores, each as it is now. */
  readonly score: number;
  /** How many were opened or reopened in it, and how many fixed or justified. */
  readonly opened: number;
  readonly closed: number;
};

export type TrendQuestion = {
  /** The end of the last day; the days before end so many times 24 hours earlier. */
  readonly until: Date;
  readonly days: number;
};

type Moved = {
  /** 0 is the last day; below it lies what happened after `until`. */
  readonly ago: number;
  readonly score: number;
  readonly opened: number;
  readonly closed: number;
};

export const dayMs = 86_400_000;

/** The oldest day first. */
export async function issueTrend(
  db: Database,
  viewer: Viewer,
  { until, days }: TrendQuestion,
): Promise<readonly TrendDay[]> {
  const moved = await movesSince(db, viewer, { until, days });
  const now = await openNow(db, viewer);
  const found: TrendDay[] = [];
  takeBack(
    now,
    moved.filter(({ ago }) => ago < 0),
  );
  for (let ago = 0; ago < days; ago += 1) {
    const ofDay = moved.filter((move) => move.ago === ago);
    found.push({
      at: new Date(until.getTime() - ago * dayMs),
      open: { ...now.open },
      score: now.score,
      opened: sum(ofDay, ({ opened }) => opened),
      closed: sum(ofDay, ({ closed }) => closed),
    });
    takeBack(now, ofDay);
  }
  return found.toReversed();
}

async function openNow(db: Database, viewer: Viewer): Promise<Counts> {
  const counts: Counts = { open: { critical: 0, high: 0, medium: 0, low: 0, informational: 0 }, score: 0 };
  for (const { score, issues } of await countOpenByScore(db, viewer)) {
    counts.open[severityOf(score)] += issues;
    counts.score += score * issues;
  }
  return counts;
}

type Counts = { readonly open: Record<Severity, number>; score: number };

/** What was open before these moves. */
function takeBack(counts: Counts, moves: readonly Moved[]): void {
  for (const { score, opened, closed } of moves) {
    counts.open[severityOf(score)] -= opened - closed;
    counts.score -= score * (opened - closed);
  }
}

function sum(moves: readonly Moved[], of: (move: Moved) => number): number {
  return moves.reduce((total, move) => total + of(move), 0);
}

async function movesSince(
  db: Database,
  viewer: Viewer,
  { until, days }: TrendQuestion,
): Promise<readonly Moved[]> {
  const since = new Date(until.getTime() - days * dayMs);
  const { rows } = await sql<Moved>`
    select floor(extract(epoch from (${until}::timestamptz - transition.at)) / 86400)::integer as ago, issue.score,
      (count(*) filter (where transition.to_status = 'open'))::integer as opened,
      (count(*) filter (where transition.to_status <> 'open'))::integer as closed
    from issue_transition as transition join issue on issue.id = transition.issue_id
    where transition.at > ${since} and ${sees(viewer, 'issue.account_id')}
      and (transition.to_status = 'open') <> (coalesce(transition.from_status, '') = 'open')
    group by 1, 2`.execute(db);
  return rows;
}
