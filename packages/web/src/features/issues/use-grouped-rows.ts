/** The rows of the list in groups: each open group loads its own issues. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useChecks, useTechnologyTitle } from '../../api/catalogue.ts';
import { issueFacetsQuery } from '../../api/facets.ts';
import { term } from '../../components/query/query-text.ts';
import {
  bands,
  type Group,
  type Grouping,
  gravestOf,
  groupsOf,
  notGrouped,
  openAtFirst,
  sharedTitles,
} from './issue-groups.ts';
import { type Issue, type IssueSearch, issuePageQuery } from './issue-queries.ts';
import { groupedRows, type ListRow, type LoadedGroup } from './list-rows.ts';
import type { IssueRows } from './use-issue-rows.ts';

type Asked = IssueSearch & {
  readonly grouping: Exclude<Grouping, 'none'>;
  readonly leaving: ReadonlySet<string>;
  readonly enabled: boolean;
};

type IssuePage = { readonly rows: readonly Issue[]; readonly next: string | null };

const nothingElse = { count: 0, isAll: true };
const firstRows = 100;
/** The API gives no more at once; who needs more narrows the query. */
const mostRows = 1_000;

export function useGroupedRows({ query, sort, grouping, leaving, enabled }: Asked): IssueRows {
  const checks = useChecks();
  const facets = useQuery({ ...issueFacetsQuery(query), placeholderData: keepPreviousData, enabled });
  const { gravest, isPending } = useGravest(query, enabled && grouping === 'check');
  const groups = useMemo(
    () =>
      facets.data === undefined || isPending ? [] : groupsOf(facets.data, grouping, { checks, gravest }),
    [facets.data, isPending, grouping, checks, gravest],
  );
  const { isOpen, fold } = useFolding(grouping);
  const [widened, setWidened] = useState<ReadonlySet<string>>(new Set());
  const openFirst = useMemo(() => openAtFirst(groups), [groups]);
  const loaded = useQueries({
    queries: groups.map(({ value }) => ({
      ...issuePageQuery({
        query: `${query} ${term(grouping, value)}`,
        sort,
        limit: widened.has(value) ? mostRows : firstRows,
      }),
      placeholderData: keepPreviousData,
      enabled: enabled && isOpen(value, openFirst),
    })),
    combine: pagesOf,
  });
  const titleOf = useTitles(grouping);
  const withRows = useMemo(
    () =>
      groups.map((group, index) => ({
        ...loadedGroup(group, loaded[index], leaving),
        title: titleOf(group.value),
        isOpen: isOpen(group.value, openFirst),
      })),
    [groups, loaded, leaving, titleOf, isOpen, openFirst],
  );
  const rows = useMemo(
    () => groupedRows(withRows, facets.data === undefined ? nothingElse : notGrouped(facets.data, groups)),
    [withRows, facets.data, groups],
  );
  const issues = useMemo(() => withRows.flatMap((group) => group.issues), [withRows]);
  const widen = useCallback(
    (value: string) => setWidened((now) => (now.has(value) ? now : new Set([...now, value]))),
    [],
  );
  const reached = useReached(rows, widen);
  return {
    rows,
    issues,
    hasMore: withRows.some(({ hasMore }) => hasMore),
    isPending: enabled && (facets.isPending || isPending),
    error: facets.error,
    again: () => void facets.refetch(),
    fold: (value) => fold(value, openFirst),
    reached,
  };
}

function loadedGroup(
  { value, count, score }: Group,
  page: IssuePage | undefined,
  leaving: ReadonlySet<string>,
): Omit<LoadedGroup, 'title' | 'isOpen'> {
  const issues = (page?.rows ?? []).filter(({ id }) => !leaving.has(id));
  const worst = issues.length === 0 ? score : Math.max(...issues.map((issue) => issue.score));
  return { value, count, worst, issues, hasMore: page === undefined || page.next !== null };
}

/** Of one identity, so that the pages are put together anew only when one of them has changed. */
function pagesOf(
  results: readonly { readonly data: IssuePage | undefined }[],
): readonly (IssuePage | undefined)[] {
  return results.map(({ data }) => data);
}

/** What people call a group: checks of several technologies that share a title are told apart by theirs. */
function useTitles(grouping: Asked['grouping']): (value: string) => string {
  const checks = useChecks();
  const technologyTitle = useTechnologyTitle();
  const shared = useMemo(() => sharedTitles(checks), [checks]);
  return useCallback(
    (value) => {
      if (grouping === 'technology') return technologyTitle(value);
      const check = grouping === 'check' ? checks.get(value) : undefined;
      if (check === undefined) return value;
      return shared.has(check.title) ? `${check.title} · ${technologyTitle(check.technology)}` : check.title;
    },
    [grouping, checks, shared, technologyTitle],
  );
}

/** How grave what each check found is: the counts by check, asked for band by band. */
function useGravest(query: string, enabled: boolean) {
  const found = useQueries({
    queries: bands.map(({ severity }) => ({
      ...issueFacetsQuery(`${query} ${term('severity', severity)}`),
      placeholderData: keepPreviousData,
      enabled,
    })),
    combine: (results) => ({
      isPending: enabled && results.some((result) => result.isPending),
      facets: results.map(({ data }) => data),
    }),
  });
  const gravest = useMemo(() => (enabled ? gravestOf(found.facets) : undefined), [enabled, found.facets]);
  return { gravest, isPending: found.isPending };
}

/** What a person folded or opened by hand, over what is open at first. */
function useFolding(grouping: string) {
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isOpen = useCallback(
    (value: string, openFirst: ReadonlySet<string>): boolean =>
      changed.get(`${grouping} ${value}`) ?? openFirst.has(value),
    [changed, grouping],
  );
  return {
    isOpen,
    fold: (value: string, openFirst: ReadonlySet<string>): void =>
      setChanged(new Map([...changed, [`${grouping} ${value}`, !isOpen(value, openFirst)]])),
  };
}

/** A group whose last loaded row came into view loads more. */
function useReached(rows: readonly ListRow[], widen: (value: string) => void): (index: number) => void {
  const more = rows.flatMap((row, index) => (row.kind === 'more' ? [{ index, group: row.group }] : []));
  const key = JSON.stringify(more);
  return useCallback(
    (index: number) => {
      const places: typeof more = JSON.parse(key);
      const found = places.find((place) => Math.abs(place.index - index) < 20);
      if (found !== undefined) widen(found.group);
    },
    [key, widen],
  );
}
