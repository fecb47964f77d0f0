/** Technologies by the score of their open issues. */
import { Link } from '@tanstack/react-router';
import { useTechnologyTitle } from '../../api/catalogue.ts';
import { Panel } from '../../components/panel.tsx';
import { term } from '../../components/query/query-text.ts';
import { SeverityBar } from '../../components/severity-bar.tsx';
import { number } from '../../words/count.ts';
import styles from './dashboard-page.module.css';
import type { Dashboard } from './dashboard-queries.ts';

type ByTechnologyProps = { readonly dashboard: Dashboard; readonly accountName: string | undefined };

export function ByTechnology({ dashboard, accountName }: ByTechnologyProps) {
  const titleOf = useTechnologyTitle();
  const inAccount = accountName === undefined ? '' : ` ${term('account', accountName)}`;
  return (
    <Panel title="Technologies by open score" note={dashboard.byTechnology.length}>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Technology</th>
              <th scope="col" className={styles['number']}>
                Score
              </th>
              <th scope="col" className={styles['wide']}>
                Open issues by severity
              </th>
              <th scope="col" className={styles['number']}>
                Critical
              </th>
              <th scope="col" className={styles['number']}>
                Justified
              </th>
            </tr>
          </thead>
          <tbody>
            {dashboard.byTechnology.map(({ technology, open, score, justified }) => (
              <tr key={technology}>
                <td>
                  <Link to="/issues" search={{ query: `${term('technology', technology)}${inAccount}` }}>
                    {titleOf(technology)}
                  </Link>
                </td>
                <td className={styles['number']}>
                  <strong>{number(score)}</strong>
                </td>
                <td>
                  <SeverityBar counts={open} />
                </td>
                <td className={styles['number']}>{number(open.critical)}</td>
                <td className={styles['number']}>{number(justified)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
