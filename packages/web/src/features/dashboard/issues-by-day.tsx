/** How many issues were open, day by day and by severity; a table says the same. */
import { Button, Select } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failed } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { useClock } from '../../stores/clock.ts';
import { number } from '../../words/count.ts';
import { severities, severityWord } from '../../words/severity.ts';
import { dayWords } from '../../words/time.ts';
import { chartOf, total } from './bars.ts';
import styles from './dashboard-page.module.css';
import { type Day, trendQuery } from './dashboard-queries.ts';
import { UnknownStrip } from './unknown-strip.tsx';

const spans = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
];

export function IssuesByDay({ account }: { readonly account: string | undefined }) {
  const [span, setSpan] = useState('30');
  const [isTable, setTable] = useState(false);
  const { data: days, error, refetch } = useQuery(trendQuery(account, Number(span)));
  return (
    <Panel
      title="Open issues, day by day"
      actions={
        <div className={styles['tools']}>
          <Button onClick={() => setTable(!isTable)}>{isTable ? 'As a chart' : 'As a table'}</Button>
          <Select
            aria-label="Time"
            w={104}
            data={spans}
            value={span}
            onChange={(value) => setSpan(value ?? '30')}
          />
        </div>
      }
    >
      {error !== null && <Failed error={error} what="The chart" again={() => void refetch()} />}
      {error === null &&
        (days === undefined ? (
          <div className={styles['chart']} />
        ) : isTable ? (
          <DayTable days={days} />
        ) : (
          <DayChart days={days} />
        ))}
      {error === null && !isTable && <UnknownStrip days={days} />}
      <ul className={`${styles['legend']} ${styles['foot']}`}>
        {severities.map((severity) => (
          <li key={severity}>
            <SeverityMark mark={severity} size={12} />
            {severityWord(severity)}
          </li>
        ))}
        <li className="quiet">with the scores of now</li>
      </ul>
    </Panel>
  );
}

const height = 200;

function DayChart({ days }: { readonly days: readonly Day[] }) {
  const { ref, width } = useElementSize();
  const clock = useClock();
  const { bars, lines, labels } = chartOf(days, { width: Math.max(width, 200), height });
  const [first, last] = [days[0], days.at(-1)];
  return (
    <div className={styles['chart']}>
      <div className={styles['plot']} ref={ref}>
        <svg
          role="img"
          aria-label={`Open issues: ${first && total(first)} at first, ${last && total(last)} now; the table has every day.`}
        >
          {lines.map(({ y, value }) => (
            <g key={value}>
              <line className={styles['grid']} x1={40} x2={width} y1={y} y2={y} />
              <text className={styles['axis']} x={32} y={y + 4} textAnchor="end">
                {number(value)}
              </text>
            </g>
          ))}
          {bars.map((bar) => (
            <rect
              key={`${bar.severity} ${bar.x}`}
              className={styles['bar']}
              data-part={bar.severity}
              x={bar.x}
              y={bar.y}
              width={bar.width}
              height={bar.height}
            />
          ))}
          {labels.map(({ x, day }) => (
            <text key={day.at} className={styles['axis']} x={x} y={height} textAnchor="middle">
              {dayWords(new Date(day.at), clock)
                .replace(/^\w{3} (?=\d)/, '')
                .replace(/ \d{4}$/, '')}
            </text>
          ))}
        </svg>
      </div>
    </div>
  );
}

function DayTable({ days }: { readonly days: readonly Day[] }) {
  const clock = useClock();
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">24 hours to</th>
            {severities.map((severity) => (
              <th key={severity} scope="col" className={styles['number']}>
                {severityWord(severity)}
              </th>
            ))}
            <th scope="col" className={styles['number']}>
              Opened
            </th>
            <th scope="col" className={styles['number']}>
              Closed
            </th>
            <th scope="col" className={styles['number']}>
              Unknown
            </th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day, ago) => (
            <tr key={day.at}>
              <td>{dayWords(new Date(day.at), clock)}</td>
              {severities.map((severity) => (
                <td key={severity} className={styles['number']}>
                  {number(day.open[severity])}
                </td>
              ))}
              <td className={styles['number']}>{number(day.opened)}</td>
              <td className={styles['number']}>{number(day.closed)}</td>
              <td className={styles['number']}>
                {number(day.unknown)}
                {ago > 0 && '+'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
