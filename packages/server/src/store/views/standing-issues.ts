/** How many issues stand open or justified, in all, by account and by technology. */
import { sql } from 'kysely';
import { type Severity, severityOf } from '../../query/severity.ts';
import type { Database } from '../database/database.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';

export type Standing = {
  /** Open issues by band; every band is there. */
  readonly open: Readonly<Record<Severity, number>>;
  /** The sum of the scores of the open issues. */
  readonly score: number;
  readonly justified: number;
};

export type StandingIssues = {
  readonly all: Standing;
  /** By the account's id; accounts without standing issues are not there. */
  readonly accounts: ReadonlyMap<string, Standing>;
  readonly technologies: ReadonlyMap<string, Standing>;
};

type Counted = {
  readonly account_id: string | null;
  readonly technology: string | null;
  readonly status: string;
  readonly score: number;
  readonly count: number;
};

/** Counted once in the smallest groups, then added up: three groupings of all issues take half as long again. */
export async function countStandingIssues(db: Database, viewer: Viewer): Promise<StandingIssues> {
  const { rows } = await sql<Counted>`
    select account_id, technology, status, score, sum(issues)::integer as count
    from (
      select account_id, technology, status, score, count(*) as issues
      from issue where status in ('open', 'justified') and ${sees(viewer, 'account_id')}
      group by account_id, technology, status, score
    ) as counted
    group by grouping sets ((status, score), (account_id, status, score), (technology, status, score))`.execute(
    db,
  );
  return {
    all: standingOf(rows.filter((row) => row.account_id === null && row.technology === null)),
    accounts: standingBy(rows, ({ account_id }) => account_id),
    technologies: standingBy(rows, ({ technology }) => technology),
  };
}

function standingBy(
  rows: readonly Counted[],
  keyOf: (row: Counted) => string | null,
): ReadonlyMap<string, Standing> {
  const groups = Map.groupBy(
    rows.filter((row) => keyOf(row) !== null),
    (row) => keyOf(row) ?? '',
  );
  return new Map([...groups].map(([key, ofIt]) => [key, standingOf(ofIt)]));
}

function standingOf(rows: readonly Counted[]): Standing {
  const open = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  let score = 0;
  let justified = 0;
  for (const row of rows) {
    if (row.status === 'open') {
      open[severityOf(row.score)] += row.count;
      score += row.score * row.count;
    } else justified += row.count;
  }
  return { open, score, justified };
}

/** Nothing stands. */
export const nothingStanding: Standing = standingOf([]);
