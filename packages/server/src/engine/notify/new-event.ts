/** An event on its way into the outbox. */
import type { EventKind, JsonObject } from '@security-monkey/sdk';

export type NewEvent = {
  readonly id: string;
  /** Stable over retries and re-runs: an event whose key is already there is not written again. */
  readonly key: string;
  readonly kind: EventKind;
  readonly at: Date;
  readonly accountId: string | null;
  readonly payload: JsonObject;
};
