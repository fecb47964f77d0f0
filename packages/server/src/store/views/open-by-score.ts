/** How many issues are open, by score. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { type Viewer, visible } from '../viewer.ts';

export type OpenAtScore = { readonly score: number; readonly issues: number };

/** Scores at which none is open are not there. */
export async function countOpenByScore(db: Database, viewer: Viewer): Promise<readonly OpenAtScore[]> {
  return await db
    .selectFrom('issue')
    .where('issue.status', '=', 'open')
    .where((eb) => visible(eb, viewer, 'issue.account_id'))
    .groupBy('issue.score')
    .select(['issue.score', sql<number>`count(*)::integer`.as('issues')])
    .execute();
}
