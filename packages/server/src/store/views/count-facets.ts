/** What a search may be narrowed by, with the number of rows for each: never counts more rows than its cap. */
import { type RawBuilder, sql } from 'kysely';
import { printQuery } from '../../query/print.ts';
import type { Query } from '../../query/query.ts';
import { withoutKey } from '../../query/without.ts';
import type { Database } from '../database/database.ts';

export type FacetValue = { readonly value: string; readonly count: number };

export type Facets<Name extends string> = {
  readonly total: number;
  /** The search finds more than are counted: every number is "at least". */
  readonly atLeast: boolean;
  /** By facet, the most frequent values first; at most 50 of each. */
  readonly facets: Readonly<Record<Name, readonly FacetValue[]>>;
};

export type Facet = {
  /** The key of the query that chooses a value: what it says of it does not narrow its own facet. */
  readonly key: string | null;
  /** The name of a column of the matched rows. */
  readonly column: string;
  /** Whether that column holds a list, each element of which counts. */
  readonly isList?: true;
};

export type FacetSource<Name extends string> = {
  readonly facets: Readonly<Record<Name, Facet>>;
  /** A select of the matched rows with one column for each facet, without a limit. */
  readonly matched: (query: Query) => Promise<RawBuilder<unknown>>;
};

/** More are not counted: a facet must not cost more the more there is. */
export const mostCounted = 100_000;
const mostValues = 50;

type Counted = { readonly facet: string; readonly value: string | null; readonly count: number };
type Counts = { readonly total: number; readonly found: readonly Counted[] };

/** Each facet counts what the query without its own key finds; facets whose query is the same share one reading. */
export async function countFacets<Name extends string>(
  db: Database,
  query: Query,
  { facets, matched }: FacetSource<Name>,
): Promise<Facets<Name>> {
  const entries = Object.entries<Facet>(facets).map(([name, facet]) => {
    const narrowed = facet.key === null ? query : withoutKey(query, facet.key);
    return { name, facet, narrowed, text: printQuery(narrowed) };
  });
  const all = await count(db, await matched(query), []);
  const counts: Counts[] = [all];
  for (const group of Map.groupBy(entries, ({ text }) => text).values()) {
    const [first] = group;
    if (first !== undefined) counts.push(await count(db, await matched(first.narrowed), group));
  }
  const found = counts.flatMap((one) => one.found);
  const valuesOf = (name: string): readonly FacetValue[] =>
    found.flatMap(({ facet, value, count: times }) =>
      facet === name && value !== null ? [{ value, count: times }] : [],
    );
  return {
    total: Math.min(all.total, mostCounted),
    atLeast: counts.some(({ total }) => total > mostCounted),
    facets: Object.fromEntries(entries.map(({ name }) => [name, valuesOf(name)])) as Facets<Name>['facets'],
  };
}

async function count(
  db: Database,
  matched: RawBuilder<unknown>,
  facets: readonly { readonly name: string; readonly facet: Facet }[],
): Promise<Counts> {
  const { rows } = await sql<Counted>`
    with matched as materialized (${matched} limit ${sql.lit(mostCounted + 1)})
    select '' as facet, null as value, count(*)::integer as count from matched
    ${sql.join(
      facets.map(({ name, facet }) => sql`union all ${valuesOfColumn(name, facet)}`),
      sql` `,
    )}`.execute(db);
  const total = rows.find(({ facet }) => facet === '')?.count ?? 0;
  return { total, found: rows.filter(({ facet }) => facet !== '') };
}

function valuesOfColumn(name: string, { column, isList }: Facet): RawBuilder<unknown> {
  const value =
    isList === true
      ? sql`matched cross join lateral unnest(matched.${sql.ref(column)}) as element (value)`
      : sql`(select ${sql.ref(column)}::text as value from matched) as element`;
  return sql`(select ${name}::text as facet, element.value, count(*)::integer as count
    from ${value} where element.value is not null
    group by element.value order by count(*) desc, element.value collate "C" limit ${sql.lit(mostValues)})`;
}
