/** What was sent, what waits and what was given up, the newest first. */
import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ExportMenu } from '../../components/export-menu.tsx';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { confirm } from '../../stores/toasts.ts';
import { counted } from '../../words/count.ts';
import {
  type Delivery,
  deliveriesQuery,
  retryAll,
  type Subscription,
  tellingKey,
} from './alerter-queries.ts';
import { mayRetry } from './alerter-state.ts';
import styles from './alerters.module.css';
import { DeliveryRow } from './delivery-row.tsx';
import { deliveryStateOf, stateWords } from './delivery-states.ts';
import { subscriptionWords } from './subscription-words.ts';
import { useNames } from './use-names.ts';

type DeliveryLogProps = {
  readonly isOverseer: boolean;
  readonly subscriptions: readonly Subscription[];
  readonly unsettled: readonly Delivery[];
};

const choices = [
  { value: '', label: 'All' },
  ...(['pending', 'delivered', 'dead'] as const).map((state) => ({ value: state, label: stateWords(state) })),
];

export function DeliveryLog({ isOverseer, subscriptions, unsettled }: DeliveryLogProps) {
  const search = useSearch({ from: '/shell/alerters' });
  const navigate = useNavigate({ from: '/alerters' });
  const state = deliveryStateOf(search.state);
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(deliveriesQuery(state));
  const deliveries = data?.pages.flatMap(({ rows }) => rows);
  return (
    <Panel
      title="Deliveries"
      note={isOverseer ? 'everybody’s' : 'yours'}
      actions={
        <>
          {isOverseer && unsettled.some(mayRetry) && <RetryAll />}
          <ExportMenu lists={[{ list: 'deliveries', asked: { state } }]} />
        </>
      }
    >
      <div className={styles['states']}>
        <SegmentedControl
          aria-label="Deliveries that are shown"
          data={choices}
          value={state ?? ''}
          onChange={(value) =>
            void navigate({
              search: { ...search, state: value === '' ? undefined : value },
              replace: true,
              resetScroll: false,
            })
          }
        />
      </div>
      {error !== null && <Failed error={error} what="The log" again={() => void refetch()} />}
      {deliveries === undefined && error === null && <SkeletonRows rows={4} />}
      {deliveries?.length === 0 && (
        <p className={styles['text']}>
          {state === undefined ? 'Nothing was to be sent yet.' : 'There is none of these.'}
        </p>
      )}
      {deliveries !== undefined && deliveries.length > 0 && (
        <DeliveryList deliveries={deliveries} subscriptions={subscriptions} />
      )}
      {hasNextPage && (
        <div className={form['form']}>
          <Button onClick={() => void fetchNextPage()}>Older deliveries</Button>
        </div>
      )}
    </Panel>
  );
}

type DeliveryListProps = {
  readonly deliveries: readonly Delivery[];
  readonly subscriptions: readonly Subscription[];
};

function DeliveryList({ deliveries, subscriptions }: DeliveryListProps) {
  const names = useNames();
  const reasons = new Map(subscriptions.map((one) => [one.id, subscriptionWords(one, names)]));
  return (
    <ul aria-label="Deliveries">
      {deliveries.map((delivery) => (
        <DeliveryRow
          key={`${delivery.id} ${delivery.alerter}`}
          delivery={delivery}
          reason={reasons.get(delivery.subscription ?? '')}
        />
      ))}
    </ul>
  );
}

/** For administrators who see all accounts. */
function RetryAll() {
  const queries = useQueryClient();
  const retrying = useMutation({
    mutationFn: retryAll,
    onSuccess: (retried) => confirm({ text: `${counted(retried, 'message is', 'messages are')} due again.` }),
    onSettled: async () => await queries.invalidateQueries({ queryKey: tellingKey }),
  });
  return (
    <>
      <FormError text={retrying.error?.message} />
      <Button loading={retrying.isPending} onClick={() => retrying.mutate()}>
        Try all again now
      </Button>
    </>
  );
}
