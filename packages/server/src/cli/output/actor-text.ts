/** Who made a revision, for a person: `alice (s3:PutBucketPolicy): a reason`. */
import type { JsonObject } from '@security-monkey/sdk';

/** Empty where nobody is known. Keys that it does not know are shown as they are: another source may tell other things. */
export function actorText(actor: JsonObject | null): string {
  if (actor === null) return '';
  const { name, id, operation, note, ...others } = actor;
  const who = [name, id].find((text) => typeof text === 'string');
  const call = typeof operation === 'string' ? `(${operation})` : undefined;
  const rest = Object.keys(others).length === 0 ? undefined : JSON.stringify(others);
  const told = [who, call, rest].filter((part) => part !== undefined).join(' ');
  return typeof note === 'string' ? `${told}: ${note}` : told;
}
