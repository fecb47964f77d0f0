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
  /** A select of `value` and `count` from the rows of `matched`. */
  readonly counted: RawBuilder<unknown>;
};

export type FacetSource<Name extends string> = {
  readonly facets: Readonly<Record<Name, Facet>>;
  /** A select of the matched rows with what the facets need of them, without a limit. */
  readonly matched: (query: Query) => Promise<RawBuilder<unknown>>;
};

/** The facet of a column of the matched rows. */
export function columnFacet(key: string | null, column: string): Facet {
  const value = sql.ref(column);
  return { key, counted: sql`select ${value} as value, count(*) as count from matched group by ${value}` };
}

/** More are not counted: a facet must not cost more the more there is. */
export const mostCounted = 20_000;
const mostValues = 50;

type Counted = { readonly facet: string; readonly value: string | null; readonly count: number };
type Counts = { readonly total: number; readonly found: readonly Counted[] };

type NamedFacet = { readonly name: string; readonly facet: Facet };

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
  const whole = printQuery(query);
  const groups = Map.groupBy(entries, ({ text }) => text);
  const ofWhole = async () => await count(db, await matched(query), groups.get(whole) ?? []);
  const ofOthers = [...groups].map(async ([text, group]) => {
    const [first] = group;
    if (first === undefined || text === whole) return [];
    return [await count(db, await matched(first.narrowed), group)];
  });
  const [all, ...others] = await Promise.all([ofWhole(), ...ofOthers]);
  const counts = [all, ...others.flat()];
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
  facets: readonly NamedFacet[],
): Promise<Counts> {
  const { rows } = await sql<Counted>`
    with matched as materialized (${matched} limit ${sql.lit(mostCounted + 1)})
    select '' as facet, null as value, count(*)::integer as count from matched
    ${sql.join(
      facets.map((named) => sql`union all ${highest(named)}`),
      sql` `,
    )}`.execute(db);
  const total = rows.find(({ facet }) => facet === '')?.count ?? 0;
  return { total, found: rows.filter(({ facet }) => facet !== '') };
}

function highest({ name, facet: { counted } }: NamedFacet): RawBuilder<unknown> {
  return sql`(select ${name}::text as facet, element.value::text, element.count::integer as count
    from (${counted}) as element where element.value is not null
    order by element.count desc, element.value::text collate "C" limit ${sql.lit(mostValues)})`;
}
