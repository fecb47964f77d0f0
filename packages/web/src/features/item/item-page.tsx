/** One item: what is wrong with it, since when and by whom, how it is set up, and how it came to be so. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ProblemError } from '../../api/client.ts';
import { Empty, Failed, SkeletonRows } from '../../components/page-state.tsx';
import { term } from '../../components/query/query-text.ts';
import { useFrame } from '../../stores/frame.ts';
import { useKeys } from '../../stores/keys.ts';
import { plainText } from '../../words/plain-text.ts';
import { ItemHead } from './item-head.tsx';
import { ItemIssues } from './item-issues.tsx';
import styles from './item-page.module.css';
import { type Item, itemQuery } from './item-queries.ts';
import { ItemTabs } from './item-tabs.tsx';
import { PastItemView } from './past-item-view.tsx';
import { Related } from './related.tsx';
import { Timeline } from './timeline.tsx';
import { VerdictCard } from './verdict-card.tsx';

export function ItemPage() {
  const { id } = useParams({ from: '/shell/items/$id' });
  const { data: item, error, refetch } = useQuery(itemQuery(id));
  const name = item === undefined ? 'Item' : plainText(item.name);
  useFrame([{ label: 'Items', to: '/items' }, ...(item === undefined ? [] : wayOf(item)), { label: name }]);
  if (error instanceof ProblemError && error.problem.status === 404)
    return (
      <Empty kind="search" title="There is no such item" heading="h1">
        {error.message}
      </Empty>
    );
  if (error !== null) return <Failed error={error} what="The item" isPage again={() => void refetch()} />;
  if (item === undefined) return <SkeletonRows rows={12} />;
  return <LoadedItem key={item.id} item={item} />;
}

function wayOf({ account, technology }: Item) {
  const inAccount = term('account', account);
  return [
    { label: plainText(account), to: '/items', search: { query: inAccount } },
    { label: technology, to: '/items', search: { query: `${inAccount} ${term('technology', technology)}` } },
  ];
}

function LoadedItem({ item }: { readonly item: Item }) {
  const { asOf } = useSearch({ from: '/shell/items/$id' });
  const navigate = useNavigate({ from: '/items/$id' });
  useKeys([
    {
      keys: ['d'],
      does: 'what the newest revision changed',
      run: () => void navigate({ search: { tab: 'diff' } }),
    },
    {
      keys: ['y'],
      does: 'copy the link to exactly this',
      run: () => void navigator.clipboard.writeText(window.location.href),
    },
  ]);
  if (asOf !== undefined) return <PastItemView item={item} asOf={asOf} />;
  return (
    <>
      <ItemHead item={item} />
      <VerdictCard item={item} />
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <ItemIssues item={item} />
          <ItemTabs item={item} />
        </div>
        <aside className={styles['aside']}>
          <Timeline item={item} />
          <Related item={item} />
        </aside>
      </div>
    </>
  );
}
