/** How much is complete, and what failed in which way; each figure leads to where it is most. */
import { Link } from '@tanstack/react-router';
import { useTechnologyTitle } from '../../api/catalogue.ts';
import { Provided } from '../../components/provided.tsx';
import { counted, number } from '../../words/count.ts';
import { cellKey } from './chosen-cell.ts';
import { classWords } from './class-words.ts';
import styles from './coverage-figures.module.css';
import type { Cell } from './coverage-queries.ts';
import { type ClassFigure, failuresOf, freezesOf, type Totals } from './totals.ts';

type CoverageFiguresProps = { readonly cells: readonly Cell[]; readonly totals: Totals };

const most = 4;

export function CoverageFigures({ cells, totals }: CoverageFiguresProps) {
  const failures = failuresOf(cells);
  return (
    <div className={styles['figures']}>
      <CompleteFigure totals={totals} />
      {failures.slice(0, most).map((figure) => (
        <ClassLink key={figure.class} figure={figure} />
      ))}
      {failures.length > most && (
        <Link className={styles['figure']} to="/coverage" search={{ view: 'scopes', state: 'failed' }}>
          <p className={styles['count']}>
            <strong>{number(failures.length - most)}</strong> more causes
          </p>
          <p className={styles['where']}>All scopes that could not be looked at</p>
        </Link>
      )}
      {freezesOf(cells).map((figure) => (
        <ClassLink key={figure.class} figure={figure} state="frozen" />
      ))}
    </div>
  );
}

function CompleteFigure({ totals: { complete, failed, frozen, never, all } }: { readonly totals: Totals }) {
  const rest = failed + never;
  const share = all - frozen === 0 ? 0 : Math.floor((complete / (all - frozen)) * 1_000) / 10;
  return (
    <div className={styles['figure']}>
      <p className={styles['head']}>
        <span>Complete</span>
        <strong>{share} %</strong>
      </p>
      <span className={styles['bar']} role="img" aria-label={`${number(complete)} of ${number(all)} scopes`}>
        <span className={styles['complete']} style={{ flexGrow: complete }} />
        {frozen > 0 && <span className={styles['frozen']} style={{ flexGrow: frozen }} />}
        {rest > 0 && <span className={`${styles['rest']} hatch-fine`} style={{ flexGrow: rest }} />}
      </span>
      <p className={styles['where']}>
        {number(complete)} of {counted(all, 'scope')}
      </p>
    </div>
  );
}

type ClassLinkProps = { readonly figure: ClassFigure; readonly state?: 'frozen' };

function ClassLink({ figure: { class: failure, scopes, first, cells }, state }: ClassLinkProps) {
  const titleOf = useTechnologyTitle();
  return (
    <Link
      className={styles['figure']}
      to="/coverage"
      search={(search) => ({ ...search, cell: cellKey(first) })}
      resetScroll={false}
    >
      <p className={styles['count']}>
        <strong>{number(scopes)}</strong>{' '}
        {state === undefined
          ? classWords(failure).toLowerCase()
          : `frozen: ${classWords(failure).toLowerCase()}`}
      </p>
      <p className={styles['where']}>
        <Provided text={first.account} longest={24} />, {titleOf(first.technology)}
        {cells > 1 && `, and ${number(cells - 1)} more`}
      </p>
    </Link>
  );
}
