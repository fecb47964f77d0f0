/** Items as they stood at a moment, by when revisions became valid; late and back-filled ones count like any other. */
import { sql } from 'kysely';
import { indexedName } from '../../query/compile-common.ts';
import { changedBy, compilePastItemQuery } from '../../query/compile-past-items.ts';
import type { Query } from '../../query/query.ts';
import type { Database } from '../database/database.ts';
import type { RevisionKind, Row } from '../schema.ts';
import { type Viewer, visible } from '../viewer.ts';
import { accountsOf } from './accounts-of.ts';
import { type ItemRow, providerNames } from './item-row.ts';
import { keysetOf } from './keyset.ts';
import { everyRow, longestPage, type Page, pageOf, pageSize } from './page.ts';
import { type PastIssues, pastIssuesOf } from './past-issues.ts';

/** As a row of the present, but for what is not recorded of the past. */
export type PastItemRow = Omit<ItemRow, 'tags' | 'unknowns' | 'status'> & {
  /** Null when the config has changed since: tags are kept for the present only. */
  readonly tags: ItemRow['tags'] | null;
  /** Not recorded. */
  readonly unknowns: null;
  /** Whether it was frozen or unverified is not recorded. */
  readonly status: 'active' | 'deleted';
};

export type PastSearch = {
  /** Parsed with `pastItemVocabulary`. */
  readonly query: Query;
  readonly asOf: Date;
  readonly now: Date;
  /** `name` unless given. */
  readonly sort?: 'name' | 'id' | undefined;
  readonly after?: string | undefined;
  /** At most 1,000. */
  readonly limit: number;
};

type PastColumns = Pick<
  Row<'item'>,
  'id' | 'technology' | 'region' | 'name' | 'lineage' | 'identity' | 'tags' | 'first_seen'
> & {
  readonly account: string;
  readonly kind: RevisionKind;
  readonly same_config: boolean;
  readonly changed_at: Date;
};

const sorts = {
  name: { column: indexedName, type: 'text', order: 'asc' },
  id: { column: sql`item.id`, type: 'uuid', order: 'asc' },
} as const;

/** One page. Throws a CursorError when `after` is no cursor of this list. */
export async function listPastItems(
  db: Database,
  viewer: Viewer,
  search: PastSearch,
): Promise<Page<PastItemRow>> {
  const { asOf, sort = 'name' } = search;
  const limit = pageSize(search.limit);
  const keyset = keysetOf(`past.${sort}`, sorts[sort], sql`item.id`);
  const accounts = await accountsOf(db, viewer, search.query);
  const found = await pastItems(db, viewer, asOf)
    .select(sql<string>`${keyset.sortValue}::text`.as('sort_key'))
    .where(compilePastItemQuery(search.query, { now: search.now, asOf, accounts }))
    .where(keyset.after(search.after))
    .orderBy(keyset.orderBy)
    .limit(limit + 1)
    .execute();
  const page = pageOf(found, { limit, position: keyset.position });
  const issues = await pastIssuesOf(db, viewer, { items: page.rows.map(({ id }) => id), asOf });
  return { rows: page.rows.map((row) => pastItemRow(row, issues.get(row.id))), next: page.next };
}

/** Every item that a viewer may see and that had a revision by then, with the last one as `state`. */
export function pastItems(db: Database, viewer: Viewer, asOf: Date) {
  return db
    .selectFrom('item')
    .innerJoin('account', 'account.id', 'item.account_id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('revision')
          .selectAll('revision')
          .whereRef('revision.item_id', '=', 'item.id')
          .where('revision.valid_from', '<=', asOf)
          .orderBy('revision.valid_from', 'desc')
          .orderBy('revision.id', 'desc')
          .limit(1)
          .as('state'),
      (join) => join.onTrue(),
    )
    .where((eb) => visible(eb, viewer, 'item.account_id'))
    .select([
      'item.id',
      'account.name as account',
      'item.technology',
      'item.region',
      'item.name',
      'item.lineage',
      'item.identity',
      'item.tags',
      'item.first_seen',
      'state.kind',
      sql<boolean>`state.config_hash = item.config_hash`.as('same_config'),
      sql<Date>`${changedBy(asOf)}`.as('changed_at'),
    ]);
}

export function pastItemRow(columns: PastColumns, issues: PastIssues | undefined): PastItemRow {
  const deleted = columns.kind === 'deleted';
  return {
    id: columns.id,
    account: columns.account,
    technology: columns.technology,
    region: columns.region,
    name: columns.name,
    ...providerNames(columns.lineage),
    identity: columns.identity,
    tags: columns.same_config ? columns.tags : null,
    score: deleted ? 0 : (issues?.score ?? 0),
    openIssues: deleted ? 0 : (issues?.open ?? 0),
    unknowns: null,
    firstSeen: columns.first_seen,
    lastChanged: columns.changed_at,
    status: deleted ? 'deleted' : 'active',
  };
}

/** Every item of a search of the past, by id. */
export function streamPastItems(
  db: Database,
  viewer: Viewer,
  search: Pick<PastSearch, 'query' | 'asOf' | 'now'>,
): AsyncGenerator<PastItemRow, void> {
  return everyRow((after) => listPastItems(db, viewer, { ...search, sort: 'id', after, limit: longestPage }));
}
