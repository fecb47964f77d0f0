/** One scope in the list: where it is, how it stands, and why. */
import { useTechnologyTitle } from '../../api/catalogue.ts';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { CellMark } from './cell-mark.tsx';
import type { CellState } from './cell-state.ts';
import { classWords } from './class-words.ts';
import type { Scope, ScopeState } from './coverage-queries.ts';
import { permissionOf } from './matrix-rows.ts';
import styles from './scope-list.module.css';

type ScopeRowProps = {
  readonly id: string;
  readonly scope: Scope;
  readonly rowIndex: number;
  readonly isFocused: boolean;
  readonly isFirst: boolean;
  readonly focus: () => void;
  readonly open: () => void;
};

const states: Readonly<Record<ScopeState, { readonly mark: CellState; readonly words: string }>> = {
  failed: { mark: 'unseen', words: 'could not look' },
  never: { mark: 'waiting', words: 'waiting' },
  frozen: { mark: 'frozen', words: 'frozen' },
  complete: { mark: 'complete', words: 'complete' },
};

export function ScopeRow({ id, scope, rowIndex, isFocused, isFirst, focus, open }: ScopeRowProps) {
  const titleOf = useTechnologyTitle();
  const { account, technology, region, state, running, lastComplete, lastAttempt } = scope;
  const { mark, words } = states[state];
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={rowIndex}
      tabIndex={isFocused || isFirst ? 0 : -1}
      className={`${styles['grid']} ${styles['row']}`}
      data-focused={isFocused || undefined}
      onClick={() => {
        focus();
        open();
      }}
      onFocus={focus}
    >
      <span role="gridcell" className={styles['state']}>
        <span className={styles['mark']}>
          <CellMark state={running && state === 'never' ? 'running' : mark} />
        </span>
        <span className={styles['words']}>{running ? 'running' : words}</span>
      </span>
      <span role="gridcell" className={styles['account']}>
        <Provided text={account} longest={28} />
      </span>
      <span role="gridcell" className={styles['technology']}>
        {titleOf(technology)}
      </span>
      <span role="gridcell" className={styles['region']}>
        <Provided text={region} longest={20} />
      </span>
      <span role="gridcell" className={styles['why']}>
        <Why failure={scope.failure ?? scope.past} />
      </span>
      <span role="gridcell" className={styles['complete']}>
        {lastComplete === null ? (
          <span className="quiet">never</span>
        ) : (
          <Moment at={lastComplete} stale={state === 'failed'} />
        )}
      </span>
      <span role="gridcell" className={styles['attempt']}>
        {lastAttempt !== null && <Moment at={lastAttempt} />}
      </span>
    </div>
  );
}

function Why({ failure }: Pick<Scope, 'failure'>) {
  if (failure === null) return null;
  const permission = permissionOf(failure);
  return (
    <>
      {classWords(failure.class)}{' '}
      {permission !== undefined && <Provided text={permission} mono longest={40} />}
    </>
  );
}
