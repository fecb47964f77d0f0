/** What the cells mean. */
import { CellMark } from './cell-mark.tsx';
import type { CellState } from './cell-state.ts';
import styles from './coverage-legend.module.css';

type Entry = {
  readonly state: CellState;
  readonly words: string;
  readonly failed?: number;
  readonly age?: string;
};

const entries: readonly Entry[] = [
  { state: 'complete', words: 'complete' },
  { state: 'late', words: 'late, complete 3 h ago', age: '3 h' },
  { state: 'partly', words: 'some regions could not be looked at', failed: 5 },
  { state: 'unseen', words: 'could not look at any', failed: 1 },
  { state: 'inPart', words: 'complete, some checks unknown' },
  { state: 'absent', words: 'not in use' },
  { state: 'frozen', words: 'frozen' },
  { state: 'running', words: 'running' },
  { state: 'waiting', words: 'waiting' },
];

export function CoverageLegend() {
  return (
    <ul className={styles['legend']} aria-label="What the cells mean">
      {entries.map(({ state, words, failed = 0, age }) => (
        <li key={state}>
          <span className={styles['mark']}>
            <CellMark state={state} failed={failed} age={age} />
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}
