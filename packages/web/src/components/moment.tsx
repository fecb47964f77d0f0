/** A time in words, exact to the second on hover and focus. */
import { Tooltip } from '@mantine/core';
import { useClock } from '../stores/clock.ts';
import { dayWords, exactly, instant, instantWithTime } from '../words/time.ts';
import styles from './moment.module.css';

type MomentProps = {
  /** ISO 8601. */
  readonly at: string;
  readonly form?: 'near' | 'withTime' | 'day';
  /** No longer verified: underlined with dashes. */
  readonly stale?: boolean;
};

const forms = { near: instant, withTime: instantWithTime, day: dayWords };

export function Moment({ at, form = 'near', stale = false }: MomentProps) {
  const clock = useClock();
  const date = new Date(at);
  return (
    <Tooltip label={`${exactly(date, clock.zone)}${stale ? ' · not verified since' : ''}`}>
      <time dateTime={at} className={stale ? styles['stale'] : styles['moment']}>
        {forms[form](date, clock)}
      </time>
    </Tooltip>
  );
}
