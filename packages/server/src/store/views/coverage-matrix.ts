/** Coverage by account and technology, its regions together: how many are complete, and why others are not. */
import { type RawBuilder, sql } from 'kysely';
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
  /** Checks of its items that could not be decided because a part could not be read, and how many items these are of. */
  readonly unknowns: { readonly checks: number; readonly items: number };
  /** What its scopes and its items lack, by name. */
  readonly permissions: readonly string[];
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
          group by 1) as failing), '{}') as classes,
      jsonb_build_object('checks', coalesce(unread.checks, 0), 'items', coalesce(unread.items, 0)) as unknowns,
      array(
        select permission from (
          select coverage.failure ->> 'permission' as permission from coverage
          where coverage.account_id = cell."accountId" and coverage.technology = cell.technology
            and coverage.state in ('failed', 'frozen') and ${isDenial(sql`coverage.failure ->> 'class'`)}
          union select unnest(unread.permissions)) as lacking
        where permission is not null order by permission collate "C") as permissions
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
    left join (
      select item.account_id, item.technology, count(*)::integer as checks, count(distinct item.id)::integer as items,
        array_agg(distinct unknown.permission) filter (where ${isDenial(sql`unknown.class`)}) as permissions
      from unknown join item on item.id = unknown.item_id
      where item.status <> 'deleted' and ${sees(viewer, 'item.account_id')}
      group by item.account_id, item.technology) as unread
      on unread.account_id = cell."accountId" and unread.technology = cell.technology
    order by cell."accountId", cell.technology`.execute(db);
  return pageOf(rows, {
    limit,
    position: ({ accountId, technology }) => ({ list, keys: [accountId, technology] }),
  });
}

/** A call that failed otherwise lacks no permission. */
function isDenial(failure: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${failure} in ('access_denied', 'organization_denied')`;
}

function isAfter(cursor: string | undefined) {
  if (cursor === undefined) return sql`true`;
  const [account, technology] = decodeCursor(cursor, { list, formats: [keyFormats.uuid, keyFormats.text] });
  return sql`(coverage.account_id, coverage.technology) > (${account}::uuid, ${technology}::text)`;
}
