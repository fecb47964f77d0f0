/** Alerters: whether what they send arrives, what one is told, and what became of it. */
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { sessionQuery } from '../../api/session.ts';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { useFrame } from '../../stores/frame.ts';
import { alertersQuery, subscriptionsQuery, unsettledQuery } from './alerter-queries.ts';
import { alerterStates } from './alerter-state.ts';
import styles from './alerters.module.css';
import { AlertersVerdict } from './alerters-verdict.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { FailingNotice } from './failing-notice.tsx';
import { OwnSubscriptions } from './own-subscriptions.tsx';
import { SetUpPanel } from './set-up-panel.tsx';
import { SilencePanel } from './silence-panel.tsx';
import { SubscriptionsPanel } from './subscriptions-panel.tsx';
import { TestPanel } from './test-panel.tsx';

export function AlertersPage() {
  useFrame([{ label: 'Alerters' }]);
  const { subscription: marked } = useSearch({ from: '/shell/alerters' });
  const { person } = useSuspenseQuery(sessionQuery).data;
  const alerters = useQuery(alertersQuery);
  const subscriptions = useQuery(subscriptionsQuery);
  const unsettled = useQuery(unsettledQuery);
  const failed = [alerters, subscriptions, unsettled].find(({ error }) => error !== null);
  if (failed !== undefined)
    return <Failed error={failed.error} what="The alerters" again={() => void failed.refetch()} />;
  if (!alerters.data || !subscriptions.data || !unsettled.data || person === null)
    return <SkeletonRows rows={10} />;
  const states = alerterStates(alerters.data, unsettled.data.rows);
  const isOverseer = person.role === 'admin' && person.seesAll;
  const own = subscriptions.data.filter((one) => one.person === person.id);
  const others = subscriptions.data.filter((one) => one.person !== person.id);
  const waiting = unsettled.data.rows.filter(({ state }) => state === 'pending');
  const list = { alerters: alerters.data, waiting, marked };
  const isGone = marked !== undefined && subscriptions.data.every(({ id }) => id !== marked);
  return (
    <>
      <AlertersVerdict states={states} seesOthers={isOverseer} unsettled={unsettled.data} />
      {states.map((state) => (
        <FailingNotice key={state.id} state={state} />
      ))}
      {isGone && (
        <p className={styles['gone']} role="status">
          The subscription of that link was removed already, or is not yours: it tells you nothing any more.
        </p>
      )}
      <div className={styles['columns']}>
        <div className={styles['main']}>
          {states.every(({ configured }) => !configured) && <SetUpPanel states={states} />}
          <OwnSubscriptions subscriptions={own} person={person} isOverseer={isOverseer} {...list} />
          {isOverseer && (
            <SubscriptionsPanel title="What others are told" subscriptions={others} isOfOthers {...list} />
          )}
        </div>
        <div className={styles['main']}>
          {alerters.data.length > 0 && (
            <TestPanel alerters={alerters.data} person={person} isOverseer={isOverseer} />
          )}
          <SilencePanel states={states} subscriptions={own} seesAll={person.seesAll} />
        </div>
      </div>
      <DeliveryLog
        isOverseer={isOverseer}
        subscriptions={subscriptions.data}
        unsettled={unsettled.data.rows}
      />
    </>
  );
}
