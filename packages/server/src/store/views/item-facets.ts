/** What a search of items may be narrowed by. */
import { sql } from 'kysely';
import { compileItemQuery } from '../../query/compile-items.ts';
import type { Query } from '../../query/query.ts';
import { severities } from '../../query/severity.ts';
import type { Database } from '../database/database.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';
import { accountsOf } from './accounts-of.ts';
import { countFacets, type Facets } from './count-facets.ts';

const facets = {
  severity: { key: 'severity', column: 'severities', isList: true },
  account: { key: 'account', column: 'account' },
  technology: { key: 'technology', column: 'technology' },
  region: { key: 'region', column: 'region' },
  status: { key: null, column: 'status' },
  tag: { key: 'tag', column: 'tags', isList: true },
} as const;

export type ItemFacets = Facets<keyof typeof facets>;

/** The bands of the open issues of an item, each once. */
const severitiesOf = sql`array(select distinct case ${sql.join(
  severities.map(({ severity, from }) => sql`when issue.score >= ${sql.lit(from)} then ${sql.lit(severity)}`),
  sql` `,
)} end from issue where issue.item_id = item.id and issue.status = 'open')`;

const tagsOf = sql`array(select tag.key || '=' || tag.value from jsonb_each_text(item.tags) as tag)`;

/** As lists show it. */
const status = sql`case when item.status <> 'active' then item.status
  when item.missing_since is not null or coverage.state = 'failed' then 'unverified' else 'active' end`;

export async function countItemFacets(
  db: Database,
  viewer: Viewer,
  { query, now }: { readonly query: Query; readonly now: Date },
): Promise<ItemFacets> {
  return await countFacets(db, query, {
    facets,
    matched: async (narrowed) => {
      const accounts = await accountsOf(db, viewer, narrowed);
      return sql`select account.name as account, item.technology, item.region, ${status} as status,
          ${severitiesOf} as severities, ${tagsOf} as tags
        from item join account on account.id = item.account_id
        left join coverage on coverage.account_id = item.account_id
          and coverage.technology = item.technology and coverage.region = item.scope_region
        where ${sees(viewer, 'item.account_id')} and ${compileItemQuery(narrowed, { now, accounts })}`;
    },
  });
}
