/** What changed between two revisions: a sentence per change, then the text, as one column or two. */
import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Empty, Failed, SkeletonRows } from '../../components/page-state.tsx';
import { jsonOf } from '../../words/json.ts';
import { plainText } from '../../words/plain-text.ts';
import { ChangeList } from './change-list.tsx';
import { diffRows } from './diff-rows.ts';
import { SideBySide, UnifiedText } from './diff-text.tsx';
import styles from './diff-view.module.css';
import { diffQuery, type Item, type ItemDiff, type RevisionPair, revisionsQuery } from './item-queries.ts';
import { RevisionSelect } from './revision-select.tsx';

type DiffViewProps = { readonly item: Item; readonly pair: RevisionPair };

export function DiffView({ item, pair }: DiffViewProps) {
  const { data: diff, error, refetch } = useQuery(diffQuery(item.id, pair));
  const { data } = useInfiniteQuery(revisionsQuery(item.id));
  const revisions = (data?.pages ?? []).flatMap(({ rows }) => rows);
  const search = useSearch({ from: '/shell/items/$id' });
  const navigate = useNavigate({ from: '/items/$id' });
  const isWide = useMediaQuery('(min-width: 1280px)') ?? true;
  const [view, setView] = useState('text');
  const choose = (changed: Partial<typeof search>): void =>
    void navigate({ search: { ...search, ...changed }, resetScroll: false });
  if (error !== null) return <Failed error={error} what="The difference" again={() => void refetch()} />;
  return (
    <>
      <div className={styles['bar']}>
        <RevisionSelect
          label="Older revision"
          revisions={revisions}
          value={pair.from ?? diff?.before?.revision}
          choose={(from) => choose({ from })}
        />
        <span aria-hidden>→</span>
        <RevisionSelect
          label="Newer revision"
          revisions={revisions}
          value={pair.to ?? diff?.after.revision}
          choose={(to) => choose({ to })}
        />
        {isWide && (
          <SegmentedControl
            className={styles['views'] ?? ''}
            size="xs"
            value={view}
            onChange={setView}
            data={[
              { value: 'text', label: 'Text' },
              { value: 'sides', label: 'Side by side' },
            ]}
          />
        )}
      </div>
      {diff === undefined ? (
        <SkeletonRows rows={10} />
      ) : (
        <Difference diff={diff} isSideBySide={isWide && view === 'sides'} />
      )}
    </>
  );
}

type DifferenceProps = { readonly diff: ItemDiff; readonly isSideBySide: boolean };

function Difference({ diff, isSideBySide }: DifferenceProps) {
  const { before, after, unknown } = diff;
  const rows = useMemo(
    () =>
      diffRows(
        before === null ? undefined : jsonOf(before.config),
        after.kind === 'deleted' ? undefined : jsonOf(after.config),
      ),
    [before, after],
  );
  if (rows.every(({ kind }) => kind === 'equal'))
    return (
      <Empty kind="search" title="Nothing differs between the two">
        The order of unordered lists and values that are only kept up to date do not count
        {notCompared(unknown)}.
      </Empty>
    );
  return (
    <>
      <ChangeList diff={diff} />
      {isSideBySide ? <SideBySide rows={rows} /> : <UnifiedText rows={rows} />}
      <p className={styles['foot']}>
        Not shown: the order of unordered lists, and values that are only kept up to date
        {notCompared(unknown)}.
      </p>
    </>
  );
}

/** Parts that nobody could read in one of both. */
function notCompared(unknown: ItemDiff['unknown']): string {
  return unknown.length === 0 ? '' : `, nor ${unknown.map(plainText).join(', ')}, not known in one of both`;
}
