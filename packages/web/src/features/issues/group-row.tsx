/** The head of a group of issues; it folds. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Provided } from '../../components/provided.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { number } from '../../words/count.ts';
import { severityOf, severityWord } from '../../words/severity.ts';
import styles from './issue-list.module.css';
import type { GroupHead } from './list-rows.ts';

type GroupRowProps = {
  readonly group: GroupHead;
  readonly rowIndex: number;
  readonly fold: (group: string) => void;
};

export function GroupRow({
  group: { value, title, count, isAll, worst, isOpen },
  rowIndex,
  fold,
}: GroupRowProps) {
  const severity = worst === undefined ? undefined : severityOf(worst);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div role="row" aria-rowindex={rowIndex}>
      <span role="gridcell">
        <button type="button" className={styles['group']} aria-expanded={isOpen} onClick={() => fold(value)}>
          <Chevron size={16} stroke={1.6} aria-hidden />
          {severity !== undefined && (
            <SeverityMark mark={severity} label={`Worst: ${severityWord(severity)}`} />
          )}
          <span className={styles['title']}>
            <Provided text={title} />
          </span>
          <span className={styles['count']}>{`${number(count)}${isAll ? '' : '+'}`}</span>
        </button>
      </span>
    </div>
  );
}
