/** One subscription: to whom what is told and when; removing it says first what follows. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { confirm } from '../../stores/toasts.ts';
import { counted, sentence } from '../../words/count.ts';
import { removeSubscription, type Subscription, tellingKey } from './alerter-queries.ts';
import styles from './alerters.module.css';
import { eventsWords, subscriptionWords } from './subscription-words.ts';
import { useNames } from './use-names.ts';

type SubscriptionRowProps = {
  readonly subscription: Subscription;
  /** The kinds of events of which its alerter can tell. */
  readonly told: readonly string[];
  /** How many messages wait for it. */
  readonly waiting: number;
  /** A mail led to it, to stop it. */
  readonly isMarked: boolean;
};

export function SubscriptionRow({ subscription, told, waiting, isMarked }: SubscriptionRowProps) {
  const { address, nextDigest, createdAt, createdBy, events } = subscription;
  const [step, setStep] = useState<'shown' | 'removing' | 'kept'>(isMarked ? 'removing' : 'shown');
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMarked) place.current?.scrollIntoView({ block: 'center' });
  }, [isMarked]);
  const said = subscriptionWords(subscription, useNames());
  // The name of an account stays as it is.
  const words = subscription.accounts === 'all' ? sentence(said) : said;
  const narrowed = eventsWords(events, told);
  return (
    <li ref={place} className={styles['subscription']} data-marked={isMarked || undefined}>
      <div className={styles['about']}>
        <p>
          <strong>
            <Provided text={words} />
          </strong>
        </p>
        <p className="quiet">
          to <Provided text={address} longest={44} />
          {narrowed !== undefined && `; only ${narrowed}`}
          {nextDigest !== null && (
            <>
              ; the next digest <Moment at={nextDigest} />
            </>
          )}
          {waiting > 0 && `; ${counted(waiting, 'message waits', 'messages wait')}`}; since{' '}
          <Moment at={createdAt} form="day" /> by <Provided text={createdBy} longest={30} />
        </p>
      </div>
      {step !== 'removing' && (
        <Button
          // Whoever keeps it is where they were.
          autoFocus={step === 'kept'}
          aria-label={`Remove: ${words}, to ${address}`}
          onClick={() => setStep('removing')}
        >
          Remove
        </Button>
      )}
      {step === 'removing' && (
        <Removal subscription={subscription} waiting={waiting} close={() => setStep('kept')} />
      )}
    </li>
  );
}

type RemovalProps = {
  readonly subscription: Subscription;
  readonly waiting: number;
  readonly close: () => void;
};

function Removal({ subscription: { id, address }, waiting, close }: RemovalProps) {
  const queries = useQueryClient();
  const navigate = useNavigate({ from: '/alerters' });
  const removing = useMutation({
    mutationFn: async () => await removeSubscription(id),
    onSuccess: async () => {
      confirm({ text: 'The subscription is removed.' });
      // Where a mail led to it, there is nothing to lead to any more.
      await navigate({
        search: (before) => ({ ...before, subscription: undefined }),
        replace: true,
        resetScroll: false,
      });
      await queries.invalidateQueries({ queryKey: tellingKey });
    },
  });
  return (
    <div className={styles['removal']}>
      <p className={form['follows']}>
        Nothing of this is sent to <Provided text={address} /> any more
        {waiting > 0 && `, nor ${counted(waiting, 'message that waits', 'messages that wait')}`}. What was
        sent stays in the log.
      </p>
      <FormError text={removing.error?.message} />
      <div className={form['buttons']}>
        <Button variant="filled" loading={removing.isPending} onClick={() => removing.mutate()} autoFocus>
          Remove the subscription
        </Button>
        <Button onClick={close}>Keep it</Button>
      </div>
    </div>
  );
}
