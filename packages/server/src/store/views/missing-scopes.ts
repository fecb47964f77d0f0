/** What of some accounts could not be looked at, beside everything that is told of them. */
import type { Failure } from '@security-monkey/sdk';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { isOneOf, sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';

export type MissingScope = {
  readonly account: string;
  readonly technology: string;
  readonly region: string;
  /** Null for one that has never been tried. */
  readonly failure: Failure | null;
  readonly since: Date | null;
};

export type MissingScopes = {
  /** Scopes that are to be looked at: those that are switched off are not. */
  readonly total: number;
  /** How many of them the last attempt could not look at, or no attempt has yet. */
  readonly missing: number;
  /** The first of those, the longest failing ones before the others. */
  readonly scopes: readonly MissingScope[];
};

export async function missingScopes(
  db: Database,
  viewer: Viewer,
  { accountIds, limit }: { readonly accountIds: readonly string[]; readonly limit: number },
): Promise<MissingScopes> {
  const found = db
    .selectFrom('coverage')
    .innerJoin('account', 'account.id', 'coverage.account_id')
    .where('account.active', '=', true)
    .where(isOneOf('coverage.account_id', accountIds))
    .where(sees(viewer, 'coverage.account_id'))
    .where('coverage.state', '<>', 'frozen');
  const counts = await found
    .select([
      sql<number>`count(*)::integer`.as('total'),
      sql<number>`(count(*) filter (where coverage.state <> 'complete'))::integer`.as('missing'),
    ])
    .executeTakeFirstOrThrow();
  if (counts.missing === 0) return { ...counts, scopes: [] };
  const scopes = await found
    .where('coverage.state', '<>', 'complete')
    .select([
      'account.name as account',
      'coverage.technology',
      'coverage.region',
      'coverage.failure',
      'coverage.failing_since as since',
    ])
    .orderBy(sql`coverage.failing_since nulls last`)
    .orderBy('account.name')
    .orderBy('coverage.technology')
    .orderBy('coverage.region')
    .limit(limit)
    .execute();
  return { ...counts, scopes };
}
