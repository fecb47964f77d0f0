/** An entity of the authorization details as a listing gives it. */
import type { JsonObject } from '@security-monkey/sdk';

/** What a loose schema has parsed is the JSON it was given. */
export function asListed(detail: object): JsonObject {
  return detail as JsonObject;
}
