/** The search of items: one page, or every row. */
import { type AliasedSelectQueryBuilder, sql } from 'kysely';
import { indexedName } from '../../query/compile-common.ts';
import { compileItemQuery, type ItemMoment } from '../../query/compile-items.ts';
import type { Query } from '../../query/query.ts';
import { type SplitQuery, splitIndexed } from '../../query/split-indexed.ts';
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
  /** How a page is looked for where a word or a tag must match; the rows are the same. */
  readonly effort?: Effort | undefined;
};

/** One page. Throws a CursorError when `after` is no cursor of this list. */
export async function listItems(db: Database, viewer: Viewer, search: ItemSearch): Promise<Page<ItemRow>> {
  const limit = pageSize(search.limit);
  const asked = await askedOf(db, viewer, search);
  const found =
    (await rowsByIndex(db, viewer, asked)) ??
    (await shown(db, viewer, { asked, page: plainPage(db, viewer, asked) }).execute());
  const page = pageOf(found, { limit, position: asked.keyset.position });
  return { rows: page.rows.map(itemRow), next: page.next };
}

/** The statement of one page, apart so that its plan can be examined. */
export async function itemSearchStatement(db: Database, viewer: Viewer, search: ItemSearch) {
  const asked = await askedOf(db, viewer, search);
  return shown(db, viewer, { asked, page: plainPage(db, viewer, asked) }).compile();
}

type Asked = {
  readonly search: ItemSearch;
  readonly keyset: Keyset;
  readonly moment: ItemMoment;
  readonly effort: Effort;
};

async function askedOf(db: Database, viewer: Viewer, search: ItemSearch): Promise<Asked> {
  const { sort = 'score', order, now, query, effort = usualEffort } = search;
  const key = sorts[sort];
  const keyset = keysetOf(`items.${sort}`, { ...key, order: order ?? key.order }, sql`item.id`);
  return { search, keyset, moment: { now, accounts: await accountsOf(db, viewer, query) }, effort };
}

/** A page as ids in order, before everything that is shown is joined. */
type IdPage = {
  readonly id: string;
  readonly sort_value: unknown;
  /** How many rows it was chosen of, where that is counted. */
  readonly matching: number;
};

type Shown = { readonly asked: Asked; readonly page: AliasedSelectQueryBuilder<IdPage, 'page'> };

function shown(db: Database, viewer: Viewer, { asked: { keyset }, page }: Shown) {
  return visibleItems(db, viewer)
    .innerJoin(page, 'page.id', 'item.id')
    .select([...itemColumns, keyset.sortKey.as('sort_key'), 'page.matching'])
    .orderBy(keyset.pageOrder);
}

const uncounted = sql<number>`0`.as('matching');

/** The planner chooses between the order and the conditions, as if they had nothing to do with each other. */
function plainPage(db: Database, viewer: Viewer, asked: Asked): Shown['page'] {
  const { search, keyset } = asked;
  return itemsThat(db, viewer, { asked, query: search.query })
    .select(['item.id', keyset.sortValue.as('sort_value'), uncounted])
    .orderBy(keyset.orderBy)
    .limit(pageSize(search.limit) + 1)
    .as('page');
}

type Matching = { readonly asked: Asked; readonly query: Query };

/** Those from the cursor on. */
function itemsThat(db: Database, viewer: Viewer, { asked, query }: Matching) {
  const { search, keyset, moment } = asked;
  return db
    .selectFrom('item')
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .where(compileItemQuery(query, moment))
    .where(keyset.after(search.after));
}

export type Effort = {
  /** How many rows are walked through in order for each row of the page, before an index is asked instead. */
  readonly walkedForEach: number;
  /** So many rows an index finds, and a sort puts in order, in little time. */
  readonly mostSorted: number;
};

const usualEffort: Effort = { walkedForEach: 50, mostSorted: 20_000 };

/**
 * Where a word or a tag has to match: in order as long as that finds a page soon, else all that match, sorted. A planner
 * takes the rows of a tag to be spread over the order, walks, and passes most of a large table where they all stand at its
 * end. Undefined where neither is cheap: then so many match that the planner is seldom far from right.
 */
async function rowsByIndex(db: Database, viewer: Viewer, asked: Asked) {
  const { query, limit, sort } = asked.search;
  const split = sort === 'id' ? undefined : splitIndexed(query);
  if (split === undefined) return undefined;
  const walked = await shown(db, viewer, {
    asked,
    page: walkedPage(db, viewer, { asked, ...split }),
  }).execute();
  if (walked.length > pageSize(limit)) return walked;
  const sorted = await shown(db, viewer, { asked, page: sortedPage(db, viewer, asked) }).execute();
  return (sorted[0]?.matching ?? 0) > asked.effort.mostSorted ? undefined : sorted;
}

/** What the next rows in order hold of the page: all of it, or only the beginning. */
function walkedPage(
  db: Database,
  viewer: Viewer,
  { asked, indexed, rest }: SplitQuery & { readonly asked: Asked },
): Shown['page'] {
  const { search, keyset, moment, effort } = asked;
  const rows = pageSize(search.limit) + 1;
  const next = itemsThat(db, viewer, { asked, query: rest })
    .selectAll()
    .orderBy(keyset.orderBy)
    .limit(rows * effort.walkedForEach);
  return db
    .selectFrom(next.as('item'))
    .where(compileItemQuery(indexed, moment))
    .select(['item.id', keyset.sortValue.as('sort_value'), uncounted])
    .orderBy(keyset.orderBy)
    .limit(rows)
    .as('page');
}

/** The page of all that match, if they are not too many: `matching` tells. */
function sortedPage(db: Database, viewer: Viewer, asked: Asked): Shown['page'] {
  const { search, keyset, effort } = asked;
  const all = itemsThat(db, viewer, { asked, query: search.query })
    .select(['item.id', keyset.sortValue.as('sort_value')])
    .limit(effort.mostSorted + 1);
  return db
    .selectFrom(all.as('page'))
    .select(['page.id', 'page.sort_value', sql<number>`(count(*) over ())::integer`.as('matching')])
    .orderBy(keyset.pageOrder)
    .limit(pageSize(search.limit) + 1)
    .as('page');
}

/** Every item of a search, by id: an item that changes meanwhile is neither lost nor doubled. */
export function streamItems(
  db: Database,
  viewer: Viewer,
  search: Pick<ItemSearch, 'query' | 'now'>,
): AsyncGenerator<ItemRow, void> {
  return everyRow((after) => listItems(db, viewer, { ...search, sort: 'id', after, limit: longestPage }));
}
