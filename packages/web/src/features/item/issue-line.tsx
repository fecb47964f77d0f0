/** One open issue of the item: how grave, what, since when, who through which door. */
import { Link } from '@tanstack/react-router';
import { readablePath } from '../../components/code/json-lines.ts';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { SeverityBadge } from '../../components/severity-badge.tsx';
import { Since } from '../../components/since.tsx';
import { UnknownBadge } from '../../components/unknown-badge.tsx';
import { sentence } from '../../words/count.ts';
import styles from './item-issues.module.css';
import type { Item } from './item-queries.ts';

type IssueLineProps = {
  readonly issue: Item['issues'][number];
  readonly hasFocus: boolean;
  readonly focus: () => void;
  readonly children: React.ReactNode;
};

export function IssueLine({ issue, hasFocus, focus, children }: IssueLineProps) {
  const places = issue.evidence.map(({ path }) => path).filter((path) => path.startsWith('/'));
  return (
    <div className={styles['line']} aria-current={hasFocus || undefined} onFocus={focus}>
      <span>
        <SeverityBadge score={issue.score} />
      </span>
      <div className={styles['what']}>
        <p className={styles['sentence']}>
          <Provided text={sentence(issue.text)} />.
        </p>
        <p className={styles['facts']}>
          <span>
            open <Since issue={issue} />
          </span>
          {places.length > 0 && (
            <Link to="." search={{ tab: 'config', issue: issue.id }} hash={`evidence-${issue.id}`}>
              evidence in <Provided text={readablePath(places[0] ?? '')} mono longest={44} />
            </Link>
          )}
          {issue.unverifiedSince !== null && (
            <UnknownBadge shape="pill">
              unverified since <Moment at={issue.unverifiedSince} />
            </UnknownBadge>
          )}
        </p>
      </div>
      <span>{children}</span>
    </div>
  );
}
