/** Looks up the accounts that a query names. */
import { type AccountsOf, accountMatches } from '../../query/compile-common.ts';
import { type Query, type Term, termsOf } from '../../query/query.ts';
import type { Database } from '../database/database.ts';
import { type Viewer, visible } from '../viewer.ts';

/** For every `account:` term, the ids of the accounts that it means and that the viewer may see. */
export async function accountsOf(db: Database, viewer: Viewer, query: Query): Promise<AccountsOf> {
  const accounts = new Map<Term, readonly string[]>();
  for (const term of termsOf(query)) {
    if (term.key !== 'account') continue;
    const found = await db
      .selectFrom('account')
      .select('id')
      .where(accountMatches(term))
      .where((eb) => visible(eb, viewer, 'account.id'))
      .execute();
    accounts.set(
      term,
      found.map(({ id }) => id),
    );
  }
  return accounts;
}
