/** Justifications that end by themselves within two weeks. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ExportMenu } from '../../components/export-menu.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import styles from './dashboard-page.module.css';
import { endingQuery } from './dashboard-queries.ts';

export function EndingSoon({ account }: { readonly account: string | undefined }) {
  const { data } = useQuery(endingQuery(account));
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Panel
      title="Justifications that end soon"
      note={data.rows.length}
      actions={<ExportMenu isNarrow lists={[{ list: 'justifications/ending', asked: { account } }]} />}
    >
      <ul>
        {data.rows.map(({ id, reason, author, until, issue }) => (
          <li key={id} className={styles['change']}>
            <span />
            <div>
              <Link to="/items/$id" params={{ id: issue.item }} search={{ issue: issue.id }}>
                <Provided text={issue.name} mono longest={40} />
              </Link>
              <p className={styles['words']}>
                “<Provided text={reason} />” by <Provided text={author} />
              </p>
              <p className="quiet">
                ends <Moment at={until} form="withTime" />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
