/** What everything that makes up a message works with. */
import type { Row } from '../../store/schema.ts';
import type { Subscriber } from '../../store/subscriptions.ts';
import type { Runtime } from '../runtime.ts';
import { createLinks, type Links } from './links.ts';
import { type Times, timesIn } from './zoned-time.ts';

export type Composing = Subscriber & {
  readonly runtime: Pick<Runtime, 'db' | 'registry' | 'alerting' | 'clock'>;
  readonly message: Row<'message'>;
  readonly times: Times;
  readonly links: Links;
};

export function createComposing(
  runtime: Composing['runtime'],
  subscriber: Subscriber,
  message: Row<'message'>,
): Composing {
  return {
    ...subscriber,
    runtime,
    message,
    times: timesIn(subscriber.subscription.time_zone),
    links: createLinks(runtime.alerting.publicUrl),
  };
}
