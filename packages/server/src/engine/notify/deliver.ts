/** Hands pending events to their alerters: each under a deadline, none harming another, retried with backoff, never lost. */
import { type Alerter, isMessageAlerter } from '@security-monkey/sdk';
import type { Runtime } from '../runtime.ts';
import { type ConfiguredAlerter, configuredAlerters } from '../settings/alerters.ts';
import { type Claimed, claimDeliveries, namesWithPending, settleDeliveries } from './claim-deliveries.ts';
import { type DeliveryPolicy, deliveryPolicy, nextAttempt } from './delivery-policy.ts';
import { failureLine } from './failure-line.ts';
import { sendWithDeadline } from './send-with-deadline.ts';

export type DeliverySummary = { readonly delivered: number; readonly failed: number; readonly dead: number };

export type DeliverOptions = { readonly signal: AbortSignal; readonly policy?: DeliveryPolicy };

export async function deliverPending(
  runtime: Runtime,
  { signal, policy = deliveryPolicy }: DeliverOptions,
): Promise<DeliverySummary> {
  const configured = new Map((await configuredAlerters(runtime.db)).map((one) => [one.name, one]));
  const names = await namesWithPending(runtime.db, runtime.clock.now());
  const summaries = await Promise.all(
    names.map((name) => deliverTo({ runtime, signal, policy, name, configured: configured.get(name) })),
  );
  return summaries.reduce(add, { delivered: 0, failed: 0, dead: 0 });
}

function add(a: DeliverySummary, b: DeliverySummary): DeliverySummary {
  return { delivered: a.delivered + b.delivered, failed: a.failed + b.failed, dead: a.dead + b.dead };
}

type Destination = {
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  readonly policy: DeliveryPolicy;
  readonly name: string;
  /** Undefined when the alerter was removed from the settings after the event had happened. */
  readonly configured: ConfiguredAlerter | undefined;
};

/** Sends until nothing is pending, or the destination has failed too often in a row or had its turn for now. */
async function deliverTo(destination: Destination): Promise<DeliverySummary> {
  const { runtime, signal, policy, name } = destination;
  let summary: DeliverySummary = { delivered: 0, failed: 0, dead: 0 };
  if (waitsForPlugin(destination)) return summary;
  let failuresInARow = 0;
  const end = runtime.clock.now().getTime() + policy.turn;
  const hasTurn = () => failuresInARow < policy.patience && runtime.clock.now().getTime() < end;
  while (!signal.aborted && hasTurn()) {
    const claimed = await claimDeliveries(runtime.db, { name, policy, now: runtime.clock.now() });
    if (claimed.length === 0) break;
    const problem = await trySend(destination, claimed);
    // Stopped by us, not refused by the sink: the claim runs out and the events are sent again.
    if (problem !== undefined && signal.aborted) break;
    failuresInARow = problem === undefined ? 0 : failuresInARow + 1;
    summary = add(summary, await settle(destination, claimed, problem));
  }
  return summary;
}

/** What its plugin would have sent waits, without a try, while the configuration names one that could not be loaded. */
function waitsForPlugin({ runtime: { registry }, configured }: Destination): boolean {
  if (configured === undefined || registry.failedPlugins.length === 0) return false;
  return registry.alerter(configured.alerter) === undefined;
}

/** Undefined when the sink has taken the events; otherwise why it has not, in one line without secrets. */
async function trySend(destination: Destination, claimed: readonly Claimed[]): Promise<string | undefined> {
  const { runtime, configured, policy, signal, name } = destination;
  if (configured === undefined) return `No alerter ${name} is configured any more.`;
  const alerter: Alerter | undefined = runtime.registry.alerter(configured.alerter);
  if (alerter === undefined) return `No plugin brings the alerter ${configured.alerter}.`;
  if (isMessageAlerter(alerter))
    return `The alerter ${configured.alerter} tells people, who subscribe to it: it takes no events as they are.`;
  try {
    const options: unknown = alerter.options.parse(configured.options);
    const events = claimed.map(({ event }) => event);
    await sendWithDeadline((deadline) => alerter.send({ events, options, signal: deadline }), {
      milliseconds: policy.deadline,
      signal,
      clock: runtime.clock,
    });
    return undefined;
  } catch (error) {
    return failureLine(error, runtime.digestKey);
  }
}

async function settle(
  { runtime, policy, name }: Destination,
  claimed: readonly Claimed[],
  problem: string | undefined,
): Promise<DeliverySummary> {
  const now = runtime.clock.now();
  if (problem === undefined) {
    const settled = claimed.map(({ outboxId, attempts }) => ({
      outbox_id: outboxId,
      alerter: name,
      state: 'delivered' as const,
      attempts: attempts + 1,
      next_attempt_at: now,
      delivered_at: now,
      failure: null,
    }));
    await settleDeliveries(runtime.db, settled);
    return { delivered: claimed.length, failed: 0, dead: 0 };
  }
  const settled = claimed.map(({ outboxId, attempts }) => ({
    outbox_id: outboxId,
    alerter: name,
    ...nextAttempt(policy, { attempts: attempts + 1, now, random: runtime.random() }),
    delivered_at: null,
    failure: problem,
  }));
  await settleDeliveries(runtime.db, settled);
  const dead = settled.filter(({ state }) => state === 'dead').length;
  runtime.log.warn(
    { alerter: name, events: claimed.length, dead, problem },
    'An alerter did not take events.',
  );
  return { delivered: 0, failed: claimed.length - dead, dead };
}
