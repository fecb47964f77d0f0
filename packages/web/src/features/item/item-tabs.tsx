/** Below the issues: the configuration, what changed, what people wrote, the bare JSON. The address says which. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { KeyHint } from '../../components/key-hint.tsx';
import { SkeletonRows } from '../../components/page-state.tsx';
import { Comments } from './comments.tsx';
import { ConfigView } from './config-view.tsx';
import { commentsQuery, type Item } from './item-queries.ts';
import styles from './item-tabs.module.css';
import { RawView } from './raw-view.tsx';

const DiffView = lazy(async () => ({ default: (await import('./diff-view.tsx')).DiffView }));

/** A link is the current one only when the whole address is its own. */
const exactly = { exact: true, includeSearch: true, explicitUndefined: true };

const tabs = [
  { id: 'config', label: 'Config' },
  { id: 'diff', label: 'Diff' },
  { id: 'comments', label: 'Comments' },
  { id: 'raw', label: 'Raw JSON' },
] as const;

export function ItemTabs({ item }: { readonly item: Item }) {
  const search = useSearch({ from: '/shell/items/$id' });
  const current = tabs.find(({ id }) => id === search.tab)?.id ?? 'config';
  const { data } = useQuery(commentsQuery(item.id));
  const count = data?.comments.length ?? 0;
  return (
    <section className={styles['panel']} aria-label="Configuration and history">
      <nav className={styles['tabs']} aria-label="Views of the item">
        {tabs.map(({ id, label }) => (
          <Link
            key={id}
            to="."
            search={{ tab: id === 'config' ? undefined : id }}
            resetScroll={false}
            className={styles['tab']}
            activeOptions={exactly}
            data-current={id === current || undefined}
          >
            {label}
            {id === 'comments' && count > 0 && <span className="quiet"> {count}</span>}
          </Link>
        ))}
        <span className={styles['hint']}>
          {current === 'config' && (
            <>
              <KeyHint>N</KeyHint> <KeyHint>P</KeyHint> evidence
            </>
          )}
          {current !== 'diff' && current !== 'config' && (
            <>
              <KeyHint>D</KeyHint> newest change
            </>
          )}
        </span>
      </nav>
      {current === 'config' && <ConfigView item={item} />}
      {current === 'diff' && (
        <Suspense fallback={<SkeletonRows rows={10} />}>
          <DiffView item={item} pair={{ from: search.from, to: search.to }} />
        </Suspense>
      )}
      {current === 'comments' && <Comments item={item} />}
      {current === 'raw' && <RawView value={item.config} name={item.name} />}
    </section>
  );
}
