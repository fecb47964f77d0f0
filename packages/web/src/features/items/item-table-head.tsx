/** The head of the table of items: what the columns hold, and by which the rows are sorted. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ItemSort } from './item-list-queries.ts';
import styles from './item-table.module.css';

type Order = 'asc' | 'desc';

type ItemTableHeadProps = {
  readonly sort: ItemSort;
  readonly order: Order | undefined;
  /** The past is sorted by name only. */
  readonly isPast: boolean;
  readonly sortBy: (order: { readonly sort: ItemSort; readonly order: Order }) => void;
};

type Column = {
  readonly title: string;
  readonly sort?: ItemSort;
  readonly first?: Order;
  readonly cell: string;
};

const columns: readonly Column[] = [
  { title: 'Score', sort: 'score', first: 'desc', cell: 'score' },
  { title: 'Name', sort: 'name', first: 'asc', cell: 'name' },
  { title: 'Technology', cell: 'technology' },
  { title: 'Account', cell: 'account' },
  { title: 'Region', cell: 'region' },
  { title: 'Open issues', cell: 'issues' },
  { title: 'Last changed', sort: 'changed', first: 'desc', cell: 'changed' },
];

export function ItemTableHead({ sort, order, isPast, sortBy }: ItemTableHeadProps) {
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={`${styles['grid']} ${styles['head']}`}>
        {columns.map(({ title, sort: own, first = 'asc', cell }) => {
          const isCurrent = own === sort && !isPast;
          const direction = isCurrent ? (order ?? first) : undefined;
          return (
            <span
              key={title}
              role="columnheader"
              className={styles[cell]}
              aria-sort={
                direction === undefined ? undefined : direction === 'asc' ? 'ascending' : 'descending'
              }
            >
              {own === undefined || isPast ? (
                title
              ) : (
                <button
                  type="button"
                  className={styles['sort']}
                  onClick={() =>
                    sortBy({ sort: own, order: direction === undefined ? first : opposite(direction) })
                  }
                >
                  {title}
                  {direction === 'asc' && <IconArrowUp size={14} stroke={1.6} aria-hidden />}
                  {direction === 'desc' && <IconArrowDown size={14} stroke={1.6} aria-hidden />}
                </button>
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}

function opposite(order: Order): Order {
  return order === 'asc' ? 'desc' : 'asc';
}
