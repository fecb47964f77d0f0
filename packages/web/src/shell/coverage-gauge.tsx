/** On every page: how much could be looked at, and what is missing since when. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Moment } from '../components/moment.tsx';
import { dashboardQuery } from '../features/dashboard/dashboard-queries.ts';
import { counted, number } from '../words/count.ts';
import styles from './coverage-gauge.module.css';

export function CoverageGauge() {
  const { data } = useQuery(dashboardQuery(undefined));
  if (data === undefined) return <div className={styles['gauge']} />;
  const { complete, failed, frozen, never } = data.scopes;
  const all = complete + failed + frozen + never;
  const rest = failed + never;
  const oldest = data.failures
    .flatMap(({ since, scopes }) => (scopes > 0 && since !== null ? [since] : []))
    .toSorted()[0];
  return (
    <Link to="/coverage" className={styles['gauge']}>
      <span className={styles['head']}>
        <strong>Coverage</strong>
        <span>
          {number(complete)} of {number(all)}
        </span>
      </span>
      <span className={styles['bar']}>
        <span style={{ flexGrow: complete }} />
        {frozen > 0 && <span className={styles['frozen']} style={{ flexGrow: frozen }} />}
        {rest > 0 && <span className={`${styles['rest']} hatch-fine`} style={{ flexGrow: rest }} />}
      </span>
      <span className={styles['words']}>
        {failed > 0 && (
          <>
            {counted(failed, 'scope')} not looked at
            {oldest !== undefined && (
              <>
                , the oldest since <Moment at={oldest} form="day" />
              </>
            )}
          </>
        )}
        {failed === 0 &&
          (never > 0
            ? `${counted(never, 'scope waits', 'scopes wait')} for the first listing`
            : 'everything could be looked at')}
      </span>
    </Link>
  );
}
