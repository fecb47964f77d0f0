/** Issues: triage by keyboard, the list at the left and what the focused one is about at the right. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useMemo, useRef } from 'react';
import { issueFacetsQuery } from '../../api/facets.ts';
import { Empty, Failed, SkeletonRows } from '../../components/page-state.tsx';
import { QueryBox } from '../../components/query/query-box.tsx';
import { queryErrorOf } from '../../components/query/query-error.ts';
import { useFrame } from '../../stores/frame.ts';
import { number } from '../../words/count.ts';
import { BulkBar } from './bulk-bar.tsx';
import { type Grouping, groupingOf, possibleGrouping } from './issue-groups.ts';
import { IssueList } from './issue-list.tsx';
import type { IssueSort } from './issue-queries.ts';
import { askedFor, type IssueTab, queryOf, tabOf } from './issue-tabs.ts';
import { IssueToolbar } from './issue-toolbar.tsx';
import styles from './issues-page.module.css';
import { IssuesVerdict } from './issues-verdict.tsx';
import { idsOf } from './list-rows.ts';
import { PeekPlace } from './peek-place.tsx';
import { useDecisions } from './use-decisions.ts';
import { useGroupedRows } from './use-grouped-rows.ts';
import { type IssueRows, useIssueRows } from './use-issue-rows.ts';
import { useTriage } from './use-triage.ts';

export function IssuesPage() {
  useFrame([{ label: 'Issues' }]);
  const search = useSearch({ from: '/shell/issues', select: withoutIssue, structuralSharing: true });
  const navigate = useNavigate({ from: '/issues' });
  const tab = tabOf(search.tab);
  const sort: IssueSort = search.sort === 'opened' ? 'opened' : 'score';
  const query = queryOf(tab, search.query);
  const closeForm = useRef<() => void>(undefined);
  const decisions = useDecisions(() => closeForm.current?.());
  const grouping = possibleGrouping(groupingOf(search.group), search.query ?? '');
  const list = useRows({ query, sort, grouping, leaving: decisions.leaving });
  const { total, notes } = useFound(query);
  const change = (changed: Partial<typeof search>, isStep = true): void =>
    void navigate({ search: { ...search, ...changed }, replace: !isStep });
  return (
    <>
      <IssuesVerdict tab={tab} query={query} isSearch={(search.query ?? '') !== ''} />
      <div className={styles['query']}>
        <IssueQuery typed={search.query} tab={tab} error={list.error} notes={notes} change={change} />
      </div>
      <TriageOfIssues
        list={list}
        decisions={decisions}
        closeForm={closeForm}
        total={total}
        empty={<NoIssue typed={search.query} tab={tab} />}
        toolbar={
          <IssueToolbar
            tab={tab}
            typed={search.query}
            sort={sort}
            grouping={grouping}
            groupBy={(wanted) => change({ group: wanted === 'check' ? undefined : wanted })}
            sortBy={(wanted) => change({ sort: wanted === 'score' ? undefined : wanted })}
          />
        }
      />
    </>
  );
}

/** Which issue is looked at changes with every key, and nothing but the triage with it. */
function withoutIssue<Search extends { readonly issue?: string | undefined }>({
  issue: _issue,
  ...search
}: Search): Omit<Search, 'issue'> {
  return search;
}

type TriageOfIssuesProps = {
  readonly list: IssueRows;
  readonly decisions: ReturnType<typeof useDecisions>;
  /** Where it leaves what closes the form once it was submitted. */
  readonly closeForm: RefObject<(() => void) | undefined>;
  readonly total: string | undefined;
  readonly empty: ReactNode;
  readonly toolbar: ReactNode;
};

