/** How many issues are open, what happened in the last 24 hours, and the worst of them. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { term } from '../../components/query/query-text.ts';
import { Since } from '../../components/since.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { counted, number } from '../../words/count.ts';
import { type Dashboard, trendQuery, worstIssueQuery } from './dashboard-queries.ts';

type DashboardVerdictProps = {
  readonly dashboard: Dashboard;
  readonly account: string | undefined;
  readonly accountName: string | undefined;
  readonly filter: React.ReactNode;
};

export function DashboardVerdict({ dashboard, account, accountName, filter }: DashboardVerdictProps) {
  const { data: days } = useQuery(trendQuery(account, 30));
  const inAccount = accountName === undefined ? '' : ` ${term('account', accountName)}`;
  const { data: worst } = useQuery(worstIssueQuery(`status:open${inAccount}`));
  const { critical, high, medium, low, informational } = dashboard.issues.open;
  const open = critical + high + medium + low + informational;
  const last = days?.at(-1);
  const [issue] = worst?.rows ?? [];
  const isComplete = dashboard.scopes.failed + dashboard.scopes.never === 0;
  return (
    <Verdict
      actions={filter}
      below={
        <>
          As of <Moment at={dashboard.now} form="withTime" /> · {counted(dashboard.accounts, 'account')} ·{' '}
          {counted(dashboard.items, 'item')} · the score counts open issues only
        </>
      }
    >
      <strong>
        {open === 0
          ? `No open issue${isComplete ? '' : ' is known'}`
          : `${number(open)} ${open === 1 ? 'issue is' : 'issues are'} open`}
        .
      </strong>{' '}
      {last !== undefined && sinceWords(last.opened, last.closed)}{' '}
      {issue !== undefined && issue.score > 0 && (
        <>
          The worst: <Provided text={issue.text} longest={90} /> on{' '}
          <Link to="/items/$id" params={{ id: issue.item }}>
            <Provided text={issue.name} mono longest={40} />
          </Link>
          , <Since issue={issue} />.
        </>
      )}
    </Verdict>
  );
}

function sinceWords(opened: number, closed: number): string {
  if (opened + closed === 0) return 'None opened or closed in the last 24 hours.';
  return `In the last 24 hours ${number(opened)} opened and ${number(closed)} ${closed === 1 ? 'was' : 'were'} closed.`;
}
