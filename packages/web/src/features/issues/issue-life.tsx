/** The life of an issue: justifications, comments and every change of its status, newest first. */
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { sentence } from '../../words/count.ts';
import styles from './issue-peek.module.css';
import type { IssueDetail } from './issue-queries.ts';
import { lifeOf } from './life-of.ts';

export function IssueLife({ issue }: { readonly issue: IssueDetail }) {
  return (
    <div className={styles['part']}>
      <h3 className={styles['heading']}>Life</h3>
      <ol className={styles['life']}>
        {lifeOf(issue).map(({ key, at, who, what, quote }) => (
          <li key={key}>
            <p>
              {who === undefined ? (
                sentence(what)
              ) : (
                <>
                  <strong>
                    <Provided text={who} />
                  </strong>{' '}
                  {what}
                </>
              )}
            </p>
            {quote !== undefined && (
              <p className={styles['quote']}>
                <Provided text={quote} />
              </p>
            )}
            <p className="quiet">
              <Moment at={at} form="withTime" />
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
