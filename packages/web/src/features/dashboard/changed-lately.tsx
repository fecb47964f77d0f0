/** What changed in the last 24 hours, by account. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Actor } from '../../components/actor.tsx';
import { ExportMenu } from '../../components/export-menu.tsx';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { PastMark } from '../../components/past-mark.tsx';
import { Provided } from '../../components/provided.tsx';
import { useClock } from '../../stores/clock.ts';
import { counted } from '../../words/count.ts';
import { timeOfDay } from '../../words/time.ts';
import styles from './dashboard-page.module.css';
import { type Change, changesQuery } from './dashboard-queries.ts';

const shownFirst = 12;

export function ChangedLately({ account }: { readonly account: string | undefined }) {
  const { data, error, refetch } = useInfiniteQuery(changesQuery(account));
  const changes = (data?.pages ?? []).flatMap(({ rows }) => rows);
  const isWhole = data?.pages.at(-1)?.next === null;
  const shown = changes.slice(0, shownFirst);
  return (
    <Panel
      title="Changed in 24 hours"
      note={data && `${counted(changes.length, 'revision')}${isWhole ? '' : ' or more'}`}
      actions={<ExportMenu isNarrow lists={[{ list: 'changes', asked: { account } }]} />}
    >
      {error !== null && <Failed error={error} what="The changes" again={() => void refetch()} />}
      {data === undefined && error === null && <SkeletonRows rows={6} height="52px" />}
      {data !== undefined && changes.length === 0 && (
        <p className={styles['foot']}>No revision in the last 24 hours.</p>
      )}
      {[...Map.groupBy(shown, (change) => change.account)].map(([name, inside]) => (
        <div key={name}>
          <p className={styles['group']}>
            <strong>
              <Provided text={name} />
            </strong>
          </p>
          <ul>
            {inside.map((change) => (
              <ChangeLine key={change.id} change={change} />
            ))}
          </ul>
        </div>
      ))}
      {changes.length > shown.length && (
        <p className={styles['foot']}>
          <Link to="/items" search={{ query: 'changed>1d', sort: 'changed' }}>
            All items that changed
          </Link>
        </p>
      )}
    </Panel>
  );
}

function ChangeLine({ change }: { readonly change: Change }) {
  const clock = useClock();
  const { item, name, kind, validFrom, meaning, summary, actor, source } = change;
  return (
    <li className={styles['change']}>
      <time dateTime={validFrom}>{timeOfDay(new Date(validFrom), clock)}</time>
      <div>
        <p>
          <Link to="/items/$id" params={{ id: item }} search={{ tab: 'diff', to: change.id }}>
            <Provided text={name} mono longest={40} />
          </Link>{' '}
          {kind}
        </p>
        {kind === 'changed' && (
          <p className={styles['words']}>
            <Provided text={meaning[0] ?? summary} />
          </p>
        )}
        <p className="quiet">
          <Actor actor={actor} /> <PastMark source={source} />
        </p>
      </div>
    </li>
  );
}
