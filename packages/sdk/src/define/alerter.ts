/** An alerter: sends events somewhere. */
import type { z } from 'zod';
import type { JsonObject } from '../json/value.ts';
import { branded } from './brand.ts';
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

export type Alerter<Schema extends z.ZodType = Variant> = {
  readonly id: string;
  readonly title: string;
  readonly options: Schema;
  readonly on: readonly EventKind[];
  /** Resolves once the sink has taken all events; a rejection is retried with backoff, with the same keys. */
  readonly send: (delivery: Delivery<z.output<Schema>>) => Promise<void>;
};

/** Declares an alerter. */
export function defineAlerter<Schema extends z.ZodType>(alerter: Alerter<Schema>): Alerter<Schema> {
  return branded('alerter', alerter);
}
