/** Rows of fixed heights, drawn as they come into view; the focused one has the focus of the document. */
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import styles from './virtual-grid.module.css';

type VirtualGridProps = {
  readonly label: string;
  /** Identifies rows over changes of the data. */
  readonly keys: readonly string[];
  readonly heightOf: (index: number) => number;
  /** How many rows there are in all, -1 where that is not known. */
  readonly total: number;
  readonly draw: (index: number) => React.ReactNode;
  /** The key of the row that has the focus. */
  readonly focused: string | undefined;
  /** The row of this index was drawn: more may have to be asked for. */
  readonly reached: (index: number) => void;
  readonly head?: React.ReactNode;
};

export function VirtualGrid({
  label,
  keys,
  heightOf,
  total,
  draw,
  focused,
  reached,
  head,
}: VirtualGridProps) {
  const place = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const top = place.current?.getBoundingClientRect().top ?? 0;
    setAbove(top + window.scrollY);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: keys.length,
    estimateSize: heightOf,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 8,
    scrollMargin: above,
    scrollPaddingStart: 160,
    scrollPaddingEnd: 80,
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  useEffect(() => reached(lastDrawn), [lastDrawn, reached]);
  useFocusInView({ keys, focused, scrollTo: virtualizer.scrollToIndex });
  return (
    <div role="grid" aria-label={label} aria-multiselectable aria-rowcount={total}>
      {head}
      <div
        ref={place}
        role="rowgroup"
        className={styles['rows']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {drawn.map(({ index, key, start }) => (
          <div
            key={key}
            role="presentation"
            className={styles['slot']}
            style={{ transform: `translateY(${start - above}px)` }}
          >
            {draw(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The id of a row's element. */
export function rowId(key: string): string {
  return `row-${key}`;
}

/** Rows of two lines, as the style sheet has them: density and screen decide. */
export function twoLines(): number {
  if (window.matchMedia('(max-width: 639px)').matches) return 72;
  return document.documentElement.dataset['density'] === 'compact' ? 42 : 48;
}

/** Rows of one line; on small screens they have two. */
export function oneLine(): number {
  if (window.matchMedia('(max-width: 639px)').matches) return 64;
  return document.documentElement.dataset['density'] === 'compact' ? 30 : 36;
}

type FocusInView = {
  readonly keys: readonly string[];
  readonly focused: string | undefined;
  readonly scrollTo: (index: number, options: { readonly align: 'auto' }) => void;
};

/** Unless the focus is elsewhere on purpose. */
function useFocusInView({ keys, focused, scrollTo }: FocusInView): void {
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (focused === undefined || last.current === focused) return;
    const index = keys.indexOf(focused);
    if (index === -1) return;
    last.current = focused;
    const { activeElement } = document;
    const isElsewhere = activeElement !== document.body && !activeElement?.closest('[role=grid]');
    if (activeElement?.id === rowId(focused)) return;
    scrollTo(index, { align: 'auto' });
    if (isElsewhere) return;
    requestAnimationFrame(() => document.getElementById(rowId(focused))?.focus({ preventScroll: true }));
  }, [keys, focused, scrollTo]);
}
