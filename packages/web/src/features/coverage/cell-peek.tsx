/** One cell: its regions, why some could not be looked at, what follows from it, and how to fix it. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTechnologyTitle } from '../../api/catalogue.ts';
import { Moment } from '../../components/moment.tsx';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Provided } from '../../components/provided.tsx';
import { counted, number } from '../../words/count.ts';
import { dashboardQuery } from '../dashboard/dashboard-queries.ts';
import { CauseOfFailure } from './cause-of-failure.tsx';
import { CellFollows } from './cell-follows.tsx';
import { CellMark } from './cell-mark.tsx';
import styles from './cell-peek.module.css';
import { CellRegions } from './cell-regions.tsx';
import { CellRescan } from './cell-rescan.tsx';
import { scopesOf } from './cell-state.ts';
import { type Cell, cellScopesQuery, cellUnknownsQuery, type Scope } from './coverage-queries.ts';
import { causesOf, unreadCausesOf } from './failures-of.ts';
import type { MatrixCell } from './matrix-rows.ts';

type CellPeekProps = { readonly cell: Cell; readonly shown: MatrixCell; readonly close: () => void };

export function CellPeek({ cell, shown, close }: CellPeekProps) {
  const titleOf = useTechnologyTitle();
  const { data: scopes, error, refetch } = useQuery(cellScopesQuery(cell));
  return (
    <section className={styles['peek']} aria-label="The chosen cell">
      <header className={styles['head']}>
        <h2>
          <Link to="/accounts/$id" params={{ id: cell.accountId }}>
            <Provided text={cell.account} longest={32} />
          </Link>
          , {titleOf(cell.technology)}
        </h2>
        <ActionIcon aria-label="Close" onClick={close}>
          <IconX size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </header>
      <CellVerdict cell={cell} shown={shown} />
      {error !== null && <Failed error={error} what="Its regions" again={() => void refetch()} />}
      {scopes === undefined && error === null && <SkeletonRows rows={4} />}
      {scopes !== undefined && <CellRegions scopes={scopes} />}
      {scopes !== undefined && <Causes cell={cell} scopes={scopes} />}
      <CellFollows cell={cell} />
      <CellRescan cell={cell} scopes={scopes ?? []} />
    </section>
  );
}

type CellVerdictProps = Omit<CellPeekProps, 'close'>;

/** What is the case, with the look of the cell beside it. */
function CellVerdict({ cell, shown }: CellVerdictProps) {
  const { scopes, failingSince, allCompleteSince } = cell;
  return (
    <div className={styles['part']}>
      <p className={styles['state']}>
        <span className={styles['mark']}>
          <CellMark state={shown.state === 'late' ? 'complete' : shown.state} failed={scopes.failed} />
        </span>
        <strong>{stateWords(cell, shown)}</strong>
      </p>
      <p className={styles['since']}>
        {failingSince !== null && (
          <>
            since <Moment at={failingSince} form="withTime" />.{' '}
          </>
        )}
        {scopes.failed > 0 && restWords(cell)}
        {scopes.failed === 0 && allCompleteSince !== null && (
          <>
            The oldest look was <Moment at={allCompleteSince} />.
          </>
        )}
      </p>
    </div>
  );
}

function stateWords(cell: Cell, { state }: MatrixCell): string {
  const all = scopesOf(cell);
  const { failed, never } = cell.scopes;
  if (failed > 0)
    return failed === all
      ? `Could not look in ${counted(all, 'region')}`
      : `Could not look in ${number(failed)} of ${counted(all, 'region')}`;
  if (state === 'running') return 'Being looked at for the first time';
  if (never > 0) return `${counted(never, 'region waits', 'regions wait')} for the first look`;
  if (state === 'frozen') return 'Frozen: there is nothing to look at for now';
  if (state === 'inPart')
    return `Complete, and ${counted(cell.unknowns.checks, 'check is', 'checks are')} unknown`;
  return state === 'late' ? 'Complete, and late: the next look is overdue' : 'Complete';
}

function restWords(cell: Cell): string {
  const { complete, failed } = cell.scopes;
  if (complete === 0) return 'No region is complete.';
  const others = complete + failed === scopesOf(cell) ? 'The other ' : '';
  const regions = complete === 1 && others !== '' ? 'region' : counted(complete, 'region');
  return `${others}${regions} ${complete === 1 ? 'is' : 'are'} complete.`;
}

type CausesProps = { readonly cell: Cell; readonly scopes: readonly Scope[] };

function Causes({ cell, scopes }: CausesProps) {
  const { data: own = [] } = useQuery({ ...cellUnknownsQuery(cell), enabled: cell.unknowns.checks > 0 });
  const { data: dashboard } = useQuery(dashboardQuery(undefined));
  return [...causesOf(scopes), ...unreadCausesOf(own, dashboard?.failures ?? [])].map((cause) => (
    <CauseOfFailure key={`${cause.class} ${cause.permission} ${cause.message}`} cause={cause} />
  ));
}
