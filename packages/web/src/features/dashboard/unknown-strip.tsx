/** How many checks at least were unknown, day by day, under the chart of issues and never added to it. */
import { useElementSize } from '@mantine/hooks';
import { useId } from 'react';
import { counted, number } from '../../words/count.ts';
import { left } from './bars.ts';
import styles from './dashboard-page.module.css';
import type { Day } from './dashboard-queries.ts';
import { mostOf, stripOf } from './strip.ts';

const height = 34;

/** Keeps its height until the days are known. */
export function UnknownStrip({ days }: { readonly days: readonly Day[] | undefined }) {
  return (
    <div className={styles['strip']}>
      {days !== undefined && (
        <>
          <p>{wordsOf(days)}</p>
          <Strip days={days} />
        </>
      )}
    </div>
  );
}

/** What is kept of a check is since when it is unknown, and that no longer than it is. */
function wordsOf(days: readonly Day[]): React.ReactNode {
  const now = days.at(-1)?.unknown ?? 0;
  if (now === 0)
    return (
      <>
        <strong>No check is unknown now.</strong> Those that were and are decided by now are not kept.
      </>
    );
  return (
    <>
      <strong>{counted(now, 'check is', 'checks are')} unknown now.</strong> Before, at least as many as
      shown: those decided by now are not kept.
    </>
  );
}

function Strip({ days }: { readonly days: readonly Day[] }) {
  const { ref, width } = useElementSize();
  const hatch = useId();
  const bars = stripOf(days, { width: Math.max(width, 200), height: height - 1 });
  const [first, last] = [days[0], days.at(-1)];
  return (
    <div ref={ref}>
      <svg
        role="img"
        aria-label={`Unknown checks: at least ${first?.unknown ?? 0} at first, ${last?.unknown ?? 0} now; the table has every day.`}
      >
        <pattern id={hatch} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={styles['unknownGround']} width={5} height={5} />
          <line className={styles['hatchLine']} x1={0} y1={0} x2={0} y2={5} strokeWidth={2} />
        </pattern>
        <line className={styles['grid']} x1={left} x2="100%" y1={height - 0.5} y2={height - 0.5} />
        {bars.length > 0 && (
          <text className={styles['axis']} x={left - 8} y={11} textAnchor="end">
            {number(mostOf(days))}
          </text>
        )}
        {bars.map(({ day, ...place }) => (
          <rect key={day.at} className={styles['unknown']} fill={`url(#${hatch})`} {...place} />
        ))}
      </svg>
    </div>
  );
}
