/** The rows of the list: loaded page by page as they come near. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type Issue, type IssueSearch, issuesQuery } from './issue-queries.ts';
import { type ListRow, plainRows } from './list-rows.ts';

export type IssueRows = {
  readonly rows: readonly ListRow[];
  readonly issues: readonly Issue[];
  readonly hasMore: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly again: () => void;
  readonly fold: (group: string) => void;
  readonly reached: (index: number) => void;
};

type Asked = IssueSearch & { readonly leaving: ReadonlySet<string>; readonly enabled: boolean };

/** The next page is asked for when so much of the last one has been drawn. */
const near = 40;

export function useIssueRows({ query, sort, leaving, enabled }: Asked): IssueRows {
  const list = useInfiniteQuery({
    ...issuesQuery({ query, sort }),
    placeholderData: keepPreviousData,
    enabled,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = list;
  const issues = useMemo(
    () => (data?.pages ?? []).flatMap(({ rows }) => rows).filter(({ id }) => !leaving.has(id)),
    [data, leaving],
  );
  const rows = useMemo(() => plainRows(issues, hasNextPage), [issues, hasNextPage]);
  const reached = useCallback(
    (index: number) => {
      if (hasNextPage && !isFetchingNextPage && index >= rows.length - near) void fetchNextPage();
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage, rows.length],
  );
  return {
    rows,
    issues,
    hasMore: hasNextPage,
    isPending: enabled && list.isPending,
    error: list.error,
    again: () => void refetch(),
    fold: () => undefined,
    reached,
  };
}
