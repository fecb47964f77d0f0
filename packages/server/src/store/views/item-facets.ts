/** What a search of items may be narrowed by. */
import { sql } from 'kysely';
import { compileItemQuery } from '../../query/compile-items.ts';
import type { Query } from '../../query/query.ts';
import { severities } from '../../query/severity.ts';
import type { Database } from '../database/database.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';
import { accountsOf } from './accounts-of.ts';
import { columnFacet, countFacets, type Facet, type Facets } from './count-facets.ts';

const bandOf = sql`case ${sql.join(
  severities.map(({ severity, from }) => sql`when issue.score >= ${sql.lit(from)} then ${sql.lit(severity)}`),
  sql` `,
)} end`;

/** The bands of the open issues of an item, each once. */
const severityFacet: Facet = {
  key: 'severity',
  counted: sql`select ${bandOf} as value, count(distinct issue.item_id) as count
    from issue join matched on matched.id = issue.item_id where issue.status = 'open' group by 1`,
};

const accountFacet: Facet = {
  key: 'account',
  counted: sql`select account.name as value, grouped.count
    from (select account_id, count(*) as count from matched group by account_id) as grouped
    join account on account.id = grouped.account_id`,
};

/** As lists show it: items of one scope are verified or not together. */
const statusFacet: Facet = {
  key: null,
  counted: sql`select case when grouped.status <> 'active' then grouped.status
      when grouped.is_missing or coverage.state = 'failed' then 'unverified' else 'active' end as value,
      sum(grouped.count) as count
    from (select account_id, technology, scope_region, status, is_missing, count(*) as count
      from matched group by 1, 2, 3, 4, 5) as grouped
    left join coverage on coverage.account_id = grouped.account_id
      and coverage.technology = grouped.technology and coverage.region = grouped.scope_region
    group by 1`,
};

/** In quotes, as in a query, where it would not be clear at which sign the value begins. */
const tagName = sql`case when tag.key like '%=%' or tag.key like '"%'
  then '"' || replace(replace(tag.key, '\\', '\\\\'), '"', '\\"') || '"' else tag.key end`;

const tagFacet: Facet = {
  key: 'tag',
  counted: sql`select ${tagName} || '=' || tag.value as value, count(*) as count
    from matched cross join lateral jsonb_each_text(matched.tags) as tag group by 1`,
};

const facets = {
  severity: severityFacet,
  account: accountFacet,
  technology: columnFacet('technology', 'technology'),
  region: columnFacet('region', 'region'),
  status: statusFacet,
  tag: tagFacet,
} as const;

export type ItemFacets = Facets<keyof typeof facets>;

export async function countItemFacets(
  db: Database,
  viewer: Viewer,
  { query, now }: { readonly query: Query; readonly now: Date },
): Promise<ItemFacets> {
  return await countFacets(db, query, {
    facets,
    matched: async (narrowed) => {
      const accounts = await accountsOf(db, viewer, narrowed);
      return sql`select item.id, item.account_id, item.technology, item.region, item.scope_region, item.status,
          item.missing_since is not null as is_missing, item.tags
        from item
        where ${sees(viewer, 'item.account_id')} and ${compileItemQuery(narrowed, { now, accounts })}`;
    },
  });
}
