/** What keeps us from seeing everything, grouped by what would mend it: for `doctor`. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { type Viewer, visibleAccounts } from '../viewer.ts';

export type FailureGroup = {
  /** The permission that is missing; null when the provider named none. */
  readonly permission: string | null;
  readonly class: string;
  /** The call that failed; null when it was none. */
  readonly operation: string | null;
  /** Names of the accounts concerned. */
  readonly accounts: readonly string[];
  readonly technologies: readonly string[];
  /** How many scopes and how many single items are concerned. */
  readonly scopes: number;
  readonly items: number;
  /** One of the messages. */
  readonly message: string;
  readonly since: Date;
};

/**
 * Failed and frozen scopes, recorded failures, and parts of items and facts about accounts that could not be read, in one
 * group for each permission, class and call, and of defects for each check or technology that has it; what concerns the most scopes and items comes first. Of an account that was
 * switched off nothing has to be mended.
 */
export async function listFailures(db: Database, viewer: Viewer): Promise<readonly FailureGroup[]> {
  const found = await sql<FailureGroup>`
    with failing as (${failing(viewer)})
    select failing.permission, failing.class, failing.operation,
      array_agg(distinct account.name order by account.name) as accounts,
      coalesce(array_agg(distinct failing.technology order by failing.technology)
        filter (where failing.technology <> ''), '{}') as technologies,
      count(distinct (failing.account_id, failing.technology, failing.region))
        filter (where failing.technology <> '')::integer as scopes,
      count(distinct (failing.account_id, failing.technology, failing.subject))
        filter (where failing.subject <> '')::integer as items,
      min(failing.message) as message, min(failing.since) as since
    from failing join account on account.id = failing.account_id and account.active
    group by failing.permission, failing.class, failing.operation, failing.culprit
    order by items desc, scopes desc, failing.permission, failing.class, failing.operation, failing.culprit`.execute(
    db,
  );
  return found.rows;
}

/** One row for everything that fails, whatever table it is in. */
function failing(viewer: Viewer): RawBuilder<unknown> {
  return sql`
    select coverage.account_id, coverage.technology, coverage.region, '' as subject,
      ${failureColumns(sql`coverage.failure`, sql`coverage.technology`)}, coalesce(coverage.failing_since, coverage.last_attempt_at) as since
    from coverage
    where coverage.state in ('failed', 'frozen') and coverage.failure is not null
      and ${seen(viewer, sql`coverage.account_id`)}
    union all
    select failure.account_id, failure.technology, failure.region, failure.subject,
      ${failureColumns(sql`failure.detail`, sql`case when failure.stage = 'audit' then split_part(failure.subject, '/', 1) else failure.technology end`)}, failure.first_at as since
    from failure where ${seen(viewer, sql`failure.account_id`)}
    union all
    select item.account_id, item.technology, item.scope_region, item.identity,
      ${failureColumns(sql`part.failure`, sql`item.technology`)}, coalesce((part.failure ->> 'since')::timestamptz, item.last_changed) as since
    from item cross join lateral jsonb_array_elements(item.unreadable) as part (failure)
    where item.unreadable <> '[]'::jsonb and item.status <> 'deleted' and ${seen(viewer, sql`item.account_id`)}
    union all
    select account.id, '', '', '', ${failureColumns(sql`fact.failure`, sql`''`)},
      coalesce((select max(last_attempt_at) from coverage where account_id = account.id), account.created_at)
    from account cross join lateral jsonb_array_elements(account.facts -> 'unreadable') as fact (failure)
    where account.facts ? 'unreadable' and ${seen(viewer, sql`account.id`)}`;
}

/** `source` is what the failure is a defect of, if it is one. */
function failureColumns(failure: RawBuilder<unknown>, source: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${failure} ->> 'permission' as permission, ${failure} ->> 'class' as class,
    ${failure} ->> 'operation' as operation, ${failure} ->> 'message' as message,
    case when ${failure} ->> 'class' = 'defect' then ${source} else '' end as culprit`;
}

function seen(viewer: Viewer, account: RawBuilder<unknown>): RawBuilder<unknown> {
  const accounts = visibleAccounts(viewer);
  return accounts === 'all' ? sql`true` : sql`${account} = any(${[...accounts]}::uuid[])`;
}
