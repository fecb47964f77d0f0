/** The search of issues: one page, or every row. */
import type { Evidence } from '@security-monkey/sdk';
import { sql } from 'kysely';
import type { AccountsOf } from '../../query/compile-common.ts';
import { compileIssueQuery, type IssueMoment } from '../../query/compile-issues.ts';
import type { Query } from '../../query/query.ts';
import type { Database } from '../database/database.ts';
import type { IssueStatus, Row } from '../schema.ts';
import { type Viewer, visible } from '../viewer.ts';
import { accountsOf } from './accounts-of.ts';
import { providerNames } from './item-row.ts';
import { type Keyset, keysetOf, type Order, type SortKey } from './keyset.ts';
import { mayBeOlder } from './may-be-older.ts';
import { everyRow, longestPage, type Page, pageOf, pageSize } from './page.ts';

export type IssueRow = {
  readonly id: string;
  /** The id of its item. */
  readonly item: string;
  /** The account's name. */
  readonly account: string;
  readonly technology: string;
  readonly region: string;
  /** The item's name. */
  readonly name: string;
  /** The item's ARN or full resource name. */
  readonly providerName: string;
  readonly arn?: string;
  readonly check: string;
  readonly message: string;
  readonly subject: Readonly<Record<string, string | number | boolean>>;
  /** The message for a person. */
  readonly text: string;
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly status: IssueStatus;
  /** Since when it is there without having been fixed. */
  readonly openedAt: Date;
  /** Nobody saw it become so: it may have been there before. */
  readonly mayBeOlder: boolean;
  /** Since when what it rests on could not be read. */
  readonly unverifiedSince: Date | null;
};

/** What a message is rendered from. */
export type IssueMessage = {
  readonly check: string;
  readonly message: string;
  readonly subject: Readonly<Record<string, string | number | boolean>>;
  readonly details: Readonly<Record<string, string | number>>;
};

/** Renders an issue by the template of its check; also when the check is registered no more. */
export type RenderIssue = (issue: IssueMessage) => string;

const sorts = {
  score: { column: sql`issue.score`, type: 'integer', order: 'desc' },
  opened: { column: sql`issue.opened_at`, type: 'time', order: 'desc' },
  id: { column: sql`issue.id`, type: 'uuid', order: 'asc' },
} as const satisfies Record<string, SortKey>;

export type IssueSort = keyof typeof sorts;

export type IssueSearch = Omit<IssueMoment, 'accounts'> & {
  /** Parsed with `issueVocabulary`. */
  readonly query: Query;
  readonly renderIssue: RenderIssue;
  /** `score` (the highest first) unless given. */
  readonly sort?: IssueSort | undefined;
  /** The sort's own direction unless given. */
  readonly order?: Order | undefined;
  readonly after?: string | undefined;
  /** At most 1,000. */
  readonly limit: number;
};

/** Since when it rests on something that could not be read: by its check, or because its item's scope could not be listed. */
const unverifiedSince = sql<Date | null>`
  case when issue.status in ('open', 'justified') then coalesce(issue.unverified_since,
    case when item.status = 'active' then coalesce(item.missing_since, (
      select coverage.failing_since from coverage where coverage.account_id = item.account_id
        and coverage.technology = item.technology and coverage.region = item.scope_region
        and coverage.state = 'failed')) end) end`;

export const issueColumns = [
  'issue.id',
  'issue.item_id',
  'account.name as account',
  'issue.technology',
  'item.region',
  'item.name',
  'issue.lineage',
  'issue.check_id',
  'issue.message_id',
  'issue.subject',
  'issue.details',
  'issue.score',
  'issue.evidence',
  'issue.status',
  'issue.opened_at',
  mayBeOlder.as('may_be_older'),
  unverifiedSince.as('unverified_since'),
] as const;

