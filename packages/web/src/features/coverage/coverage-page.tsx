/** Coverage: what could not be looked at and why, above what could; as a matrix or scope by scope. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Account, accountsQuery, accountTypesQuery } from '../../api/accounts.ts';
import { technologiesQuery } from '../../api/catalogue.ts';
import { FailedPlugins } from '../../components/failed-plugins.tsx';
import { Empty, Failed, SkeletonRows } from '../../components/page-state.tsx';
import { useClock } from '../../stores/clock.ts';
import { useFrame } from '../../stores/frame.ts';
import { counted, listed } from '../../words/count.ts';
import { plainText } from '../../words/plain-text.ts';
import { CellPeekPlace } from './cell-peek-place.tsx';
import { type CellPlace, cellKey, cellOf } from './chosen-cell.ts';
import { CoverageFigures } from './coverage-figures.tsx';
import { CoverageLegend } from './coverage-legend.tsx';
import { CoverageMatrix } from './coverage-matrix.tsx';
import styles from './coverage-page.module.css';
import { type Cell, matrixQuery, scopeStates } from './coverage-queries.ts';
import { CoverageToolbar } from './coverage-toolbar.tsx';
import { CoverageVerdict } from './coverage-verdict.tsx';
import { type Matrix, type MatrixCell, matricesOf } from './matrix-rows.ts';
import { ScopeList } from './scope-list.tsx';
import { totalsOf, unreadOf } from './totals.ts';

export function CoveragePage() {
  useFrame([{ label: 'Coverage' }]);
  const { data: cells, error, refetch } = useQuery(matrixQuery);
  const { data: accounts, error: withoutAccounts, refetch: again } = useQuery(accountsQuery);
  if (error !== null) return <Failed error={error} what="Coverage" isPage again={() => void refetch()} />;
  if (withoutAccounts !== null)
    return <Failed error={withoutAccounts} what="The accounts" isPage again={() => void again()} />;
  if (cells === undefined || accounts === undefined) return <SkeletonRows rows={12} />;
  if (accounts.length === 0) return <NoAccount />;
  return <LoadedCoverage cells={cells} accounts={accounts} />;
}

type LoadedProps = { readonly cells: readonly Cell[]; readonly accounts: readonly Account[] };

function LoadedCoverage({ cells, accounts }: LoadedProps) {
  const search = useSearch({ from: '/shell/coverage' });
  const navigate = useNavigate({ from: '/coverage' });
  const matrices = useMatrices({ cells, accounts });
  const totals = useMemo(() => totalsOf(cells), [cells]);
  const chosen = cellOf(search.cell);
  const shown = chosen === undefined ? undefined : findCell(matrices, chosen);
  const choose = (cell: CellPlace | undefined): void =>
    void navigate({
      search: { ...search, cell: cell === undefined ? undefined : cellKey(cell) },
      replace: search.cell !== undefined,
      resetScroll: false,
    });
  const isList = search.view === 'scopes';
  const state = scopeStates.find((one) => one === search.state);
  return (
    <>
      <CoverageVerdict totals={totals} unread={unreadOf(cells)} />
      <FailedPlugins />
      {cells.length > 0 && <CoverageFigures cells={cells} totals={totals} />}
      <div className={styles['columns']} data-peek={shown?.cell === undefined ? undefined : true}>
        <section className={styles['panel']} aria-label="Scopes">
          <CoverageToolbar isList={isList} state={state} totals={totals} />
          {isList ? (
            <ScopeList key={state} state={state} accounts={accounts} choose={choose} />
          ) : (
            <Matrices matrices={matrices} chosen={chosen} choose={choose} />
          )}
        </section>
        <CellPeekPlace shown={shown} close={() => choose(undefined)} />
      </div>
    </>
  );
}

type MatricesProps = {
  readonly matrices: readonly Matrix[];
  readonly chosen: CellPlace | undefined;
  readonly choose: (cell: CellPlace) => void;
};

function Matrices({ matrices, chosen, choose }: MatricesProps) {
  const { data: types = [] } = useQuery(accountTypesQuery);
  if (matrices.length === 0)
    return (
      <Empty kind="unseen" title="No account is watched">
        The accounts that are known are third parties, or not watched.
      </Empty>
    );
  return (
    <>
      {matrices.map((matrix) => (
        <MatrixOrWaiting
          key={matrix.type}
          matrix={matrix}
          title={types.find(({ id }) => id === matrix.type)?.title ?? matrix.type}
          chosen={chosen}
          choose={choose}
        />
      ))}
      <CoverageLegend />
    </>
  );
}

type MatrixOrWaitingProps = React.ComponentProps<typeof CoverageMatrix>;

/** Before the first look at accounts of a type it is not known what there is to look at. */
function MatrixOrWaiting(props: MatrixOrWaitingProps) {
  const { matrix, title } = props;
  if (matrix.technologies.length > 0) return <CoverageMatrix {...props} />;
  const names = matrix.rows.map(({ account }) => plainText(account));
  return (
    <p className={styles['waiting']}>
      <strong>{title}</strong> {counted(names.length, 'account waits', 'accounts wait')} for the first look:{' '}
      {listed([...names.slice(0, mostNames), ...(names.length > mostNames ? ['others'] : [])])}.
    </p>
  );
}

const mostNames = 8;

/** The matrices of all that is known; they are made anew when something of it changes, and as time goes on. */
function useMatrices({ cells, accounts }: LoadedProps): readonly Matrix[] {
  const { now } = useClock();
  const { data: technologies } = useQuery(technologiesQuery);
  return useMemo(() => {
    const minutes = new Map((technologies ?? []).map((technology) => [technology.id, technology.minutes]));
    return matricesOf({
      cells,
      accounts,
      minutesOf: (technology) => minutes.get(technology) ?? 60,
      now,
    });
  }, [cells, accounts, technologies, now]);
}

function findCell(matrices: readonly Matrix[], { accountId, technology }: CellPlace): MatrixCell | undefined {
  const row = matrices.flatMap(({ rows }) => rows).find((one) => one.accountId === accountId);
  return row?.cells.find((cell) => cell.technology === technology);
}

function NoAccount() {
  return (
    <Empty kind="search" heading="h1" title="No account is watched yet">
      <Link to="/accounts">Add one</Link>: then every scope of it is listed here, looked at or not.
    </Empty>
  );
}
