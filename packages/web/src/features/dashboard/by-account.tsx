/** Accounts by the score of their open issues. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { accountsQuery } from '../../api/accounts.ts';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import { SeverityBar } from '../../components/severity-bar.tsx';
import { UnknownBadge } from '../../components/unknown-badge.tsx';
import { counted, number } from '../../words/count.ts';
import styles from './dashboard-page.module.css';
import type { Dashboard } from './dashboard-queries.ts';

export function ByAccount({ dashboard }: { readonly dashboard: Dashboard }) {
  return (
    <Panel
      title="Accounts by open score"
      note={`${dashboard.byAccount.length} of ${number(dashboard.accounts)}`}
    >
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col" className={styles['number']}>
                Score
              </th>
              <th scope="col" className={styles['wide']}>
                Open issues by severity
              </th>
              <th scope="col" className={styles['number']}>
                Critical
              </th>
              <th scope="col">Looked at</th>
            </tr>
          </thead>
          <tbody>
            {dashboard.byAccount.map(({ id, account, open, score }) => (
              <tr key={id}>
                <td>
                  <Link to="/" search={{ account: id }}>
                    <Provided text={account} longest={28} />
                  </Link>
                </td>
                <td className={styles['number']}>
                  <strong>{number(score)}</strong>
                </td>
                <td>
                  <SeverityBar counts={open} />
                </td>
                <td className={styles['number']}>{number(open.critical)}</td>
                <td>
                  <LookedAt account={id} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function LookedAt({ account }: { readonly account: string }) {
  const { data } = useQuery(accountsQuery);
  const scopes = data?.find(({ id }) => id === account)?.scopes;
  if (scopes === undefined) return null;
  if (scopes.failed > 0) return <UnknownBadge>{counted(scopes.failed, 'scope')} not</UnknownBadge>;
  if (scopes.allCompleteSince === null) return <span className="quiet">not complete yet</span>;
  return <Moment at={scopes.allCompleteSince} />;
}
