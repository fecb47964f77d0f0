/** Issues, and the transitions between their statuses. */
import { insertRows, updateRows } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

const changing = [
  'item_id',
  'subject',
  'details',
  'evidence',
  'evidence_hash',
  'score',
  'status',
  'opened_at',
  'changed_at',
  'fixed_at',
  'unverified_since',
] as const;

const inserted = [
  'id',
  'account_id',
  'technology',
  'lineage',
  'check_id',
  'message_id',
  'subject_key',
  ...changing,
] as const;

/** What may change of an issue: everything but its identity. */
export type IssueRowChange = Readonly<Pick<Row<'issue'>, 'id' | (typeof changing)[number]>>;

export async function insertIssues(db: Database, issues: readonly Row<'issue'>[]): Promise<void> {
  await insertRows(db, { table: 'issue', columns: inserted }, issues);
}

export async function updateIssues(db: Database, issues: readonly IssueRowChange[]): Promise<void> {
  await updateRows(db, { table: 'issue', key: ['id'], columns: changing }, issues);
}

/** The issues of the items, in any status. */
export async function issuesByItems(
  db: Database,
  viewer: Viewer,
  itemIds: readonly string[],
): Promise<readonly Row<'issue'>[]> {
  if (itemIds.length === 0) return [];
  return issuesSeenBy(db, viewer).where(isOneOf('item_id', itemIds)).orderBy('id').execute();
}

/** The issues of the lineages in an account, in any status: they stay when a resource is made anew. */
export async function issuesByLineages(
  db: Database,
  viewer: Viewer,
  asked: { readonly accountId: string; readonly lineages: readonly string[] },
): Promise<readonly Row<'issue'>[]> {
  if (asked.lineages.length === 0) return [];
  return issuesSeenBy(db, viewer)
    .where('account_id', '=', asked.accountId)
    .where(isOneOf('lineage', asked.lineages, 'text'))
    .orderBy('id')
    .execute();
}

export async function issuesByIds(
  db: Database,
  viewer: Viewer,
  ids: readonly string[],
): Promise<readonly Row<'issue'>[]> {
  if (ids.length === 0) return [];
  return issuesSeenBy(db, viewer).where(isOneOf('id', ids)).orderBy('id').execute();
}

export async function insertTransitions(
  db: Database,
  transitions: readonly Row<'issue_transition'>[],
): Promise<void> {
  const columns = ['id', 'issue_id', 'at', 'from_status', 'to_status', 'cause', 'detail'] as const;
  await insertRows(db, { table: 'issue_transition', columns }, transitions);
}

/** The history of an issue, the oldest first. */
export async function transitionsOf(
  db: Database,
  viewer: Viewer,
  issueId: string,
): Promise<readonly Row<'issue_transition'>[]> {
  return db
    .selectFrom('issue_transition')
    .innerJoin('issue', 'issue.id', 'issue_transition.issue_id')
    .selectAll('issue_transition')
    .where('issue_id', '=', issueId)
    .where(sees(viewer, 'issue.account_id'))
    .orderBy('at')
    .orderBy('issue_transition.id')
    .execute();
}

function issuesSeenBy(db: Database, viewer: Viewer) {
  return db.selectFrom('issue').selectAll().where(sees(viewer, 'account_id'));
}
