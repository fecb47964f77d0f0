/** The rows of items under a head that sorts. */
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRowKeys } from '../../components/list/use-row-keys.ts';
import { oneLine, rowId, VirtualGrid } from '../../components/list/virtual-grid.tsx';
import type { ItemRow, ItemSearch, ItemSort } from './item-list-queries.ts';
import { ItemTableHead } from './item-table-head.tsx';
import { ItemTableRow } from './item-table-row.tsx';

type ItemTableProps = {
  readonly items: readonly ItemRow[];
  readonly hasMore: boolean;
  readonly asked: ItemSearch;
  readonly sortBy: (order: { readonly sort: ItemSort; readonly order: 'asc' | 'desc' }) => void;
  readonly reached: (index: number) => void;
};

export function ItemTable({ items, hasMore, asked, sortBy, reached }: ItemTableProps) {
  const navigate = useNavigate();
  const keys = useMemo(() => items.map(({ id }) => id), [items]);
  const open = (id: string, inNewTab: boolean): void => {
    const href = `/items/${id}${asked.asOf === undefined ? '' : `?asOf=${encodeURIComponent(asked.asOf)}`}`;
    if (inNewTab) window.open(href, '_blank', 'noopener');
    else void navigate({ href });
  };
  const { focused, focus } = useRowKeys({ keys, open, what: 'item' });
  const draw = (index: number): React.ReactNode => {
    const item = items[index];
    if (item === undefined) return null;
    return (
      <ItemTableRow
        id={rowId(item.id)}
        item={item}
        rowIndex={index + 2}
        isFocused={focused === item.id}
        isFirst={focused === undefined && index === 0}
        focus={focus}
        open={open}
      />
    );
  };
  return (
    <VirtualGrid
      label="Items"
      keys={keys}
      heightOf={oneLine}
      total={hasMore ? -1 : items.length + 1}
      draw={draw}
      focused={focused}
      reached={reached}
      head={
        <ItemTableHead
          sort={asked.sort}
          order={asked.order}
          isPast={asked.asOf !== undefined}
          sortBy={sortBy}
        />
      }
    />
  );
}
