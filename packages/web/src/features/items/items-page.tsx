/** Items: a query, what it may be narrowed by, and the rows. Everything stands in the address. */

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { itemFacetsQuery } from '../../api/facets.ts';
import { ExportMenu } from '../../components/export-menu.tsx';
import { Empty, Failed, SkeletonRows } from '../../components/page-state.tsx';
import { QueryBox } from '../../components/query/query-box.tsx';
import { queryErrorOf } from '../../components/query/query-error.ts';
import { useFrame } from '../../stores/frame.ts';
import { atLeast, counted } from '../../words/count.ts';
import { Facets } from './facets.tsx';
import { type ItemSearch, itemsQuery, sortOf } from './item-list-queries.ts';
import { ItemTable } from './item-table.tsx';
import styles from './items-page.module.css';

/** The next page is asked for when so much of the last one has been drawn. */
const near = 40;

export function ItemsPage() {
  useFrame([{ label: 'Items' }]);
  const search = useSearch({ from: '/shell/items' });
  const navigate = useNavigate({ from: '/items' });
  const asked = searchOf(search);
  const { list, items, reached } = useItems(asked);
  const { data: facets } = useQuery({ ...itemFacetsQuery(asked.query), placeholderData: keepPreviousData });
  const { hasNextPage, error } = list;
  const change = (changed: Partial<typeof search>, isStep = true): void =>
    void navigate({ search: { ...search, ...changed }, replace: !isStep });
  const ask = (query: string, isStep = true): void =>
    change({ query: query === '' ? undefined : query }, isStep);
  const total = facets && totalWords(facets);
  return (
    <>
      <h1 className="visually-hidden">{total === undefined ? 'Items' : `Items: ${total} found`}</h1>
      <div className={styles['query']}>
        <QueryBox
          label="Search the items"
          placeholder="account, technology, region, tag, name, address, text"
          of="items"
          value={asked.query}
          change={(query, how) => ask(query, how === 'entered')}
          error={queryErrorOf(error, { typed: asked.query, before: '' })}
          unborne={facets?.notes}
          note={<span aria-live="polite">{total}</span>}
        />
      </div>
      <div className={styles['columns']}>
        <Facets facets={facets} query={asked.query} narrow={ask} />
        <section className={styles['panel']} aria-label="Items found">
          <ListHead
            total={total ?? 'Items'}
            note={facets && openWords(facets)}
            query={asked.query}
            asOf={asked.asOf}
          />
          {list.isPending && <SkeletonRows rows={14} />}
          {error !== null && items.length === 0 && (
            <Failed error={error} what="The list" again={() => void list.refetch()} />
          )}
          {!list.isPending && error === null && items.length === 0 && <NoItem query={asked.query} />}
          {items.length > 0 && (
            <div data-dimmed={error !== null || undefined} className={styles['result']}>
              <ItemTable
                items={items}
                hasMore={hasNextPage}
                asked={asked}
                sortBy={change}
                reached={reached}
              />
            </div>
          )}
        </section>
      </div>
    </>
  );
}

/** The rows so far, and what asks for more when a row near their end is drawn. */
function useItems(asked: ItemSearch) {
  const list = useInfiniteQuery({ ...itemsQuery(asked), placeholderData: keepPreviousData });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const items = useMemo(() => (data?.pages ?? []).flatMap(({ rows }) => rows), [data]);
  const reached = useCallback(
    (index: number) => {
      if (hasNextPage && !isFetchingNextPage && index >= items.length - near) void fetchNextPage();
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage, items.length],
  );
  return { list, items, reached };
}

type ListHeadProps = {
  readonly total: string;
  readonly note: string | undefined;
  readonly query: string;
  readonly asOf: string | undefined;
};

/** How many there are, and the same list as a file. */
function ListHead({ total, note, query, asOf }: ListHeadProps) {
  return (
    <header className={styles['bar']}>
      <strong>{total}</strong>
      <span className="quiet">{note}</span>
      <div className={styles['export']}>
        <ExportMenu lists={[{ list: 'items', asked: { query, asOf } }]} />
      </div>
    </header>
  );
}

type Search = Readonly<Partial<Record<'query' | 'sort' | 'order' | 'asOf', string | undefined>>>;

function searchOf({ query, sort, order, asOf }: Search): ItemSearch {
  return {
    query: query?.trim() ?? '',
    sort: sortOf(sort),
    order: order === 'asc' || order === 'desc' ? order : undefined,
    asOf,
  };
}

type Total = { readonly total: number; readonly atLeast: boolean };

/** "24,187 items" */
function totalWords({ total, atLeast: isMore }: Total): string {
  return `${atLeast(total, !isMore)} ${total === 1 ? 'item' : 'items'}`;
}

function openWords({
  facets,
}: {
  readonly facets: Readonly<Record<string, readonly { readonly count: number; readonly value: string }[]>>;
}): string {
  const critical = facets['severity']?.find(({ value }) => value === 'critical')?.count ?? 0;
  return critical === 0 ? '' : `${counted(critical, 'has', 'have')} a critical issue`;
}

function NoItem({ query }: { readonly query: string }) {
  if (query === '')
    return (
      <Empty kind="search" title="No item is recorded yet">
        Items appear as soon as an account has been looked at.
      </Empty>
    );
  return (
    <Empty kind="search" title="No item matches">
      <code>{query}</code>
    </Empty>
  );
}
