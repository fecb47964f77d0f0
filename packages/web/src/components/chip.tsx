/** Account, region, technology, tag: small facts in a frame. */

import { Link } from '@tanstack/react-router';
import styles from './chip.module.css';
import { Provided } from './provided.tsx';

type ChipProps = {
  readonly text: string;
  /** Stands before the text, quieter: a provider, the key of a tag. */
  readonly prefix?: string;
  readonly mono?: boolean;
  readonly longest?: number;
  /** Query of the items that the chip narrows to. */
  readonly query?: string;
};

export function Chip({ text, prefix, mono = false, longest = 36, query }: ChipProps) {
  const inside = (
    <>
      {prefix !== undefined && (
        <span className={styles['prefix']}>
          <Provided text={prefix} longest={20} />
        </span>
      )}
      <Provided text={text} longest={longest} mono={mono} />
    </>
  );
  if (query === undefined) return <span className={styles['chip']}>{inside}</span>;
  return (
    <Link className={styles['chip']} to="/items" search={{ query }}>
      {inside}
    </Link>
  );
}
