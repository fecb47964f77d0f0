/** The revisions of an item, one sentence each, newest first. Choosing one shows what it changed. */

import { IconArrowBackUp, IconCircle, IconCirclePlus, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Actor } from '../../components/actor.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Moment } from '../../components/moment.tsx';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { PastMark } from '../../components/past-mark.tsx';
import { Provided } from '../../components/provided.tsx';
import { useKeys } from '../../stores/keys.ts';
import { counted } from '../../words/count.ts';
import { type Item, type Revision, revisionsQuery } from './item-queries.ts';
import styles from './timeline.module.css';

export function Timeline({ item }: { readonly item: Item }) {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(revisionsQuery(item.id));
  const search = useSearch({ from: '/shell/items/$id' });
  const navigate = useNavigate({ from: '/items/$id' });
  const revisions = (data?.pages ?? []).flatMap(({ rows }) => rows);
  const chosen = search.tab === 'diff' ? (search.to ?? revisions[0]?.id) : undefined;
  const choose = (revision: Revision, isLeft: boolean): void =>
    void navigate({
      search: isLeft ? { ...search, tab: 'diff', from: revision.id } : { tab: 'diff', to: revision.id },
      resetScroll: false,
    });
  const step = (by: number): void => {
    const at = revisions.findIndex(({ id }) => id === chosen);
    const next = revisions[Math.min(Math.max(at === -1 ? 0 : at + by, 0), revisions.length - 1)];
    if (next !== undefined) choose(next, false);
  };
  useKeys([
    { keys: ['['], does: 'older revision', run: () => step(1) },
    { keys: [']'], does: 'newer revision', run: () => step(-1) },
  ]);
  const count = `${counted(revisions.length, 'revision')}${hasNextPage ? ' and more' : ''}`;
  return (
    <Panel
      title="Timeline"
      note={data && count}
      actions={
        <>
          <KeyHint>[</KeyHint>
          <KeyHint>]</KeyHint>
        </>
      }
    >
      {error !== null && <Failed error={error} what="The revisions" again={() => void refetch()} />}
      {data === undefined && error === null && <SkeletonRows rows={5} height="52px" />}
      <ol className={styles['timeline']}>
        {revisions.map((revision) => (
          <li key={revision.id}>
            <button
              type="button"
              className={styles['entry']}
              aria-current={revision.id === chosen || undefined}
              data-left={(search.tab === 'diff' && revision.id === search.from) || undefined}
              onClick={(event) => choose(revision, event.shiftKey)}
            >
              <RevisionMark kind={revision.kind} />
              <RevisionWords revision={revision} />
            </button>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" className={styles['more']} onClick={() => void fetchNextPage()}>
          Older revisions
        </button>
      )}
    </Panel>
  );
}

const marks = { created: IconCirclePlus, changed: IconCircle, deleted: IconTrash };

function RevisionMark({ kind }: { readonly kind: Revision['kind'] }) {
  const Icon = marks[kind];
  return (
    <span className={styles['mark']}>
      <Icon size={14} stroke={2} aria-hidden />
    </span>
  );
}

function RevisionWords({ revision }: { readonly revision: Revision }) {
  const { summary, meaning, validFrom, observedAt, actor, source, rebaselines } = revision;
  const isBetween = source === 'scan' && actor === null;
  return (
    <span className={styles['words']}>
      <span className={styles['sentence']}>
        <Provided text={meaning[0] ?? summary} />
        {/[.!?]$/.test(meaning[0] ?? summary) ? '' : '.'}
      </span>
      {meaning.length > 1 && <span className="quiet">and {counted(meaning.length - 1, 'more effect')}</span>}
      <span className={styles['facts']}>
        <span>
          {isBetween && validFrom === observedAt && 'seen '}
          <Moment at={validFrom} form="withTime" />
        </span>
        <Actor actor={actor} />
      </span>
      <PastMark source={source} />
      {rebaselines > 0 && (
        <span className={styles['folded']}>
          <IconArrowBackUp size={12} stroke={1.6} aria-hidden />
          {counted(rebaselines, 're-baseline')} folded
        </span>
      )}
    </span>
  );
}