type IssueColumns = Pick<
  Row<'issue'>,
  | 'id'
  | 'item_id'
  | 'technology'
  | 'lineage'
  | 'check_id'
  | 'message_id'
  | 'subject'
  | 'details'
  | 'score'
  | 'evidence'
  | 'status'
  | 'opened_at'
  | 'unverified_since'
> & {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly may_be_older: boolean;
};

/** One page. Throws a CursorError when `after` is no cursor of this list. */
export async function listIssues(db: Database, viewer: Viewer, search: IssueSearch): Promise<Page<IssueRow>> {
  const limit = pageSize(search.limit);
  const keyset = issueKeyset(search);
  const accounts = await accountsOf(db, viewer, search.query);
  const found = await searchStatement(db, viewer, { search, keyset, accounts }).execute();
  const page = pageOf(found, { limit, position: keyset.position });
  return { rows: page.rows.map((row) => issueRow(row, search.renderIssue)), next: page.next };
}

/** The statement of one page, apart so that its plan can be examined. */
export async function issueSearchStatement(db: Database, viewer: Viewer, search: IssueSearch) {
  const accounts = await accountsOf(db, viewer, search.query);
  return searchStatement(db, viewer, { search, keyset: issueKeyset(search), accounts }).compile();
}

function issueKeyset({ sort = 'score', order }: IssueSearch): Keyset {
  const key = sorts[sort];
  return keysetOf(`issues.${sort}`, { ...key, order: order ?? key.order }, sql`issue.id`);
}

type Search = { readonly search: IssueSearch; readonly keyset: Keyset; readonly accounts: AccountsOf };

function searchStatement(db: Database, viewer: Viewer, { search, keyset, accounts }: Search) {
  const page = db
    .selectFrom('issue')
    .innerJoin('item', 'item.id', 'issue.item_id')
    .select(['issue.id', keyset.sortValue.as('sort_value')])
    .where((eb) => visible(eb, viewer, 'issue.account_id'))
    .where(compileIssueQuery(search.query, { now: search.now, checksIn: search.checksIn, accounts }))
    .where(keyset.after(search.after))
    .orderBy(keyset.orderBy)
    .limit(pageSize(search.limit) + 1);
  return visibleIssues(db, viewer)
    .innerJoin(page.as('page'), 'page.id', 'issue.id')
    .select([...issueColumns, keyset.sortKey.as('sort_key')])
    .orderBy(keyset.pageOrder);
}

/** The issues that a viewer may see, with their items and accounts. */
export function visibleIssues(db: Database, viewer: Viewer) {
  return db
    .selectFrom('issue')
    .innerJoin('item', 'item.id', 'issue.item_id')
    .innerJoin('account', 'account.id', 'issue.account_id')
    .where((eb) => visible(eb, viewer, 'issue.account_id'));
}

/** Every issue of a search, by id: one that changes meanwhile is neither lost nor doubled. */
export function streamIssues(
  db: Database,
  viewer: Viewer,
  search: Omit<IssueSearch, 'sort' | 'order' | 'after' | 'limit'>,
): AsyncGenerator<IssueRow, void> {
  return everyRow((after) => listIssues(db, viewer, { ...search, sort: 'id', after, limit: longestPage }));
}

export function issueRow(columns: IssueColumns, renderIssue: RenderIssue): IssueRow {
  const message: IssueMessage = {
    check: columns.check_id,
    message: columns.message_id,
    subject: columns.subject,
    details: columns.details,
  };
  return {
    id: columns.id,
    item: columns.item_id,
    account: columns.account,
    technology: columns.technology,
    region: columns.region,
    name: columns.name,
    ...providerNames(columns.lineage),
    check: message.check,
    message: message.message,
    subject: message.subject,
    text: renderIssue(message),
    score: columns.score,
    evidence: columns.evidence,
    status: columns.status,
    openedAt: columns.opened_at,
    mayBeOlder: columns.may_be_older,
    unverifiedSince: columns.unverified_since,
  };
}
