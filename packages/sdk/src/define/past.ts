/** What a provider tells of the time before an item was first seen. */
import type { JsonObject } from '../json/value.ts';
import type { Unreadable } from '../observation.ts';
import type { MissingItem } from './missing-item.ts';

/** A listed item, as it is known. */
export type PastItem = MissingItem & {
  /** Since when its states are known. Only what began earlier is of use; the rest is not taken. */
  readonly knownSince: Date;
};

export type PastQuestion = {
  /** At most {@link mostPastItems}, all of them shown by the listing of this run. */
  readonly items: readonly PastItem[];
  /** The present moment: a provider keeps its history for so many days before it. */
  readonly until: Date;
};

/** How many items a watcher is asked about at once. */
export const mostPastItems = 100;

/** One state of an item, which lasted until the next one that is told of the same item. */
export type PastState = {
  /** As in the question. */
  readonly identity: string;
  /** When it became so; of two states with one time the later in the list counts. */
  readonly from: Date;
  /**
   * As `describe` would have given it then; null: it did not exist. What the provider's history does not have is left out and named in
   * `unreadable`, never filled in from what is so today; the path `''` says that nothing is known of it from then on.
   */
  readonly config: JsonObject | null;
  readonly unreadable?: readonly Unreadable[];
};
