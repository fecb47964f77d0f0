/** All scopes as a list, narrowed by state, those that could not be looked at first. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Account } from '../../api/accounts.ts';
import { useRowKeys } from '../../components/list/use-row-keys.ts';
import { oneLine, rowId, VirtualGrid } from '../../components/list/virtual-grid.tsx';
import { Empty, Failed, SkeletonRows } from '../../components/page-state.tsx';
import type { CellPlace } from './chosen-cell.ts';
import { type Scope, type ScopeState, scopeListQuery } from './coverage-queries.ts';
import styles from './scope-list.module.css';
import { ScopeRow } from './scope-row.tsx';

type ScopeListProps = {
  /** All of them unless given. */
  readonly state: ScopeState | undefined;
  readonly accounts: readonly Account[];
  readonly choose: (cell: CellPlace) => void;
};

/** The next page is asked for when so much of the last one has been drawn. */
const near = 40;

export function ScopeList({ state, accounts, choose }: ScopeListProps) {
  const list = useInfiniteQuery(scopeListQuery(state));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, error } = list;
  const scopes = useMemo(() => (data?.pages ?? []).flatMap(({ rows }) => rows), [data]);
  const keys = useMemo(() => scopes.map(keyOf), [scopes]);
  const idOf = useMemo(() => new Map(accounts.map(({ id, name }) => [name, id])), [accounts]);
  const reached = useCallback(
    (index: number) => {
      if (hasNextPage && !isFetchingNextPage && index >= scopes.length - near) void fetchNextPage();
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage, scopes.length],
  );
  const open = (key: string): void => {
    const scope = scopes[keys.indexOf(key)];
    const accountId = idOf.get(scope?.account ?? '');
    if (scope !== undefined && accountId !== undefined) choose({ accountId, technology: scope.technology });
  };
  const { focused, focus } = useRowKeys({ keys, open, what: 'scope' });
  if (list.isPending) return <SkeletonRows rows={12} />;
  if (error !== null && scopes.length === 0)
    return <Failed error={error} what="The list" again={() => void list.refetch()} />;
  if (scopes.length === 0 && !hasNextPage) return <NoScope state={state} />;
  const draw = (index: number): React.ReactNode => {
    const scope = scopes[index];
    if (scope === undefined) return null;
    const key = keyOf(scope);
    return (
      <ScopeRow
        id={rowId(key)}
        scope={scope}
        rowIndex={index + 2}
        isFocused={focused === key}
        isFirst={focused === undefined && index === 0}
        focus={() => focus(key)}
        open={() => open(key)}
      />
    );
  };
  return (
    <VirtualGrid
      label="Scopes"
      keys={keys}
      heightOf={oneLine}
      total={hasNextPage ? -1 : scopes.length + 1}
      draw={draw}
      focused={focused}
      reached={reached}
      head={<ScopeHead />}
    />
  );
}

function keyOf({ account, technology, region }: Scope): string {
  return `${account} ${technology} ${region}`;
}

const titles = ['State', 'Account', 'Technology', 'Region', 'Why', 'Last complete', 'Last attempt'];

function ScopeHead() {
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={`${styles['grid']} ${styles['head']}`}>
        {titles.map((title) => (
          <span key={title} role="columnheader">
            {title}
          </span>
        ))}
      </div>
    </div>
  );
}

const none: Readonly<Record<ScopeState, string>> = {
  failed: 'Every scope could be looked at',
  never: 'No scope waits for its first look',
  frozen: 'No scope is frozen',
  complete: 'No scope is complete',
};

function NoScope({ state }: { readonly state: ScopeState | undefined }) {
  if (state === undefined || state === 'complete')
    return <Empty kind="unseen" title={state === undefined ? 'Nothing was looked at yet' : none[state]} />;
  return <Empty kind="good" title={none[state]} />;
}
