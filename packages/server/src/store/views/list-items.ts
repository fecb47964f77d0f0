/** The search of items: one page, or every row. */
import { sql } from 'kysely';
import { type AccountsOf, indexedName } from '../../query/compile-common.ts';
import { compileItemQuery } from '../../query/compile-items.ts';
import type { Query } from '../../query/query.ts';
import type { Database } from '../database/database.ts';
import { type Viewer, visible } from '../viewer.ts';
import { accountsOf } from './accounts-of.ts';
import { type ItemRow, itemColumns, itemRow, visibleItems } from './item-row.ts';
import { type Keyset, keysetOf, type Order, type SortKey } from './keyset.ts';
import { everyRow, longestPage, type Page, pageOf, pageSize } from './page.ts';

const sorts = {
  score: { column: sql`item.score`, type: 'integer', order: 'desc' },
  name: { column: indexedName, type: 'text', order: 'asc' },
  changed: { column: sql`item.last_changed`, type: 'time', order: 'desc' },
  firstSeen: { column: sql`item.first_seen`, type: 'time', order: 'desc' },
  id: { column: sql`item.id`, type: 'uuid', order: 'asc' },
} as const satisfies Record<string, SortKey>;

export type ItemSort = keyof typeof sorts;

export type ItemSearch = {
  /** Parsed with `itemVocabulary`. */
  readonly query: Query;
  readonly now: Date;
  /** `score` (the highest first) unless given. */
  readonly sort?: ItemSort | undefined;
  /** The sort's own direction unless given. */
  readonly order?: Order | undefined;
  readonly after?: string | undefined;
  /** At most 1,000. */
  readonly limit: number;
};

/** One page. Throws a CursorError when `after` is no cursor of this list. */
export async function listItems(db: Database, viewer: Viewer, search: ItemSearch): Promise<Page<ItemRow>> {
  const limit = pageSize(search.limit);
  const keyset = itemKeyset(search);
  const accounts = await accountsOf(db, viewer, search.query);
  const found = await searchStatement(db, viewer, { search, keyset, accounts }).execute();
  const page = pageOf(found, { limit, position: keyset.position });
  return { rows: page.rows.map(itemRow), next: page.next };
}

/** The statement of one page, apart so that its plan can be examined. */
export async function itemSearchStatement(db: Database, viewer: Viewer, search: ItemSearch) {
  const accounts = await accountsOf(db, viewer, search.query);
  return searchStatement(db, viewer, { search, keyset: itemKeyset(search), accounts }).compile();
}

function itemKeyset({ sort = 'score', order }: ItemSearch): Keyset {
  const key = sorts[sort];
  return keysetOf(`items.${sort}`, { ...key, order: order ?? key.order }, sql`item.id`);
}

type Search = { readonly search: ItemSearch; readonly keyset: Keyset; readonly accounts: AccountsOf };

function searchStatement(db: Database, viewer: Viewer, { search, keyset, accounts }: Search) {
  const page = db
    .selectFrom('item')
    .select(['item.id', keyset.sortValue.as('sort_value')])
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .where(compileItemQuery(search.query, { now: search.now, accounts }))
    .where(keyset.after(search.after))
    .orderBy(keyset.orderBy)
    .limit(pageSize(search.limit) + 1);
  return visibleItems(db, viewer)
    .innerJoin(page.as('page'), 'page.id', 'item.id')
    .select([...itemColumns, keyset.sortKey.as('sort_key')])
    .orderBy(keyset.pageOrder);
}

/** Every item of a search, by id: an item that changes meanwhile is neither lost nor doubled. */
export function streamItems(
  db: Database,
  viewer: Viewer,
  search: Pick<ItemSearch, 'query' | 'now'>,
): AsyncGenerator<ItemRow, void> {
  return everyRow((after) => listItems(db, viewer, { ...search, sort: 'id', after, limit: longestPage }));
}
