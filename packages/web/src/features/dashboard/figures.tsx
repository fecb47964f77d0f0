/** The figures in a row, each a way to the issues behind it. */
import { IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { number } from '../../words/count.ts';
import { type Severity, severityWord } from '../../words/severity.ts';
import styles from './dashboard-page.module.css';
import { type Dashboard, endingQuery, trendQuery } from './dashboard-queries.ts';

type FiguresProps = { readonly dashboard: Dashboard; readonly account: string | undefined };

const shown: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

export function Figures({ dashboard, account }: FiguresProps) {
  const { data: days } = useQuery(trendQuery(account, 30));
  const { data: ending } = useQuery(endingQuery(account));
  const before = days?.at(-2);
  const { open, score, justified } = dashboard.issues;
  return (
    <div className={styles['figures']}>
      <div className={styles['figure']}>
        <span className={styles['label']}>Open score</span>
        <span className={styles['amount']}>
          <strong>{number(score)}</strong>
          <span>{before && `${change(score - before.score)} in 24 h`}</span>
        </span>
      </div>
      {shown.map((severity) => (
        <Link
          key={severity}
          className={styles['figure']}
          to="/issues"
          search={{ query: `severity:${severity}` }}
        >
          <span className={styles['label']}>
            <SeverityMark mark={severity} />
            {severityWord(severity)}
          </span>
          <span className={styles['amount']}>
            <strong>{number(open[severity])}</strong>
            <span>{before && change(open[severity] - before.open[severity])}</span>
          </span>
        </Link>
      ))}
      <Link className={styles['figure']} to="/items" search={{ query: 'is:unknown' }}>
        <span className={styles['label']}>
          <SeverityMark mark="unknown" />
          Unknown
        </span>
        <span className={styles['amount']}>
          <strong>{number(dashboard.unknowns)}</strong>
          <span>checks</span>
        </span>
      </Link>
      <Link className={styles['figure']} to="/issues" search={{ tab: 'justified' }}>
        <span className={styles['label']}>
          <IconSignature size={15} stroke={1.6} aria-hidden />
          Justified
        </span>
        <span className={styles['amount']}>
          <strong>{number(justified)}</strong>
          <span>
            {ending &&
              ending.rows.length > 0 &&
              `${ending.rows.length}${ending.next === null ? '' : '+'} end soon`}
          </span>
        </span>
      </Link>
    </div>
  );
}

/** With its sign; a minus as long as a plus. */
function change(by: number): string {
  if (by === 0) return '±0';
  return by > 0 ? `+${number(by)}` : `−${number(-by)}`;
}
