/** How often a check found something, and could not be decided. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { IssueStatus } from '../schema.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';

export type CheckCounts = {
  /** Every status is there. */
  readonly issues: Readonly<Record<IssueStatus, number>>;
  readonly unknowns: number;
};

export async function countsOfCheck(db: Database, viewer: Viewer, check: string): Promise<CheckCounts> {
  const found = await db
    .selectFrom('issue')
    .where('check_id', '=', check)
    .where(sees(viewer, 'account_id'))
    .groupBy('status')
    .select(['status', sql<number>`count(*)::integer`.as('count')])
    .execute();
  const { unknowns } = await db
    .selectFrom('unknown')
    .innerJoin('item', 'item.id', 'unknown.item_id')
    .where('unknown.check_id', '=', check)
    .where('item.status', '<>', 'deleted')
    .where(sees(viewer, 'item.account_id'))
    .select(sql<number>`count(*)::integer`.as('unknowns'))
    .executeTakeFirstOrThrow();
  const issues = { open: 0, justified: 0, fixed: 0, retired: 0, frozen: 0 };
  for (const { status, count } of found) issues[status] = count;
  return { issues, unknowns };
}
