/** What people ask to be scanned before its time. */
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

/** For accounts of which nothing was ever listed: they have no scopes that could be due. */
export async function markScanAsked(db: Database, id: string, at: Date): Promise<void> {
  await db.updateTable('account').set({ scan_asked_at: at }).where('id', '=', id).execute();
}

export type DueNow = {
  readonly accountId: string;
  readonly technologies: readonly string[];
  readonly at: Date;
};

/** The scopes are due at once. */
export async function markDueNow(db: Database, { accountId, technologies, at }: DueNow): Promise<void> {
  await db
    .updateTable('coverage')
    .set({ next_run_at: at })
    .where('account_id', '=', accountId)
    .where(isOneOf('technology', technologies, 'text'))
    .execute();
}

/** Those of an account that became due after their last run had begun: what it found may be older than the question. */
export async function scopesAskedFor(
  db: Database,
  viewer: Viewer,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<readonly Pick<Row<'coverage'>, 'technology' | 'region'>[]> {
  return await db
    .selectFrom('coverage')
    .select(['technology', 'region'])
    .where('account_id', '=', accountId)
    .where(sees(viewer, 'account_id'))
    .where('next_run_at', '<=', now)
    .whereRef('next_run_at', '>', 'last_attempt_at')
    .execute();
}
