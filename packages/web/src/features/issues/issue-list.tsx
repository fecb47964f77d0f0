/** The rows of issues, and the heads of their groups. */

import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Selection } from '../../components/list/selection.ts';
import { rowId, twoLines, VirtualGrid } from '../../components/list/virtual-grid.tsx';
import { counted } from '../../words/count.ts';
import { GroupRow } from './group-row.tsx';
import type { NotGrouped } from './issue-groups.ts';
import styles from './issue-list.module.css';
import { IssueRow, type RowActs } from './issue-row.tsx';
import type { ListRow } from './list-rows.ts';

type IssueListProps = {
  readonly rows: readonly ListRow[];
  readonly total: number;
  readonly selection: Selection;
  readonly acts: RowActs;
  readonly fold: (group: string) => void;
  readonly reached: (index: number) => void;
};

export function IssueList({ rows, total, selection, acts, fold, reached }: IssueListProps) {
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const firstIssue = useMemo(() => rows.findIndex(({ kind }) => kind === 'issue'), [rows]);
  const tall = twoLines();
  const heightOf = useCallback((index: number) => heightOfRow(rows[index], tall), [rows, tall]);
  const draw = (index: number): React.ReactNode => {
    const row = rows[index];
    if (row === undefined) return null;
    if (row.kind === 'group') return <GroupRow group={row} rowIndex={index + 1} fold={fold} />;
    if (row.kind === 'more') return <div className={styles['more']}>Loading more …</div>;
    if (row.kind === 'rest') return <RestRow rest={row.rest} />;
    return (
      <IssueRow
        id={rowId(row.key)}
        issue={row.issue}
        rowIndex={index + 1}
        isFocused={selection.focused === row.issue.id}
        isChosen={selection.chosen.has(row.issue.id)}
        isFirst={selection.focused === undefined && index === firstIssue}
        acts={acts}
      />
    );
  };
  return (
    <VirtualGrid
      label="Issues"
      keys={keys}
      heightOf={heightOf}
      total={total}
      draw={draw}
      focused={selection.focused}
      reached={reached}
    />
  );
}

function heightOfRow(row: ListRow | undefined, tall: number): number {
  if (row?.kind === 'group') return 34;
  return row?.kind === 'more' || row?.kind === 'rest' ? 40 : tall;
}

function RestRow({ rest: { count, isAll } }: { readonly rest: NotGrouped }) {
  return (
    <div className={styles['more']}>
      {isAll
        ? `${counted(count, 'more issue is', 'more issues are')} in smaller groups.`
        : 'More issues match than are counted: narrow the search to see every group.'}
      &nbsp;
      <Link to="/issues" search={(search) => ({ ...search, group: 'none' })}>
        Show all without groups
      </Link>
    </div>
  );
}
