/** Choosing one of the revisions by when it became so. */
import { Select } from '@mantine/core';
import { useClock } from '../../stores/clock.ts';
import { instantWithTime } from '../../words/time.ts';
import styles from './diff-view.module.css';
import type { Revision } from './item-queries.ts';

type RevisionSelectProps = {
  readonly label: string;
  readonly revisions: readonly Revision[];
  readonly value: string | undefined;
  readonly choose: (revision: string) => void;
};

export function RevisionSelect({ label, revisions, value, choose }: RevisionSelectProps) {
  const clock = useClock();
  return (
    <Select
      aria-label={label}
      className={styles['select'] ?? ''}
      placeholder="nothing before"
      data={revisions.map(({ id, kind, validFrom }) => ({
        value: id,
        label: `${instantWithTime(new Date(validFrom), clock)} · ${kind}`,
      }))}
      value={value ?? null}
      onChange={(chosen) => {
        if (chosen !== null) choose(chosen);
      }}
    />
  );
}
