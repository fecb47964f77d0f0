/** What a cell looks like in each state; only what could not be looked at is hatched. */
import { IconLoader2, IconMinus, IconSnowflake } from '@tabler/icons-react';
import { number } from '../../words/count.ts';
import styles from './cell-mark.module.css';
import type { CellState } from './cell-state.ts';

type CellMarkProps = {
  readonly state: CellState;
  /** Scopes that could not be looked at. */
  readonly failed?: number;
  /** How old a late one is, short. */
  readonly age?: string | undefined;
};

export function CellMark({ state, failed = 0, age }: CellMarkProps) {
  return (
    <span className={styles['mark']} data-state={state} aria-hidden>
      <Inside state={state} failed={failed} age={age} />
    </span>
  );
}

function Inside({ state, failed = 0, age }: CellMarkProps) {
  if (state === 'unseen')
    return <span className={`${styles['whole']} hatch`}>{failed > 0 && <b>{number(failed)}</b>}</span>;
  if (state === 'partly')
    return (
      <span className={`${styles['part']} hatch`}>
        <b>{number(failed)}</b>
      </span>
    );
  if (state === 'inPart') return <span className={`${styles['sliver']} hatch-fine`} />;
  if (state === 'late') return <>{age}</>;
  if (state === 'frozen') return <IconSnowflake size={14} stroke={1.6} />;
  if (state === 'running') return <IconLoader2 size={14} stroke={1.6} />;
  if (state === 'absent') return <IconMinus size={12} stroke={1.6} />;
  return null;
}
