/** One delivery: what, to whom, because of which subscription, and what became of it. */
import { Button } from '@mantine/core';
import { IconBellX, IconCheck, IconClock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FormError } from '../../components/form/form-error.tsx';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { counted } from '../../words/count.ts';
import { type Delivery, type DeliveryState, retryDelivery, tellingKey } from './alerter-queries.ts';
import { mayRetry } from './alerter-state.ts';
import styles from './alerters.module.css';
import { stateWords } from './delivery-states.ts';

type DeliveryRowProps = {
  readonly delivery: Delivery;
  /** The subscription that it was for, in words. */
  readonly reason: string | undefined;
};

export function DeliveryRow({ delivery, reason }: DeliveryRowProps) {
  const { at, state, attempts } = delivery;
  return (
    <li className={styles['delivery']}>
      <span className={styles['when']}>
        <Moment at={at} form="withTime" />
      </span>
      <StateBadge state={state} />
      <div className={styles['what']}>
        <What delivery={delivery} reason={reason} />
        {mayRetry(delivery) && <Retry delivery={delivery} />}
      </div>
      <span className={styles['attempts']}>{counted(attempts, 'attempt')}</span>
    </li>
  );
}

function What({ delivery, reason }: DeliveryRowProps) {
  const { what, address, alerter, kind, subscription, failure, nextAttempt, attempts } = delivery;
  return (
    <>
      <p>
        {what === null ? (
          <span className="quiet">Not made up yet</span>
        ) : (
          <Provided text={what} longest={160} mono={kind === 'event'} />
        )}
      </p>
      <p className="quiet">
        to <Provided text={address ?? alerter} longest={44} />
        {kind === 'message' && (
          <>
            {', '}
            {subscription === null ? 'a test, or for a subscription since removed' : 'because of: '}
            {reason !== undefined && <Provided text={reason} />}
          </>
        )}
      </p>
      {failure !== null && (
        <p className={styles['refusal']}>
          <Provided text={failure} />
        </p>
      )}
      {nextAttempt !== null && (
        <p className="quiet">
          {attempts === 0 ? 'Due' : 'Next attempt'} <Moment at={nextAttempt} />
        </p>
      )}
    </>
  );
}

function Retry({ delivery: { id, what } }: { readonly delivery: Delivery }) {
  const queries = useQueryClient();
  const retrying = useMutation({
    mutationFn: async () => await retryDelivery(id),
    onSettled: async () => await queries.invalidateQueries({ queryKey: tellingKey }),
  });
  return (
    <>
      <FormError text={retrying.error?.message} />
      <Button
        loading={retrying.isPending}
        onClick={() => retrying.mutate()}
        aria-label={`Try again now: ${what ?? id}`}
      >
        Try again now
      </Button>
    </>
  );
}

const icons = { pending: IconClock, delivered: IconCheck, dead: IconBellX };

function StateBadge({ state }: { readonly state: DeliveryState }) {
  const Icon = icons[state];
  return (
    <span className={styles['state']} data-state={state}>
      <Icon size={14} stroke={1.6} aria-hidden />
      {stateWords(state)}
    </span>
  );
}
