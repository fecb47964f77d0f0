/** One account in a matrix, and the row that stands for all that are complete. */
import { Provided } from '../../components/provided.tsx';
import { useClock } from '../../stores/clock.ts';
import { counted } from '../../words/count.ts';
import { plainText } from '../../words/plain-text.ts';
import { age } from '../../words/time.ts';
import { CellMark } from './cell-mark.tsx';
import { ageOf, cellName, shortAge } from './cell-state.ts';
import type { CellPlace } from './chosen-cell.ts';
import styles from './coverage-matrix.module.css';
import { columnsOf } from './grid-columns.ts';
import { type MatrixRow, oldestOf } from './matrix-rows.ts';

export const foldKey = 'fold';

type MatrixRowLineProps = {
  readonly row: MatrixRow;
  readonly rowIndex: number;
  /** The column that Tab leads to, if it is in this row. */
  readonly current: number | undefined;
  /** The chosen technology, if it is in this row. */
  readonly chosen: string | undefined;
  readonly idOf: (column: number) => string;
  readonly focus: (column: number) => void;
  readonly choose: (cell: CellPlace) => void;
};

export function MatrixRowLine({ row, rowIndex, current, chosen, idOf, focus, choose }: MatrixRowLineProps) {
  const { now } = useClock();
  const { accountId, account, cells } = row;
  const oldest = oldestOf(row, (at) => age(now.getTime() - Date.parse(at)));
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={styles['row']}
      style={{ gridTemplateColumns: columnsOf(cells.length) }}
    >
      <span role="rowheader" aria-colindex={1} className={styles['name']} title={plainText(account)}>
        <Provided text={account} longest={24} />
      </span>
      {cells.map(({ cell, technology, state, looked }, column) => (
        <span key={technology} role="gridcell" aria-colindex={column + 2} className={styles['cell']}>
          <button
            type="button"
            id={idOf(column)}
            tabIndex={column === current ? 0 : -1}
            aria-label={cellName({
              cell,
              state,
              account: plainText(account),
              technology,
              looked,
            })}
            aria-pressed={chosen === technology}
            aria-disabled={cell === undefined}
            className={styles['choose']}
            onFocus={() => focus(column)}
            onClick={() => {
              if (cell !== undefined) choose({ accountId, technology });
            }}
          >
            <CellMark
              state={state}
              failed={cell?.scopes.failed ?? 0}
              age={cell && shortAge(ageOf(cell, now) ?? '')}
            />
          </button>
        </span>
      ))}
      <span role="gridcell" aria-colindex={cells.length + 2} className={styles['oldest']}>
        {oldest}
      </span>
    </div>
  );
}

type FoldRowProps = {
  readonly id: string;
  readonly count: number;
  readonly rowIndex: number;
  readonly isCurrent: boolean;
  readonly open: () => void;
};

export function FoldRow({ id, count, rowIndex, isCurrent, open }: FoldRowProps) {
  return (
    <div role="row" aria-rowindex={rowIndex} className={styles['fold']}>
      <span role="gridcell" aria-colindex={1}>
        <button type="button" id={id} tabIndex={isCurrent ? 0 : -1} onClick={open}>
          {counted(count, 'more account is', 'more accounts are')} complete. Show{' '}
          {count === 1 ? 'it' : 'them'}
        </button>
      </span>
    </div>
  );
}
