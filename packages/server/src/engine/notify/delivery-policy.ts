/** How often and when a delivery is tried. Pure. */

export type DeliveryPolicy = {
  /** Events that are sent at once, while none of them has failed. */
  readonly batch: number;
  /** Milliseconds that one send may take. */
  readonly deadline: number;
  /** Milliseconds to the second attempt; doubled from then on. */
  readonly firstDelay: number;
  readonly longestDelay: number;
  /** After so many failed attempts a delivery is dead: kept and shown, but not tried again by itself. */
  readonly attempts: number;
  /** Failures in a row after which a destination is left alone until the next run. */
  readonly patience: number;
  /** Milliseconds after which a destination that still has events waits for the next run, so that no other waits for it. */
  readonly turn: number;
};

const minute = 60_000;

/** With these an outage of a sink may last two days. */
export const deliveryPolicy: DeliveryPolicy = {
  batch: 50,
  deadline: 30_000,
  firstDelay: minute,
  longestDelay: 6 * 60 * minute,
  attempts: 16,
  patience: 3,
  turn: minute,
};

export type NextAttempt = {
  readonly state: 'pending' | 'dead';
  readonly attempts: number;
  readonly next_attempt_at: Date;
};

/** What becomes of a delivery after its latest failure; the delay is spread over its last quarter. */
export function nextAttempt(
  policy: DeliveryPolicy,
  { attempts, now, random }: { readonly attempts: number; readonly now: Date; readonly random: number },
): NextAttempt {
  if (attempts >= policy.attempts) return { state: 'dead', attempts, next_attempt_at: now };
  const delay = Math.min(policy.longestDelay, policy.firstDelay * 2 ** (attempts - 1));
  const spread = Math.round(delay * (0.75 + random / 4));
  return { state: 'pending', attempts, next_attempt_at: new Date(now.getTime() + spread) };
}
