/** What of the accounts is due for a listing. */
import { sql } from 'kysely';
import type { Registry } from '../engine/registry.ts';
import type { Settings } from '../engine/settings/schema.ts';
import { listAccounts } from '../store/accounts.ts';
import type { Database } from '../store/database/database.ts';
import type { Row } from '../store/schema.ts';
import { systemViewer } from '../store/viewer.ts';

export type DueAccount = { readonly account: Row<'account'>; readonly technologies: readonly string[] };

export type DueQuestion = {
  readonly registry: Registry;
  readonly intervals: Settings['intervals'];
  readonly now: Date;
  /** Only this account. */
  readonly accountId?: string;
};

/** The active accounts with their due technologies: a new account is due whole and at once. */
export async function findDueAccounts(db: Database, question: DueQuestion): Promise<readonly DueAccount[]> {
  const due = Map.groupBy(await dueTechnologies(db, question), ({ account_id }) => account_id);
  const fresh = new Set(await accountsWithoutScopes(db, question));
  const ids = question.accountId === undefined ? [...due.keys(), ...fresh] : [question.accountId];
  const accounts = await listAccounts(db, systemViewer, { ids, active: true });
  return accounts.flatMap((account) => {
    const watched = question.registry.watchersFor(account.type).map(({ id }) => id);
    const wanted = new Set(due.get(account.id)?.map(({ technology }) => technology));
    const technologies = fresh.has(account.id) ? watched : watched.filter((id) => wanted.has(id));
    return technologies.length === 0 ? [] : [{ account, technologies }];
  });
}

/** By the index on next_run_at. A scope without one was never finished, or only by hand: then its interval counts from there. */
async function dueTechnologies(db: Database, { intervals, now, accountId }: DueQuestion) {
  const before = new Date(now.getTime() - intervals.minutes * 60_000);
  return await db
    .selectFrom('coverage')
    .innerJoin('account', 'account.id', 'coverage.account_id')
    .select(['coverage.account_id', 'coverage.technology'])
    .distinct()
    .where('account.active', '=', true)
    .where(
      sql<boolean>`(coverage.next_run_at <= ${now} or (coverage.next_run_at is null
        and (coverage.last_complete_at is null or coverage.last_complete_at <= ${before})))`,
    )
    .$if(accountId !== undefined, (query) => query.where('coverage.account_id', '=', accountId ?? ''))
    .execute();
}

/** New ones, and those that could never be connected to, once the interval since the last try is over. */
async function accountsWithoutScopes(
  db: Database,
  { intervals, now }: DueQuestion,
): Promise<readonly string[]> {
  const before = new Date(now.getTime() - intervals.minutes * 60_000);
  const rows = await db
    .selectFrom('account')
    .select('account.id')
    .where('account.active', '=', true)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('coverage').select('technology').whereRef('coverage.account_id', '=', 'account.id'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('failure')
            .select('failure.id')
            .whereRef('failure.account_id', '=', 'account.id')
            .where('failure.stage', '=', 'connect')
            .where('failure.last_at', '>', before),
        ),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** Milliseconds between two listings. */
export function intervalOf(intervals: Settings['intervals'], technology: string): number {
  return (intervals.technologies[technology] ?? intervals.minutes) * 60_000;
}
