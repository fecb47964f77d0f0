/** Orders of a list and how a page continues after a row of the one before. */
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { decodeCursor, keyFormats, type Position } from './page.ts';

export type Order = 'asc' | 'desc';

/** One way to sort: a column, with the row's id as the tie-breaker. */
export type SortKey = {
  readonly column: RawBuilder<unknown>;
  readonly type: 'integer' | 'time' | 'text' | 'uuid';
  readonly order: Order;
};

const casts = {
  integer: sql`integer`,
  time: sql`timestamptz`,
  text: sql`text`,
  uuid: sql`uuid`,
};

/** What identifies the place of a row: the sort column as text (exact to the microsecond) and the id. */
export type Placed = { readonly sort_key: string; readonly id: string };

/** A page is found as ids in order (a subquery named `page`), and joined to everything that is shown afterwards. */
export type Keyset = {
  /** The column to select in the page, as `sort_value`. */
  readonly sortValue: RawBuilder<unknown>;
  /** The order within the page's subquery. */
  readonly orderBy: RawBuilder<unknown>;
  /** The same order, of the joined rows. */
  readonly pageOrder: RawBuilder<unknown>;
  /** To select of the joined rows, as `sort_key`. */
  readonly sortKey: RawBuilder<string>;
  readonly after: (cursor: string | undefined) => Expression<SqlBool>;
  readonly position: (row: Placed) => Position;
};

/** A keyset over one sort column and the id; both run in the same direction, so that one index serves both ways. */
export function keysetOf(list: string, { column, type, order }: SortKey, id: RawBuilder<unknown>): Keyset {
  const direction = order === 'asc' ? sql`asc` : sql`desc`;
  const operator = order === 'asc' ? sql`>` : sql`<`;
  const named = `${list}:${order}`;
  return {
    orderBy: sql`${column} ${direction}, ${id} ${direction}`,
    sortValue: column,
    pageOrder: sql`page.sort_value${type === 'text' ? sql` collate "C"` : sql``} ${direction}, page.id ${direction}`,
    sortKey: sql<string>`page.sort_value::text`,
    after: (cursor) => {
      if (cursor === undefined) return sql<SqlBool>`true`;
      const [key, last] = decodeCursor(cursor, { list: named, formats: [keyFormats[type], keyFormats.uuid] });
      return sql<SqlBool>`(${column}, ${id}) ${operator} (${key}::${casts[type]}, ${last}::uuid)`;
    },
    position: (row) => ({ list: named, keys: [row.sort_key, row.id] }),
  };
}
