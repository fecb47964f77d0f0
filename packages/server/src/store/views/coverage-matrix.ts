/** Coverage by account and technology, its regions together: how many are complete, and why others are not. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { CoverageState } from '../schema.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';
import { decodeCursor, keyFormats, type Page, pageOf, pageSize } from './page.ts';

export type CoverageCell = {
  readonly accountId: string;
  /** The account's name. */
  readonly account: string;
  readonly technology: string;
  /** Scopes by state; every state is there. */
  readonly scopes: Readonly<Record<CoverageState, number>>;
  readonly running: boolean;
  /** Of the scopes that can be looked at, when the one that waits longest was last complete; null when one never was. */
  readonly allCompleteSince: Date | null;
  readonly failingSince: Date | null;
  /** Classes of the failures, with the number of scopes of each. */
  readonly classes: Readonly<Record<string, number>>;
  readonly held: number;
  readonly nextRun: Date | null;
};

export type MatrixSearch = {
  readonly now: Date;
  readonly after?: string | undefined;
  readonly limit: number;
};

const list = 'coverage-matrix';

const stateCount = (state: CoverageState) =>
  sql`${state}::text, count(*) filter (where coverage.state = ${state})`;

/** Account by account, in the order in which they were added. */
export async function coverageMatrix(
  db: Database,
  viewer: Viewer,
  { now, after, limit: asked }: MatrixSearch,
): Promise<Page<CoverageCell>> {
  const limit = pageSize(asked);
  const { rows } = await sql<CoverageCell>`
    select cell.*, account.name as account, coalesce((
        select jsonb_object_agg(failing.class, failing.count) from (
          select coalesce(coverage.failure ->> 'class', 'defect') as class, count(*) as count from coverage
          where coverage.account_id = cell."accountId" and coverage.technology = cell.technology
            and coverage.state in ('failed', 'frozen') and coverage.failure is not null
          group by 1) as failing), '{}') as classes
    from (
      select coverage.account_id as "accountId", coverage.technology,
        jsonb_build_object(${sql.join([stateCount('never'), stateCount('complete'), stateCount('failed'), stateCount('frozen')])}) as scopes,
        coalesce(bool_or(coverage.holder is not null and coverage.lease_until > ${now}), false) as running,
        case when bool_and(coverage.state = 'frozen' or coverage.last_complete_at is not null)
          then min(coverage.last_complete_at) filter (where coverage.state <> 'frozen') end as "allCompleteSince",
        min(coverage.failing_since) filter (where coverage.state = 'failed') as "failingSince",
        sum(coverage.held)::integer as held, min(coverage.next_run_at) as "nextRun"
      from coverage
      where ${sees(viewer, 'coverage.account_id')} and ${isAfter(after)}
      group by coverage.account_id, coverage.technology
      order by coverage.account_id, coverage.technology
      limit ${limit + 1}) as cell
    join account on account.id = cell."accountId"
    order by cell."accountId", cell.technology`.execute(db);
  return pageOf(rows, {
    limit,
    position: ({ accountId, technology }) => ({ list, keys: [accountId, technology] }),
  });
}

function isAfter(cursor: string | undefined) {
  if (cursor === undefined) return sql`true`;
  const [account, technology] = decodeCursor(cursor, { list, formats: [keyFormats.uuid, keyFormats.text] });
  return sql`(coverage.account_id, coverage.technology) > (${account}::uuid, ${technology}::text)`;
}
