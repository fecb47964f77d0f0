/** What a search of issues may be narrowed by. */
import { sql } from 'kysely';
import { compileIssueQuery, type IssueMoment } from '../../query/compile-issues.ts';
import type { Query } from '../../query/query.ts';
import { severities } from '../../query/severity.ts';
import type { Database } from '../database/database.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';
import { accountsOf } from './accounts-of.ts';
import { columnFacet, countFacets, type Facets } from './count-facets.ts';

const facets = {
  severity: columnFacet('severity', 'severity'),
  status: columnFacet('status', 'status'),
  account: columnFacet('account', 'account'),
  technology: columnFacet('technology', 'technology'),
  region: columnFacet('region', 'region'),
  check: columnFacet('check', 'check_id'),
} as const;

export type IssueFacets = Facets<keyof typeof facets>;

const severity = sql`case ${sql.join(
  severities.map(
    ({ severity: word, from }) => sql`when issue.score >= ${sql.lit(from)} then ${sql.lit(word)}`,
  ),
  sql` `,
)} end`;

export async function countIssueFacets(
  db: Database,
  viewer: Viewer,
  { query, ...moment }: Omit<IssueMoment, 'accounts'> & { readonly query: Query },
): Promise<IssueFacets> {
  return await countFacets(db, query, {
    facets,
    matched: async (narrowed) => {
      const accounts = await accountsOf(db, viewer, narrowed);
      return sql`select account.name as account, issue.technology, item.region, issue.status,
          issue.check_id, ${severity} as severity
        from issue join item on item.id = issue.item_id join account on account.id = issue.account_id
        where ${sees(viewer, 'issue.account_id')} and ${compileIssueQuery(narrowed, { ...moment, accounts })}`;
    },
  });
}
