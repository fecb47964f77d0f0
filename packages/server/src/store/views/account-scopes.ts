/** How far each account has been looked at: its scopes by state, and the oldest complete listing. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { CoverageState } from '../schema.ts';
import { isOneOf, sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';

export type AccountScopes = Readonly<Record<CoverageState, number>> & {
  /** Of those that can be looked at, when the one that waits longest was last complete; null when one never was. */
  readonly allCompleteSince: Date | null;
  readonly nextRun: Date | null;
  /** Whether a run works on one at this moment. */
  readonly running: boolean;
};

export const noScopes: AccountScopes = {
  never: 0,
  complete: 0,
  failed: 0,
  frozen: 0,
  allCompleteSince: null,
  nextRun: null,
  running: false,
};

const countOf = (state: CoverageState) =>
  sql<number>`(count(*) filter (where state = ${state}))::integer`.as(state);

/** By the account's id; an account without scopes is not there. */
export async function scopesOfAccounts(
  db: Database,
  viewer: Viewer,
  { ids, now }: { readonly ids: readonly string[]; readonly now: Date },
): Promise<ReadonlyMap<string, AccountScopes>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom('coverage')
    .where(isOneOf('account_id', ids))
    .where(sees(viewer, 'account_id'))
    .groupBy('account_id')
    .select([
      'account_id',
      countOf('never'),
      countOf('complete'),
      countOf('failed'),
      countOf('frozen'),
      sql<Date | null>`case when bool_and(state = 'frozen' or last_complete_at is not null)
        then min(last_complete_at) filter (where state <> 'frozen') end`.as('allCompleteSince'),
      sql<Date | null>`min(next_run_at)`.as('nextRun'),
      sql<boolean>`bool_or(holder is not null and lease_until > ${now})`.as('running'),
    ])
    .execute();
  return new Map(
    found.map(({ account_id, running, ...rest }) => [account_id, { ...rest, running: running ?? false }]),
  );
}
