/** The open issues of one account at a glance: how many of each severity, and the worst. */
import { sql } from 'kysely';
import { type Severity, severityOf } from '../../query/severity.ts';
import type { Database } from '../database/database.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';
import { type IssueRow, issueColumns, issueRow, type RenderIssue, visibleIssues } from './list-issues.ts';

export type AccountIssues = {
  readonly total: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Checks that could not be decided. */
  readonly unknowns: number;
  readonly worst: readonly IssueRow[];
};

export async function accountIssues(
  db: Database,
  viewer: Viewer,
  {
    accountId,
    limit,
    renderIssue,
  }: { readonly accountId: string; readonly limit: number; readonly renderIssue: RenderIssue },
): Promise<AccountIssues> {
  const open = visibleIssues(db, viewer)
    .where('issue.account_id', '=', accountId)
    .where('issue.status', '=', 'open');
  const scores = await open
    .groupBy('issue.score')
    .select(['issue.score', sql<number>`count(*)::integer`.as('issues')])
    .execute();
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  for (const { score, issues } of scores) bySeverity[severityOf(score)] += issues;
  const worst = await open
    .select(issueColumns)
    .orderBy('issue.score', 'desc')
    .orderBy('issue.id')
    .limit(limit)
    .execute();
  return {
    total: scores.reduce((sum, { issues }) => sum + issues, 0),
    bySeverity,
    unknowns: await countUnknowns(db, viewer, accountId),
    worst: worst.map((row) => issueRow(row, renderIssue)),
  };
}

async function countUnknowns(db: Database, viewer: Viewer, accountId: string): Promise<number> {
  const { unknowns } = await db
    .selectFrom('item')
    .where('item.account_id', '=', accountId)
    .where('item.status', '<>', 'deleted')
    .where(sees(viewer, 'item.account_id'))
    .select(sql<number>`coalesce(sum(item.unknowns), 0)::integer`.as('unknowns'))
    .executeTakeFirstOrThrow();
  return unknowns;
}
