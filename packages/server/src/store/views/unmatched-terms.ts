/** Names in a query that nothing bears: a search for them finds nothing, and says nothing of what there is. */
import { type SqlBool, sql } from 'kysely';
import { type Column, type Condition, matchesId, patternOf } from '../../query/compile.ts';
import { accountMatches } from '../../query/compile-common.ts';
import { type Query, type Term, termsOf } from '../../query/query.ts';
import type { Database } from '../database/database.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';

/** Names that the product knows, whether or not anything bears them yet. */
export type KnownNames = { readonly technology: readonly string[]; readonly check: readonly string[] };

type Asked = { readonly query: Query; readonly known: KnownNames };

/** The terms `account:`, `technology:`, `region:` and `check:` whose value is the name of none that the viewer may see. */
export async function unmatchedTerms(
  db: Database,
  viewer: Viewer,
  { query, known }: Asked,
): Promise<readonly Term[]> {
  const unmatched: Term[] = [];
  for (const term of termsOf(query)) {
    const named = namedBy(viewer, known, term);
    if (named === undefined) continue;
    const { rows } = await sql<{ readonly named: boolean }>`select ${named} as named`.execute(db);
    if (rows[0]?.named === false) unmatched.push(term);
  }
  return unmatched;
}

/** Whether anything bears the name; undefined for a term without one. */
function namedBy(viewer: Viewer, known: KnownNames, term: Term): Condition | undefined {
  const accounts = sees(viewer, 'account.id');
  switch (term.key) {
    case 'account':
      return sql<SqlBool>`exists (select from account where ${accounts} and ${accountMatches(term)})`;
    case 'technology':
      return sql<SqlBool>`(${isAmong(known.technology, term)}
        or exists (select from item where ${sees(viewer, 'item.account_id')} and ${bears(sql`item.technology`, term)}))`;
    case 'check':
      return sql<SqlBool>`(${isAmong(known.check, term)}
        or exists (select from issue where ${sees(viewer, 'issue.account_id')} and ${bears(sql`issue.check_id`, term)}))`;
    case 'region':
      // Listings of all regions at once give items of regions in which nothing is listed.
      return sql<SqlBool>`(exists (select from coverage where ${sees(viewer, 'coverage.account_id')} and ${bears(sql`coverage.region`, term)})
        or exists (select from item where ${sees(viewer, 'item.account_id')} and ${bears(sql`item.region`, term)}))`;
    default:
      return undefined;
  }
}

function isAmong(names: readonly string[], term: Term): Condition {
  return sql<SqlBool>`exists (select from unnest(${[...names]}::text[]) as known (name) where ${bears(sql`known.name`, term)})`;
}

function bears(column: Column, term: Term): Condition {
  return matchesId(column, patternOf(term));
}
