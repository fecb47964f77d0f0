/** Hands messages that are due to their alerters: each under a deadline, none harming another, retried with backoff, never lost. */
import { type Alerter, isMessageAlerter, type Message, type MessageAlerter } from '@security-monkey/sdk';
import { inTransaction } from '../../store/database/transaction.ts';
import { alertersWithDue, claimMessage, type MessageOutcome, settleMessage } from '../../store/messages.ts';
import type { Row } from '../../store/schema.ts';
import { subscriberOfId } from '../../store/subscriptions.ts';
import { systemViewer } from '../../store/viewer.ts';
import { type DeliveryPolicy, deliveryPolicy, nextAttempt } from '../notify/delivery-policy.ts';
import { failureLine } from '../notify/failure-line.ts';
import { sendWithDeadline } from '../notify/send-with-deadline.ts';
import type { Runtime } from '../runtime.ts';
import { composeMessage } from './compose-message.ts';

export type MessageSummary = { readonly delivered: number; readonly failed: number; readonly dead: number };

export type DeliverMessagesOptions = { readonly signal: AbortSignal; readonly policy?: DeliveryPolicy };

export async function deliverMessages(
  runtime: Runtime,
  { signal, policy = deliveryPolicy }: DeliverMessagesOptions,
): Promise<MessageSummary> {
  const alerters = await alertersWithDue(runtime.db, systemViewer, runtime.clock.now());
  const all = await Promise.all(alerters.map((alerter) => deliverBy({ runtime, signal, policy, alerter })));
  const sum = (count: (summary: MessageSummary) => number): number =>
    all.reduce((total, summary) => total + count(summary), 0);
  return {
    delivered: sum(({ delivered }) => delivered),
    failed: sum(({ failed }) => failed),
    dead: sum(({ dead }) => dead),
  };
}

type Sender = {
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  readonly policy: DeliveryPolicy;
  readonly alerter: string;
};

/** Sends until nothing is due, or the alerter has failed too often in a row or had its turn for now. */
async function deliverBy(sender: Sender): Promise<MessageSummary> {
  const { runtime, signal, policy, alerter } = sender;
  const counts = { delivered: 0, failed: 0, dead: 0 };
  let failuresInARow = 0;
  const end = runtime.clock.now().getTime() + policy.turn;
  while (!signal.aborted && failuresInARow < policy.patience && runtime.clock.now().getTime() < end) {
    const now = runtime.clock.now();
    const until = new Date(now.getTime() + 2 * policy.deadline);
    const message = await inTransaction(runtime.db, (tx) => claimMessage(tx, { alerter, now, until }));
    if (message === undefined) break;
    const tried = await attempt(sender, message);
    // Stopped by us, not refused: the claim runs out and the message is sent again.
    if (tried === undefined) break;
    await settleMessage(runtime.db, message.id, tried.outcome);
    counts[tried.result] += 1;
    failuresInARow = tried.isRefused ? failuresInARow + 1 : 0;
  }
  return counts;
}

type Tried = {
  readonly outcome: MessageOutcome;
  readonly result: keyof MessageSummary;
  /** Whether the alerter was asked and did not take it. */
  readonly isRefused: boolean;
};

/** What became of it; undefined when it was stopped. */
async function attempt(sender: Sender, message: Row<'message'>): Promise<Tried | undefined> {
  const { runtime, signal, policy, alerter } = sender;
  const attempts = message.attempts + 1;
  let subject = message.subject;
  try {
    const composed = await compose(runtime, message);
    if (typeof composed === 'string') {
      const outcome = { state: 'dead', attempts, failure: composed } as const;
      return { outcome, result: 'dead', isRefused: false };
    }
    ({ subject } = composed);
    await sendMessage(runtime, { alerter, to: message.address, message: composed }, { signal, policy });
    const delivered = { state: 'delivered', delivered_at: runtime.clock.now(), failure: null } as const;
    return { outcome: { ...delivered, attempts, subject }, result: 'delivered', isRefused: false };
  } catch (error) {
    if (signal.aborted) return undefined;
    const failure = failureLine(error, runtime.digestKey);
    const now = runtime.clock.now();
    const next = nextAttempt(policy, { attempts, now, random: runtime.random() });
    runtime.log.warn(
      { alerter, message: message.id, attempts, problem: failure },
      'A message was not taken.',
    );
    const result = next.state === 'dead' ? 'dead' : 'failed';
    return { outcome: { ...next, failure, subject }, result, isRefused: true };
  }
}

/** The message, or why there is nothing left to send. */
async function compose(runtime: Runtime, message: Row<'message'>): Promise<Message | string> {
  const { subscription_id: id } = message;
  const subscriber = id === null ? undefined : await subscriberOfId(runtime.db, id);
  if (subscriber === undefined) return 'The subscription was removed, or its owner may not sign in any more.';
  const composed = await composeMessage(runtime, subscriber, message);
  return composed ?? 'What it was to tell was removed, or may not be seen by its receiver any more.';
}

export type Outgoing = { readonly alerter: string; readonly to: string; readonly message: Message };

/** Resolves once the alerter has handed it over; rejects with a sentence that says why not. */
export async function sendMessage(
  runtime: Runtime,
  { alerter: id, to, message }: Outgoing,
  { signal, policy = deliveryPolicy }: DeliverMessagesOptions,
): Promise<void> {
  const alerter = requireMessageAlerter(runtime.registry.alerter(id), id);
  const configured = runtime.alerting.options[id];
  if (configured === undefined)
    throw new Error(`The alerter ${id} is not configured; docs/guides/mail.md says how to.`);
  const options: unknown = alerter.options.parse(configured);
  await sendWithDeadline((deadline) => alerter.send({ message, to, options, signal: deadline }), {
    milliseconds: policy.deadline,
    signal,
    clock: runtime.clock,
  });
}

function requireMessageAlerter(alerter: Alerter | undefined, id: string): MessageAlerter {
  if (alerter === undefined) throw new Error(`No plugin brings the alerter ${id}.`);
  if (isMessageAlerter(alerter)) return alerter;
  throw new Error(`The alerter ${id} takes events for machines and tells no people.`);
}
