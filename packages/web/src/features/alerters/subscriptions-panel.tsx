/** A list of subscriptions, one's own or others'. */
import { Panel } from '../../components/panel.tsx';
import type { Alerter, Delivery, Subscription } from './alerter-queries.ts';
import styles from './alerters.module.css';
import { SubscriptionRow } from './subscription-row.tsx';

export type SubscriptionsPanelProps = {
  readonly title: string;
  readonly subscriptions: readonly Subscription[];
  readonly alerters: readonly Alerter[];
  readonly waiting: readonly Delivery[];
  /** The one to which a mail led. */
  readonly marked: string | undefined;
  readonly isOfOthers?: boolean;
  readonly actions?: React.ReactNode;
};

export function SubscriptionsPanel(props: SubscriptionsPanelProps) {
  const { title, subscriptions, alerters, waiting, marked, isOfOthers = false, actions } = props;
  return (
    <Panel title={title} actions={actions}>
      {subscriptions.length === 0 && (
        <p className={styles['text']}>
          {isOfOthers
            ? 'Nobody else is told anything.'
            : 'Nothing yet. Add a subscription to hear of changes and issues.'}
        </p>
      )}
      <ul>
        {subscriptions.map((subscription) => (
          <SubscriptionRow
            key={subscription.id}
            subscription={subscription}
            told={alerters.find(({ id }) => id === subscription.alerter)?.events ?? []}
            waiting={waiting.filter((delivery) => delivery.subscription === subscription.id).length}
            isMarked={subscription.id === marked}
          />
        ))}
      </ul>
    </Panel>
  );
}
