/** What people ask to be scanned before its time. */
import { sql } from 'kysely';
import type { Database } from './database/database.ts';
import { isOneOf } from './sees.ts';

/** For accounts of which nothing was ever listed: they have no scopes that could be due. */
export async function askForAccount(db: Database, id: string, at: Date): Promise<void> {
  await db.updateTable('account').set({ scan_asked_at: at }).where('id', '=', id).execute();
}

export type DueNow = {
  readonly accountId: string;
  readonly technologies: readonly string[];
  readonly at: Date;
};

/** The scopes are due at once; those that are overdue anyway stay so. */
export async function dueNow(db: Database, { accountId, technologies, at }: DueNow): Promise<void> {
  await db
    .updateTable('coverage')
    .set({ next_run_at: at })
    .where('account_id', '=', accountId)
    .where(isOneOf('technology', technologies, 'text'))
    .where(sql<boolean>`(next_run_at is null or next_run_at > ${at})`)
    .execute();
}
