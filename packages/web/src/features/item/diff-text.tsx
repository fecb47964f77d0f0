/** The text of a difference, in one column or in two; equal parts fold. */
import { Fragment, useMemo, useState } from 'react';
import { counted } from '../../words/count.ts';
import { plainText } from '../../words/plain-text.ts';
import { type DiffPart, type DiffRow, foldedRows } from './diff-rows.ts';
import { sidesOf } from './diff-sides.ts';
import styles from './diff-view.module.css';

type DiffTextProps = { readonly rows: readonly DiffRow[] };

const signs = { equal: '', added: '+', removed: '−' };

function useFolds(rows: readonly DiffRow[]) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const parts = useMemo(() => foldedRows(rows, opened), [rows, opened]);
  return { parts, open: (from: number): void => setOpened(new Set([...opened, from])) };
}

export function UnifiedText({ rows }: DiffTextProps) {
  const { parts, open } = useFolds(rows);
  return (
    <div className={styles['text']} tabIndex={0} role="region" aria-label="Difference as text">
      {parts.map((part) =>
        part.kind === 'fold' ? (
          <Fold key={`fold ${part.from}`} part={part} open={open} />
        ) : (
          <div key={part.index} className={styles['row']} data-kind={part.row.kind}>
            <span className={styles['number']} data-number={part.row.before ?? ''} />
            <span className={styles['number']} data-number={part.row.after ?? ''} />
            <span className={styles['mark']}>{signs[part.row.kind]}</span>
            <Words row={part.row} />
          </div>
        ),
      )}
    </div>
  );
}

export function SideBySide({ rows }: DiffTextProps) {
  const { parts, open } = useFolds(rows);
  return (
    <div
      className={`${styles['text']} ${styles['sides']}`}
      tabIndex={0}
      role="region"
      aria-label="Difference side by side"
    >
      {sidesOf(parts).map((side) =>
        side.kind === 'fold' ? (
          <Fold key={`fold ${side.from}`} part={side} open={open} />
        ) : (
          <Fragment key={side.key}>
            <Cell row={side.left} number={side.left?.before} />
            <Cell row={side.right} number={side.right?.after} />
          </Fragment>
        ),
      )}
    </div>
  );
}

type CellProps = { readonly row: DiffRow | undefined; readonly number: number | undefined };

function Cell({ row, number }: CellProps) {
  return (
    <div className={styles['cell']} data-kind={row?.kind ?? 'none'}>
      <span className={styles['number']} data-number={number ?? ''} />
      <span className={styles['mark']}>{row === undefined ? '' : signs[row.kind]}</span>
      {row === undefined ? <span /> : <Words row={row} />}
    </div>
  );
}

function Words({ row: { parts } }: { readonly row: DiffRow }) {
  return (
    <span className={styles['words']}>
      {parts.map(({ text, isMarked }, index) =>
        isMarked ? <mark key={`${index} ${text}`}>{plainText(text)}</mark> : plainText(text),
      )}
    </span>
  );
}

type FoldProps = {
  readonly part: Extract<DiffPart, { readonly kind: 'fold' }>;
  readonly open: (from: number) => void;
};

function Fold({ part: { from, count }, open }: FoldProps) {
  return (
    <button type="button" className={styles['fold']} onClick={() => open(from)}>
      {counted(count, 'equal line')}
    </button>
  );
}
