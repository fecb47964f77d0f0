/** Rows of fixed heights, drawn as they come into view; the focused one has the focus of the document. */
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
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
  /** What takes the focus in a row, by its id; the row itself unless given. */
  readonly idOf?: (key: string) => string;
  /** How many columns there are where single cells take the focus. */
  readonly columns?: number;
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
  idOf = rowId,
  columns,
}: VirtualGridProps) {
  const place = useRef<HTMLDivElement>(null);
  const above = useAbove(place);
  // A new function makes the virtualizer measure every row anew: once for each list, height and density.
  const density = oneLine();
  const getItemKey = useCallback((index: number) => keys[index] ?? index, [keys, heightOf, density]);
  const virtualizer = useWindowVirtualizer({
    count: keys.length,
    estimateSize: heightOf,
    getItemKey,
    overscan: 8,
    scrollMargin: above,
    scrollPaddingStart: 160,
    scrollPaddingEnd: 80,
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  useEffect(() => reached(lastDrawn), [lastDrawn, reached]);
  useFocusInView({ keys, focused, idOf, scrollTo: virtualizer.scrollToIndex });
  return (
    <div
      role="grid"
      aria-label={label}
      aria-multiselectable={columns === undefined || undefined}
      aria-rowcount={total}
      aria-colcount={columns}
    >
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

/** How far down the page the rows begin; what is above them may come later, or grow. */
function useAbove(place: React.RefObject<HTMLDivElement | null>): number {
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const top = place.current?.getBoundingClientRect().top ?? 0;
      setAbove(Math.round(top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [place]);
  return above;
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
  readonly idOf: (key: string) => string;
  readonly scrollTo: (index: number, options: { readonly align: 'auto' }) => void;
};

/** Unless the focus is elsewhere on purpose. */
function useFocusInView({ keys, focused, idOf, scrollTo }: FocusInView): void {
  const last = useRef<string>(undefined);
  const id = focused === undefined ? undefined : idOf(focused);
  useEffect(() => {
    if (focused === undefined || id === undefined || last.current === id) return;
    const index = keys.indexOf(focused);
    if (index === -1) return;
    last.current = id;
    const { activeElement } = document;
    const isElsewhere = activeElement !== document.body && !activeElement?.closest('[role=grid]');
    if (activeElement?.id === id) return;
    scrollTo(index, { align: 'auto' });
    if (isElsewhere) return;
    focusSoon(id, 4);
  }, [keys, focused, id, scrollTo]);
}

/** A row that was out of view is drawn some frames after the page was scrolled. */
function focusSoon(id: string, frames: number): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (element === null && frames > 0) focusSoon(id, frames - 1);
  });
}
