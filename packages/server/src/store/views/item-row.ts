/** One item as lists show it: the columns that are read and the row that is made of them. */

import type { Database } from '../database/database.ts';
import type { Row } from '../schema.ts';
import { type Viewer, visible } from '../viewer.ts';

/** Active and seen by the last listing; active but not verified by it; frozen; deleted. */
export type ShownStatus = 'active' | 'unverified' | 'frozen' | 'deleted';

export type ItemRow = {
  readonly id: string;
  /** The account's name. */
  readonly account: string;
  readonly technology: string;
  readonly region: string;
  readonly name: string;
  /** The ARN or full resource name. */
  readonly providerName: string;
  /** The same again where it is an ARN. */
  readonly arn?: string;
  readonly identity: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The sum of the scores of the open issues. */
  readonly score: number;
  readonly openIssues: number;
  /** The number of checks that could not be decided. */
  readonly unknowns: number;
  readonly firstSeen: Date;
  readonly lastChanged: Date;
  readonly status: ShownStatus;
  /** The entry of the ignore list that covers it: it is recorded, and no check judges it. */
  readonly ignoredBy?: string;
};

type ItemColumns = Pick<
  Row<'item'>,
  | 'id'
  | 'technology'
  | 'region'
  | 'name'
  | 'lineage'
  | 'identity'
  | 'tags'
  | 'score'
  | 'open_issues'
  | 'unknowns'
  | 'first_seen'
  | 'last_changed'
  | 'status'
  | 'missing_since'
  | 'ignored_by'
> & { readonly account: string; readonly coverage_state: string | null };

/** The items that a viewer may see, with their accounts and the coverage of their scopes. */
export function visibleItems(db: Database, viewer: Viewer) {
  return db
    .selectFrom('item')
    .innerJoin('account', 'account.id', 'item.account_id')
    .leftJoin('coverage', (join) =>
      join
        .onRef('coverage.account_id', '=', 'item.account_id')
        .onRef('coverage.technology', '=', 'item.technology')
        .onRef('coverage.region', '=', 'item.scope_region'),
    )
    .where((eb) => visible(eb, viewer, 'item.account_id'));
}

export const itemColumns = [
  'item.id',
  'account.name as account',
  'item.technology',
  'item.region',
  'item.name',
  'item.lineage',
  'item.identity',
  'item.tags',
  'item.score',
  'item.open_issues',
  'item.unknowns',
  'item.first_seen',
  'item.last_changed',
  'item.status',
  'item.missing_since',
  'item.ignored_by',
  'coverage.state as coverage_state',
] as const;

export function itemRow(columns: ItemColumns): ItemRow {
  return {
    id: columns.id,
    account: columns.account,
    technology: columns.technology,
    region: columns.region,
    name: columns.name,
    ...providerNames(columns.lineage),
    identity: columns.identity,
    tags: columns.tags,
    score: columns.score,
    openIssues: columns.open_issues,
    unknowns: columns.unknowns,
    firstSeen: columns.first_seen,
    lastChanged: columns.last_changed,
    status: shownStatus(columns),
    ...(columns.ignored_by !== null && { ignoredBy: columns.ignored_by }),
  };
}

export function providerNames(lineage: string): { readonly providerName: string; readonly arn?: string } {
  return { providerName: lineage, ...(lineage.startsWith('arn:') && { arn: lineage }) };
}

/** The same rule as `is:unverified` of a query. */
function shownStatus({ status, missing_since, coverage_state }: ItemColumns): ShownStatus {
  if (status !== 'active') return status;
  return missing_since !== null || coverage_state === 'failed' ? 'unverified' : 'active';
}
