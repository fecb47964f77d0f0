/** One justified issue, folded to a line: what, why, by whom, until when. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { issueQuery } from '../issues/issue-queries.ts';
import styles from './item-issues.module.css';
import type { Item } from './item-queries.ts';

type JustifiedLineProps = {
  readonly issue: Item['issues'][number];
  readonly reopen: () => void;
  readonly mayReopen: boolean;
};

export function JustifiedLine({ issue, reopen, mayReopen }: JustifiedLineProps) {
  const { data } = useQuery(issueQuery(issue.id));
  const standing = data?.justifications.find(({ endedAt }) => endedAt === null);
  return (
    <div className={styles['one']}>
      <StatusBadge status="justified" />
      <span>
        <Provided text={issue.text} />.{' '}
        {standing !== undefined && (
          <>
            “<Provided text={standing.reason} />” by <Provided text={standing.author} />
            {standing.until !== null && (
              <>
                {' '}
                until <Moment at={standing.until} form="day" />
              </>
            )}
          </>
        )}
      </span>
      {mayReopen && <Button onClick={reopen}>Reopen</Button>}
    </div>
  );
}
