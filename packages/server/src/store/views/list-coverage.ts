/** Scope by scope, what was and was not seen, and why. */
import type { Failure } from '@security-monkey/sdk';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { pastSubject } from '../failures.ts';
import type { CoverageState, Row } from '../schema.ts';
import { type Viewer, visible } from '../viewer.ts';
import { decodeCursor, everyRow, keyFormats, longestPage, type Page, pageOf, pageSize } from './page.ts';

export type CoverageRow = {
  readonly account: string;
  readonly technology: string;
  /** A region's name or `global`. */
  readonly region: string;
  readonly state: CoverageState;
  /** Whether a run works on it at this moment. */
  readonly running: boolean;
  readonly lastComplete: Date | null;
  /** Milliseconds since the last complete listing. */
  readonly age: number | null;
  readonly lastAttempt: Date | null;
  readonly nextRun: Date | null;
  readonly failure: Failure | null;
  readonly failingSince: Date | null;
  /** Why the history that the provider keeps of its items could not be read, which takes nothing from the scope itself. */
  readonly past: Failure | null;
  /** Items that the last complete listing had. */
  readonly listed: number;
  /** Items that it lacked and that are held until their absence is confirmed. */
  readonly held: number;
  /** Items that are recorded and, by the ignore list, not judged. */
  readonly ignored: number;
};

export type CoverageSearch = {
  readonly now: Date;
  /** By the account's name. */
  readonly account?: string | undefined;
  readonly technology?: string | undefined;
  readonly region?: string | undefined;
  readonly states?: readonly CoverageState[] | undefined;
  readonly after?: string | undefined;
  /** At most 1,000. */
  readonly limit: number;
};

const list = 'coverage';
const ignored = sql<number>`(select count(*)::int from item
  where item.account_id = coverage.account_id and item.technology = coverage.technology
    and item.scope_region = coverage.region and item.ignored_by is not null and item.status <> 'deleted')`;
const past = sql<Failure | null>`(select failure.detail from failure
  where failure.account_id = coverage.account_id and failure.technology = coverage.technology
    and failure.region = coverage.region and failure.stage = 'list' and failure.subject = ${pastSubject})`;
const columns = [
  'account.name as account',
  'coverage.account_id',
  'coverage.technology',
  'coverage.region',
  'coverage.state',
  'coverage.holder',
  'coverage.lease_until',
  'coverage.last_complete_at',
  'coverage.last_attempt_at',
  'coverage.next_run_at',
  'coverage.failure',
  'coverage.failing_since',
  'coverage.listed',
  'coverage.held',
  ignored.as('ignored'),
  past.as('past'),
] as const;

/** Scopes account by account, in the order in which accounts were added. */
export async function listCoverage(
  db: Database,
  viewer: Viewer,
  search: CoverageSearch,
): Promise<Page<CoverageRow>> {
  const { account, technology, region, states, after } = search;
  const limit = pageSize(search.limit);
  const found = await visibleCoverage(db, viewer)
    .$if(account !== undefined, (query) => query.where('account.name', '=', account ?? ''))
    .$if(technology !== undefined, (query) => query.where('coverage.technology', '=', technology ?? ''))
    .$if(region !== undefined, (query) => query.where('coverage.region', '=', region ?? ''))
    .$if(states !== undefined, (query) =>
      query.where(sql<boolean>`coverage.state = any(${states ?? []}::text[])`),
    )
    .$if(after !== undefined, (query) => query.where(isAfter(after ?? '')))
    .orderBy('coverage.account_id')
    .orderBy('coverage.technology')
    .orderBy('coverage.region')
    .limit(limit + 1)
    .select(columns)
    .execute();
  const position = (row: { account_id: string; technology: string; region: string }) => ({
    list,
    keys: [row.account_id, row.technology, row.region],
  });
  const page = pageOf(found, { limit, position });
  return { rows: page.rows.map((row) => coverageRow(row, search.now)), next: page.next };
}

export function streamCoverage(
  db: Database,
  viewer: Viewer,
  search: Omit<CoverageSearch, 'after' | 'limit'>,
): AsyncGenerator<CoverageRow, void> {
  return everyRow((after) => listCoverage(db, viewer, { ...search, after, limit: longestPage }));
}

/** The coverage of one scope; null when it has never been tried or may not be seen. */
export async function coverageOf(
  db: Database,
  viewer: Viewer,
  {
    scope,
    now,
  }: {
    readonly scope: { readonly accountId: string; readonly technology: string; readonly region: string };
    readonly now: Date;
  },
): Promise<CoverageRow | null> {
  const found = await visibleCoverage(db, viewer)
    .where('coverage.account_id', '=', scope.accountId)
    .where('coverage.technology', '=', scope.technology)
    .where('coverage.region', '=', scope.region)
    .select(columns)
    .executeTakeFirst();
  return found === undefined ? null : coverageRow(found, now);
}

function visibleCoverage(db: Database, viewer: Viewer) {
  return db
    .selectFrom('coverage')
    .innerJoin('account', 'account.id', 'coverage.account_id')
    .where((eb) => visible(eb, viewer, 'coverage.account_id'));
}

function isAfter(cursor: string) {
  const formats = [keyFormats.uuid, keyFormats.text, keyFormats.text];
  const [account, technology, region] = decodeCursor(cursor, { list, formats });
  return sql<boolean>`(coverage.account_id, coverage.technology, coverage.region)
    > (${account}::uuid, ${technology}::text, ${region}::text)`;
}

type CoverageColumns = Pick<
  Row<'coverage'>,
  | 'technology'
  | 'region'
  | 'state'
  | 'holder'
  | 'lease_until'
  | 'last_complete_at'
  | 'last_attempt_at'
  | 'next_run_at'
  | 'failure'
  | 'failing_since'
  | 'listed'
  | 'held'
> & { readonly account: string; readonly ignored: number; readonly past: Failure | null };

function coverageRow(row: CoverageColumns, now: Date): CoverageRow {
  return {
    account: row.account,
    technology: row.technology,
    region: row.region,
    state: row.state,
    running: row.holder !== null && row.lease_until !== null && row.lease_until > now,
    lastComplete: row.last_complete_at,
    age: row.last_complete_at === null ? null : now.getTime() - row.last_complete_at.getTime(),
    lastAttempt: row.last_attempt_at,
    nextRun: row.next_run_at,
    failure: row.failure,
    failingSince: row.failing_since,
    past: row.past,
    listed: row.listed,
    held: row.held,
    ignored: row.ignored,
  };
}
