/** An alerter: sends events somewhere, or tells people of them. */
import type { z } from 'zod';
import type { JsonObject } from '../json/value.ts';
import { branded } from './brand.ts';
import type { Message } from './message.ts';
import type { Variant } from './variance.ts';

/** The kinds of events that the outbox carries. */
export const eventKinds = [
  'account.enrolled',
  'item.created',
  'item.changed',
  'item.deleted',
  'issue.opened',
  'issue.reopened',
  'issue.fixed',
  'scope.failed',
  'scope.recovered',
  'settings.changed',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** One event. `key` is stable over retries and re-runs: a sink that drops known keys sees each event exactly once. */
export type AlertEvent = {
  readonly key: string;
  readonly kind: EventKind;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly payload: JsonObject;
};

export type Delivery<Options> = {
  readonly events: readonly AlertEvent[];
  readonly options: Options;
  /** Aborted when the delivery's deadline has passed. */
  readonly signal: AbortSignal;
};

export type MessageDelivery<Options> = {
  readonly message: Message;
  /** The receiver's address, as `address.parse` gave it. */
  readonly to: string;
  readonly options: Options;
  /** Aborted when the delivery's deadline has passed. */
  readonly signal: AbortSignal;
};

/** What every alerter has. */
type AlerterBase<Schema> = {
  readonly id: string;
  readonly title: string;
  readonly options: Schema;
  readonly on: readonly EventKind[];
};

/** Takes events as they are, for machines and channels; configured by the setting `alerters`. */
export type EventAlerter<Schema extends z.ZodType = Variant> = AlerterBase<Schema> & {
  readonly address?: never;
  /** Resolves once the sink has taken all events; a rejection is retried with backoff, with the same keys. */
  readonly send: (delivery: Delivery<z.output<Schema>>) => Promise<void>;
};

/** How the people that an alerter tells are addressed. */
export type Address = {
  /** What the field is called, such as `E-mail address`. */
  readonly label: string;
  readonly example: string;
  /** The address in its one form, or a sentence that says what is wrong with it. */
  readonly parse: (text: string) => { readonly value: string } | { readonly problem: string };
};

/** Tells people, who subscribe with an address of their own; its options come from the configuration. */
export type MessageAlerter<Schema extends z.ZodType = Variant> = AlerterBase<Schema> & {
  readonly address: Address;
  /** Resolves once the message is handed over; a rejection is retried with backoff, with the same key. */
  readonly send: (delivery: MessageDelivery<z.output<Schema>>) => Promise<void>;
};

export type Alerter<Schema extends z.ZodType = Variant> = EventAlerter<Schema> | MessageAlerter<Schema>;

/** Whether people subscribe to it. */
export function isMessageAlerter(alerter: Alerter): alerter is MessageAlerter {
  return alerter.address !== undefined;
}

/** Declares an alerter. With an `address` people subscribe to it; without, it takes events as they are. */
export function defineAlerter<Schema extends z.ZodType>(
  alerter: MessageAlerter<Schema>,
): MessageAlerter<Schema>;
export function defineAlerter<Schema extends z.ZodType>(alerter: EventAlerter<Schema>): EventAlerter<Schema>;
export function defineAlerter(alerter: Alerter): Alerter {
  return branded('alerter', alerter);
}
