/** Above the list: the stages of triage, and the order. */

import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { issueFacetsQuery } from '../../api/facets.ts';
import { ExportMenu } from '../../components/export-menu.tsx';
import { number } from '../../words/count.ts';
import { type Grouping, groupingOf } from './issue-groups.ts';
import type { IssueSort } from './issue-queries.ts';
import { type IssueTab, issueTabs, queryOf } from './issue-tabs.ts';
import styles from './issue-toolbar.module.css';
import { IssueViewsMenu } from './issue-views-menu.tsx';

type IssueToolbarProps = {
  readonly tab: IssueTab;
  readonly typed: string | undefined;
  readonly sort: IssueSort;
  readonly grouping: Grouping;
  readonly groupBy: (grouping: Grouping) => void;
  readonly sortBy: (sort: IssueSort) => void;
};

/** A link is the current one only when the whole address is its own. */
const exactly = { exact: true, includeSearch: true, explicitUndefined: true };

const groups = [
  { value: 'check', label: 'Group: check' },
  { value: 'account', label: 'Group: account' },
  { value: 'technology', label: 'Group: technology' },
  { value: 'none', label: 'No groups' },
];

const sorts = [
  { value: 'score', label: 'Sort: score' },
  { value: 'opened', label: 'Sort: newest' },
];

export function IssueToolbar({ tab, typed, sort, grouping, groupBy, sortBy }: IssueToolbarProps) {
  return (
    <div className={styles['toolbar']}>
      <nav className={styles['tabs']} aria-label="Stage">
        {issueTabs.map(({ id, label, isCounted }) => (
          <Link
            key={id}
            to="/issues"
            search={(search) => ({ ...search, tab: id === 'open' ? undefined : id, issue: undefined })}
            className={styles['tab']}
            activeOptions={exactly}
            data-current={id === tab || undefined}
          >
            {label}
            {isCounted && <TabCount tab={id} typed={typed} />}
          </Link>
        ))}
      </nav>
      <div className={styles['views']}>
        <IssueViewsMenu typed={typed} />
      </div>
      <Select
        aria-label="Groups"
        className={styles['sort'] ?? ''}
        data={groups}
        value={grouping}
        onChange={(value) => groupBy(groupingOf(value ?? undefined))}
      />
      <Select
        aria-label="Order"
        className={styles['sort'] ?? ''}
        data={sorts}
        value={sort}
        onChange={(value) => sortBy(value === 'opened' ? 'opened' : 'score')}
      />
      <div className={styles['export']}>
        <ExportMenu lists={[{ list: 'issues', asked: { query: queryOf(tab, typed) } }]} />
      </div>
    </div>
  );
}

type TabCountProps = { readonly tab: IssueTab; readonly typed: string | undefined };

function TabCount({ tab, typed }: TabCountProps) {
  const { data } = useQuery(issueFacetsQuery(queryOf(tab, typed)));
  return <span className={styles['count']}>{data && `${number(data.total)}${data.atLeast ? '+' : ''}`}</span>;
}
