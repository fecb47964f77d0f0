/** One matrix: the accounts of a type by their technologies, a cell for each, under the arrow keys. */
import { useCallback, useMemo, useState } from 'react';
import { useTechnologyTitle } from '../../api/catalogue.ts';
import { VirtualGrid } from '../../components/list/virtual-grid.tsx';
import { counted } from '../../words/count.ts';
import type { CellPlace } from './chosen-cell.ts';
import styles from './coverage-matrix.module.css';
import { columnsOf, headHeight } from './grid-columns.ts';
import { FoldRow, foldKey, MatrixRowLine } from './matrix-row.tsx';
import { foldedOf, type Matrix } from './matrix-rows.ts';
import { movedInGrid } from './move-in-grid.ts';

type CoverageMatrixProps = {
  readonly matrix: Matrix;
  readonly title: string;
  readonly chosen: CellPlace | undefined;
  readonly choose: (cell: CellPlace) => void;
};

type Focus = { readonly key: string; readonly column: number };

export function CoverageMatrix({ matrix, title, chosen, choose }: CoverageMatrixProps) {
  const { technologies, rows, type } = matrix;
  const [isOpen, setOpen] = useState(false);
  const { shown, folded } = useMemo(
    () => foldedOf(rows, isOpen, chosen?.accountId),
    [rows, isOpen, chosen?.accountId],
  );
  const keys = useMemo(
    () => [...shown.map(({ accountId }) => accountId), ...(folded.length > 0 ? [foldKey] : [])],
    [shown, folded],
  );
  const { focused, current, column, focus, onKeyDown } = useGridFocus(keys, technologies.length);
  const idOf = useCallback((key: string) => elementId(type, key, column), [type, column]);
  const draw = (index: number): React.ReactNode => {
    const row = shown[index];
    if (row === undefined)
      return (
        <FoldRow
          id={elementId(type, foldKey, 0)}
          count={folded.length}
          rowIndex={index + 2}
          isCurrent={current === foldKey}
          open={() => setOpen(true)}
        />
      );
    return (
      <MatrixRowLine
        row={row}
        rowIndex={index + 2}
        current={current === row.accountId ? column : undefined}
        chosen={chosen?.accountId === row.accountId ? chosen.technology : undefined}
        idOf={(at) => elementId(type, row.accountId, at)}
        focus={(at) => focus(row.accountId, at)}
        choose={choose}
      />
    );
  };
  const minWidth = `calc(var(--least) + ${technologies.length} * 32px)`;
  return (
    <div className={styles['scroll']} onKeyDown={onKeyDown}>
      <div style={{ minWidth }}>
        <VirtualGrid
          label={`Coverage of ${counted(rows.length, title)}`}
          keys={keys}
          heightOf={rowHeight}
          total={keys.length + 1}
          columns={technologies.length + 2}
          draw={draw}
          focused={focused}
          idOf={idOf}
          reached={nothing}
          head={<MatrixHead title={title} technologies={technologies} chosen={chosen?.technology} />}
        />
      </div>
    </div>
  );
}

/** Which cell the arrow keys have led to; the first one before that. */
function useGridFocus(keys: readonly string[], columns: number) {
  const [at, setAt] = useState<Focus>();
  const isThere = at !== undefined && keys.includes(at.key);
  const current = isThere ? at.key : keys[0];
  const column = at?.column ?? 0;
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const row = Math.max(0, keys.indexOf(current ?? ''));
    const to = movedInGrid({ row, column }, keyOf(event), { rows: keys.length, columns });
    const key = to === undefined ? undefined : keys[to.row];
    if (to === undefined || key === undefined) return;
    event.preventDefault();
    setAt({ key, column: to.column });
  };
  const focus = (key: string, wanted: number): void => setAt({ key, column: wanted });
  return { focused: at?.key, current, column, focus, onKeyDown };
}

const nothing = (): void => undefined;

function keyOf({ key, ctrlKey, metaKey }: React.KeyboardEvent): string {
  return ctrlKey || metaKey ? `Ctrl+${key}` : key;
}

/** A fold has one cell only. */
function elementId(type: string, key: string, column: number): string {
  return `cell-${type}-${key}-${key === foldKey ? 0 : column}`;
}

function rowHeight(): number {
  if (window.matchMedia('(pointer: coarse), (max-width: 639px)').matches) return 48;
  return document.documentElement.dataset['density'] === 'compact' ? 28 : 32;
}

type MatrixHeadProps = {
  readonly title: string;
  readonly technologies: readonly string[];
  readonly chosen: string | undefined;
};

function MatrixHead({ title, technologies, chosen }: MatrixHeadProps) {
  const titleOf = useTechnologyTitle();
  return (
    <div role="rowgroup">
      <div
        role="row"
        aria-rowindex={1}
        className={`${styles['row']} ${styles['head']}`}
        style={{
          gridTemplateColumns: columnsOf(technologies.length),
          height: headHeight(technologies.map(titleOf)),
        }}
      >
        <span role="columnheader" aria-colindex={1} className={styles['corner']}>
          {title}
        </span>
        {technologies.map((technology, index) => (
          <span
            key={technology}
            role="columnheader"
            aria-colindex={index + 2}
            className={styles['technology']}
            data-chosen={technology === chosen || undefined}
          >
            <span>{titleOf(technology)}</span>
          </span>
        ))}
        <span role="columnheader" aria-colindex={technologies.length + 2} className={styles['oldest']}>
          Oldest look
        </span>
      </div>
    </div>
  );
}
