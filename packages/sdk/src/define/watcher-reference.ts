/** A watcher of another plugin, referred to by its id: what a check on it reads, without any of that plugin's code. */
import type { z } from 'zod';
import { branded, brandOf } from './brand.ts';
import type { Variant } from './variance.ts';
import type { Watcher } from './watcher.ts';

export type WatcherReference<Schema extends z.ZodType = Variant> = {
  /** The id of a watcher that another plugin brings, such as `aws.s3-bucket`; a server without it refuses the plugin. */
  readonly id: string;
  /** The account type that the watcher is for. */
  readonly accountType: string;
  /** Loose: it types what the checks read of the watcher's config and drops nothing. */
  readonly config: Schema;
  /** Names of the watcher's relations that the checks need; none unless given. */
  readonly relations?: readonly string[];
  readonly list?: never;
};

/**
 * Refers to a watcher of another plugin, so that a check can be on it. The server puts the real watcher in its place.
 *
 * @example
 * const bucket = defineWatcherReference({
 *   id: 'aws.s3-bucket', accountType: 'aws', config: z.looseObject({ Name: z.string() }),
 * });
 */
export function defineWatcherReference<Schema extends z.ZodType>(
  reference: WatcherReference<Schema>,
): WatcherReference<Schema> {
  return branded('watcher-reference', reference);
}

/** Whether a check's watcher is only referred to. */
export function isWatcherReference<Schema extends z.ZodType>(
  watcher: Watcher<Schema> | WatcherReference<Schema>,
): watcher is WatcherReference<Schema> {
  return brandOf(watcher)?.kind === 'watcher-reference';
}