/** The list under the keys, apart from what stands above it: a step through the rows draws that no more. */
function TriageOfIssues({ list, decisions, closeForm, total, empty, toolbar }: TriageOfIssuesProps) {
  const named = useSearch({ from: '/shell/issues', select: ({ issue }) => issue });
  const ids = useMemo(() => idsOf(list.rows), [list.rows]);
  const byId = useMemo(() => new Map(list.issues.map((issue) => [issue.id, issue])), [list.issues]);
  const issueOf = (id: string) => byId.get(id);
  const triage = useTriage({ ids, issueOf, named, reopen: decisions.reopen });
  closeForm.current = triage.closeForm;
  const acted = triage.acted.map(issueOf).filter((issue) => issue !== undefined);
  const score = acted.reduce((sum, issue) => sum + issue.score, 0);
  return (
    <>
      <div className={styles['columns']} data-peek={triage.isPeeking || undefined}>
        <section className={styles['panel']} aria-label="List of issues">
          {toolbar}
          <Rows list={list} triage={triage} empty={empty} />
        </section>
        <PeekPlace
          triage={triage}
          ids={ids}
          total={total}
          issueOf={issueOf}
          decisions={decisions}
          score={score}
        />
      </div>
      <ChosenBar triage={triage} acted={acted} score={score} decisions={decisions} />
    </>
  );
}

type IssueQueryProps = {
  readonly typed: string | undefined;
  readonly tab: IssueTab;
  readonly error: Error | null;
  readonly notes: readonly string[] | undefined;
  readonly change: (changed: { readonly query: string | undefined }, isStep: boolean) => void;
};

function IssueQuery({ typed, tab, error, notes, change }: IssueQueryProps) {
  return (
    <QueryBox
      label="Search the issues"
      placeholder="account, technology, check, severity, text"
      of="issues"
      asking={(text) => queryOf(tab, text)}
      value={typed ?? ''}
      change={(text, how) => change({ query: text === '' ? undefined : text }, how === 'entered')}
      error={queryErrorOf(error, askedFor(typed))}
      unborne={notes}
    />
  );
}

/** How many issues the query finds, "240", "10,000+", and what it names that is not there. */
function useFound(query: string) {
  const { data } = useQuery(issueFacetsQuery(query));
  return { total: data && `${number(data.total)}${data.atLeast ? '+' : ''}`, notes: data?.notes };
}

type Triage = ReturnType<typeof useTriage>;

type RowsProps = { readonly list: IssueRows; readonly triage: Triage; readonly empty: ReactNode };

/** The list in each of its states. */
function Rows({ list, triage, empty }: RowsProps) {
  if (list.isPending) return <SkeletonRows rows={12} height="var(--sm-row-two-lines)" />;
  if (list.error !== null && list.issues.length === 0)
    return <Failed error={list.error} what="The list" again={list.again} />;
  if (list.rows.length === 0) return list.error === null ? empty : null;
  return (
    <IssueList
      rows={list.rows}
      total={list.hasMore ? -1 : list.rows.length}
      selection={triage.selection}
      acts={triage.acts}
      fold={list.fold}
      reached={list.reached}
    />
  );
}

type ChosenBarProps = {
  readonly triage: Triage;
  readonly acted: IssueRows['issues'];
  readonly score: number;
  readonly decisions: ReturnType<typeof useDecisions>;
};

/** What can be done with all that are chosen. */
function ChosenBar({ triage, acted, score, decisions }: ChosenBarProps) {
  if (triage.selection.chosen.size === 0) return null;
  return (
    <BulkBar
      count={acted.length}
      score={score}
      canReopen={acted.every(({ status }) => status === 'justified')}
      justify={() => triage.openForm('justify')}
      reopen={() => decisions.reopen(triage.acted)}
      comment={() => triage.openForm('comment')}
      clear={triage.clear}
    />
  );
}

type RowsInput = {
  readonly query: string;
  readonly sort: IssueSort;
  readonly grouping: Grouping;
  readonly leaving: ReadonlySet<string>;
};

/** In groups or without; only what is shown is asked for. */
function useRows({ query, sort, grouping, leaving }: RowsInput): IssueRows {
  const isGrouped = grouping !== 'none';
  const plain = useIssueRows({ query, sort, leaving, enabled: !isGrouped });
  const grouped = useGroupedRows({
    query,
    sort,
    leaving,
    grouping: isGrouped ? grouping : 'check',
    enabled: isGrouped,
  });
  return isGrouped ? grouped : plain;
}

function NoIssue({ typed, tab }: { readonly typed: string | undefined; readonly tab: string }) {
  if (typed !== undefined && typed !== '')
    return (
      <Empty kind="search" title="No issue matches">
        <code>{typed}</code>
      </Empty>
    );
  return <Empty kind="search" title={`No issue is ${tab}`} />;
}
