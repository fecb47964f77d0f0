/** Who made a revision, as it is stored with it. */
import type { Deed, JsonObject } from '@security-monkey/sdk';

export function actorOf(deed: Deed | undefined): JsonObject | null {
  if (deed === undefined) return null;
  const { actor, operation, note } = deed;
  return { ...actor, operation, ...(note !== undefined && { note }) };
}
