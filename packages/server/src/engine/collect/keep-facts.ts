/** What is known of an account after it was asked again: pure. */
import type { AccountFacts } from '@security-monkey/sdk';

/**
 * The new facts, and where some could not be read, the last known values of those that are missing. Without them an alias
 * would seem to have been given up, and what it names to have become a stranger.
 */
export function keepFacts(known: AccountFacts | null, found: AccountFacts): AccountFacts {
  if (known === null || (found.unreadable ?? []).length === 0) return found;
  const { unreadable: _, ...last } = known;
  return { ...last, ...found };
}
