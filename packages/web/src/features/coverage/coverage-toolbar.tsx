/** Above the cells: the matrix or the list of scopes, and which of the scopes. */
import { Link } from '@tanstack/react-router';
import { ExportMenu } from '../../components/export-menu.tsx';
import { number } from '../../words/count.ts';
import type { ScopeState } from './coverage-queries.ts';
import styles from './coverage-toolbar.module.css';
import type { Totals } from './totals.ts';

type CoverageToolbarProps = {
  readonly isList: boolean;
  readonly state: ScopeState | undefined;
  readonly totals: Totals;
};

const views = [
  { view: undefined, label: 'Accounts by technologies' },
  { view: 'scopes', label: 'List of scopes' },
] as const;

/** A link is the current one only when the whole address is its own. */
const exactly = { exact: true, includeSearch: true, explicitUndefined: true };

export function CoverageToolbar({ isList, state, totals }: CoverageToolbarProps) {
  return (
    <div className={styles['toolbar']}>
      <nav className={styles['tabs']} aria-label="View">
        {views.map(({ view, label }) => (
          <Link
            key={label}
            to="/coverage"
            search={(search) => ({ ...search, view, state: undefined })}
            activeOptions={exactly}
            className={styles['tab']}
            data-current={isList === (view === 'scopes') || undefined}
            aria-current={isList === (view === 'scopes') ? 'page' : undefined}
            resetScroll={false}
          >
            {label}
          </Link>
        ))}
      </nav>
      {isList && <States state={state} totals={totals} />}
      <div className={styles['export']}>
        <ExportMenu
          lists={[
            isList
              ? { list: 'coverage', title: 'Scopes', asked: { state } }
              : { list: 'coverage/matrix', title: 'Accounts by technologies' },
            { list: 'unknowns', title: 'Unknown checks' },
            { list: 'failures', title: 'What could not be looked at' },
          ]}
        />
      </div>
    </div>
  );
}

type StateTab = { readonly state: ScopeState | undefined; readonly label: string; readonly count: number };

function States({ state, totals }: Omit<CoverageToolbarProps, 'isList'>) {
  const tabs: readonly StateTab[] = [
    { state: undefined, label: 'All', count: totals.all },
    { state: 'failed', label: 'Could not look', count: totals.failed },
    { state: 'never', label: 'Waiting', count: totals.never },
    { state: 'frozen', label: 'Frozen', count: totals.frozen },
    { state: 'complete', label: 'Complete', count: totals.complete },
  ];
  return (
    <nav className={`${styles['tabs']} ${styles['states']}`} aria-label="State">
      {tabs.map((tab) => (
        <Link
          key={tab.label}
          to="/coverage"
          search={(search) => ({ ...search, state: tab.state })}
          activeOptions={exactly}
          className={styles['tab']}
          data-current={tab.state === state || undefined}
          aria-current={tab.state === state ? 'page' : undefined}
          resetScroll={false}
        >
          {tab.label}
          <span>{number(tab.count)}</span>
        </Link>
      ))}
    </nav>
  );
}
