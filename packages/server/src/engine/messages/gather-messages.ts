/** Makes messages of what waits: one for each run that has ended, one for each digest whose time has come. */
import type { Database } from '../../store/database/database.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { endedRuns, takeEvents, type WaitingRun } from '../../store/message-events.ts';
import { insertMessage, removeMessage } from '../../store/messages.ts';
import type { MessageKind, Row } from '../../store/schema.ts';
import { claimSubscription, dueDigests, planDigest } from '../../store/subscriptions.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { Runtime } from '../runtime.ts';
import { nextDigest } from './digest-time.ts';
import { type MessagePolicy, messagePolicy } from './message-policy.ts';

type Gathering = Pick<Runtime, 'db' | 'clock' | 'nextId'>;

/** How many messages were made. Several processes may gather at once: each event goes into one message. */
export async function gatherMessages(
  runtime: Gathering,
  policy: MessagePolicy = messagePolicy,
): Promise<number> {
  const now = runtime.clock.now();
  const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
  const times = { now, quietSince: ago(policy.quiet), waitingSince: ago(policy.longestWait) };
  let made = 0;
  for (const run of await endedRuns(runtime.db, systemViewer, times)) made += await gatherRun(runtime, run);
  for (const digest of await dueDigests(runtime.db, systemViewer, now))
    made += await gatherDigest(runtime, digest);
  return made;
}

async function gatherRun(runtime: Gathering, { subscriptionId, accountId }: WaitingRun): Promise<0 | 1> {
  return await inTransaction(runtime.db, async (tx) => {
    const subscription = await claimSubscription(tx, subscriptionId);
    if (subscription === undefined) return 0;
    return await makeMessage(runtime, tx, { subscription, kind: 'run', accountId });
  });
}

async function gatherDigest(runtime: Gathering, subscription: Row<'subscription'>): Promise<0 | 1> {
  const { digest_at: at, time_zone: timeZone } = subscription;
  if (at === null) return 0;
  const next = nextDigest(runtime.clock.now(), { at, timeZone });
  return await inTransaction(runtime.db, async (tx) => {
    if (!(await planDigest(tx, subscription, next))) return 0;
    return await makeMessage(runtime, tx, { subscription, kind: 'digest' });
  });
}

type Making = {
  readonly subscription: Row<'subscription'>;
  readonly kind: MessageKind;
  readonly accountId?: string;
};

/** No message where nothing waits, or nothing of it reaches the subscription's score. */
async function makeMessage(
  runtime: Gathering,
  tx: Database,
  { subscription, kind, accountId }: Making,
): Promise<0 | 1> {
  const id = runtime.nextId();
  const { id: subscriptionId, alerter, address, min_score: minScore } = subscription;
  await insertMessage(tx, {
    id,
    subscription_id: subscriptionId,
    account_id: accountId ?? null,
    kind,
    alerter,
    address,
    created_at: runtime.clock.now(),
  });
  const taking = { subscriptionId, messageId: id, minScore };
  const told = await takeEvents(tx, accountId === undefined ? taking : { ...taking, accountId });
  if (told > 0) return 1;
  await removeMessage(tx, id);
  return 0;
}
