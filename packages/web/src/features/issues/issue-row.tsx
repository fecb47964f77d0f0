/** One issue in the list: score, what it is on, who through which door, account, since when. */
import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import { Chip } from '../../components/chip.tsx';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { SeverityScore } from '../../components/severity-badge.tsx';
import { UnknownBadge } from '../../components/unknown-badge.tsx';
import { useClock } from '../../stores/clock.ts';
import { plainText } from '../../words/plain-text.ts';
import { age } from '../../words/time.ts';
import styles from './issue-list.module.css';
import type { Issue } from './issue-queries.ts';

export type RowActs = {
  readonly focus: (id: string) => void;
  readonly open: (issue: Issue, inNewTab: boolean) => void;
  readonly toggle: (id: string) => void;
};

type IssueRowProps = {
  readonly id: string;
  readonly issue: Issue;
  readonly rowIndex: number;
  readonly isFocused: boolean;
  readonly isChosen: boolean;
  readonly isFirst: boolean;
  readonly acts: RowActs;
};

/** Drawn anew only when something of it changes: a key moves the focus over hundreds of them. */
export const IssueRow = memo(function IssueRow(props: IssueRowProps) {
  const { id, issue, rowIndex, isFocused, isChosen, isFirst, acts } = props;
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={rowIndex}
      aria-selected={isChosen}
      tabIndex={isFocused || isFirst ? 0 : -1}
      className={styles['row']}
      data-focused={isFocused || undefined}
      data-chosen={isChosen || undefined}
      onClick={() => acts.focus(issue.id)}
      onDoubleClick={(event) => acts.open(issue, event.ctrlKey || event.metaKey)}
      onFocus={(event) => {
        if (event.target === event.currentTarget) acts.focus(issue.id);
      }}
    >
      <span role="gridcell" className={styles['check']}>
        <Checkbox
          aria-label={`Choose ${plainText(issue.name)}`}
          checked={isChosen}
          tabIndex={-1}
          onChange={() => acts.toggle(issue.id)}
          onClick={(event) => event.stopPropagation()}
        />
      </span>
      <span role="gridcell" className={styles['score']}>
        <SeverityScore score={issue.score} />
      </span>
      <span role="gridcell" className={styles['what']}>
        <span className={styles['name']}>
          <Provided text={issue.name} mono longest={60} />
        </span>
        <span className={styles['text']}>
          <Provided text={issue.text} />
        </span>
      </span>
      <span role="gridcell" className={styles['account']}>
        <Chip text={issue.account} longest={22} />
      </span>
      <span role="gridcell" className={styles['since']}>
        <SinceCell issue={issue} />
      </span>
    </div>
  );
});

function SinceCell({ issue: { openedAt, mayBeOlder, unverifiedSince } }: { readonly issue: Issue }) {
  const { now } = useClock();
  if (unverifiedSince !== null) return <UnknownBadge shape="pill">unverified</UnknownBadge>;
  return (
    <>
      <span className={styles['instant']}>
        <Moment at={openedAt} />
      </span>
      <span className={styles['age']}>
        {age(now.getTime() - Date.parse(openedAt))}
        {mayBeOlder && '+'}
      </span>
    </>
  );
}
