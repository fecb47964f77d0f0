/** The dashboard: what could not be looked at above everything, then how things stand, where, and what changed. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { accountsQuery } from '../../api/accounts.ts';
import { FailedPlugins } from '../../components/failed-plugins.tsx';
import { Empty, Failed, SkeletonRows } from '../../components/page-state.tsx';
import { useFrame } from '../../stores/frame.ts';
import { plainText } from '../../words/plain-text.ts';
import { ByAccount } from './by-account.tsx';
import { ByTechnology } from './by-technology.tsx';
import { ChangedLately } from './changed-lately.tsx';
import styles from './dashboard-page.module.css';
import { dashboardQuery } from './dashboard-queries.ts';
import { DashboardVerdict } from './dashboard-verdict.tsx';
import { EndingSoon } from './ending-soon.tsx';
import { Figures } from './figures.tsx';
import { IssuesByDay } from './issues-by-day.tsx';
import { NotSeen } from './not-seen.tsx';

export function DashboardPage() {
  useFrame([{ label: 'Dashboard' }]);
  const { account } = useSearch({ from: '/shell/' });
  const { data: dashboard, error, refetch } = useQuery(dashboardQuery(account));
  const { data: accounts } = useQuery(accountsQuery);
  if (error !== null)
    return <Failed error={error} what="The dashboard" isPage again={() => void refetch()} />;
  if (dashboard === undefined) return <SkeletonRows rows={12} />;
  if (accounts?.length === 0) return <NoAccount />;
  const name = accounts?.find(({ id }) => id === account)?.name;
  return (
    <>
      <FailedPlugins />
      <NotSeen dashboard={dashboard} />
      <DashboardVerdict
        dashboard={dashboard}
        account={account}
        accountName={name}
        filter={<AccountFilter account={account} />}
      />
      <Figures dashboard={dashboard} account={account} />
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <IssuesByDay account={account} />
          {account === undefined && <ByAccount dashboard={dashboard} />}
          <ByTechnology dashboard={dashboard} accountName={name} />
        </div>
        <aside className={styles['main']}>
          <ChangedLately account={account} />
          <EndingSoon account={account} />
        </aside>
      </div>
    </>
  );
}

function AccountFilter({ account }: { readonly account: string | undefined }) {
  const { data: accounts = [] } = useQuery(accountsQuery);
  const navigate = useNavigate({ from: '/' });
  if (accounts.length < 2) return null;
  return (
    <Select
      aria-label="Accounts"
      className={styles['filter'] ?? ''}
      searchable
      data={[
        { value: '', label: 'All accounts' },
        ...accounts.map(({ id, name }) => ({ value: id, label: plainText(name) })),
      ]}
      value={account ?? ''}
      onChange={(value) =>
        void navigate({ search: { account: value === '' || value === null ? undefined : value } })
      }
    />
  );
}

function NoAccount() {
  return (
    <Empty kind="search" heading="h1" title="No account is watched yet">
      Add one: <code>npm run monkey -- account add aws 123456789012 --name prod</code>. Security Monkey only
      reads; it never asks for a permission to write or to read your data.
    </Empty>
  );
}
