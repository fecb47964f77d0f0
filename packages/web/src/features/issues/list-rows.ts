/** Issues and the heads of their groups as one list of rows. */
import type { NotGrouped } from './issue-groups.ts';
import type { Issue } from './issue-queries.ts';

export type GroupHead = {
  readonly kind: 'group';
  readonly key: string;
  readonly value: string;
  readonly title: string;
  readonly count: number;
  /** False where there may be more of it than are counted. */
  readonly isAll: boolean;
  /** The highest score in it, where that is known. */
  readonly worst: number | undefined;
  readonly isOpen: boolean;
};

export type ListRow =
  | { readonly kind: 'issue'; readonly key: string; readonly issue: Issue }
  | GroupHead
  /** More rows follow here and are being asked for. */
  | { readonly kind: 'more'; readonly key: string; readonly group: string }
  /** Issues of groups that are not listed. */
  | { readonly kind: 'rest'; readonly key: string; readonly rest: NotGrouped };

export type LoadedGroup = Omit<GroupHead, 'kind' | 'key' | 'isAll'> & {
  readonly issues: readonly Issue[];
  readonly hasMore: boolean;
};

/** Without groups: the rows as they come, and where more will be. */
export function plainRows(issues: readonly Issue[], hasMore: boolean): readonly ListRow[] {
  return [...issues.map(issueRow), ...(hasMore ? [{ kind: 'more', key: 'more', group: '' } as const] : [])];
}

export function groupedRows(groups: readonly LoadedGroup[], rest: NotGrouped): readonly ListRow[] {
  const rows = groups.flatMap(({ issues, hasMore, ...head }): readonly ListRow[] => [
    { kind: 'group', key: `group:${head.value}`, ...head, isAll: rest.isAll },
    ...(head.isOpen ? issues.map(issueRow) : []),
    ...(head.isOpen && hasMore
      ? [{ kind: 'more', key: `more:${head.value}`, group: head.value } as const]
      : []),
  ]);
  return rest.count === 0 && rest.isAll ? rows : [...rows, { kind: 'rest', key: 'rest', rest }];
}

function issueRow(issue: Issue): ListRow {
  return { kind: 'issue', key: issue.id, issue };
}

/** The ids of the issues, in the order in which they stand. */
export function idsOf(rows: readonly ListRow[]): readonly string[] {
  return rows.flatMap((row) => (row.kind === 'issue' ? [row.issue.id] : []));
}
