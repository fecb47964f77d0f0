/** The address that a person asks to be told at: their own, or as an administrator another. */
import { messageAlerter, parsedAddress } from '../engine/messages/subscribe.ts';
import type { Registry } from '../engine/registry.ts';
import { requireOverseer } from './auth/overseer.ts';
import type { SignedIn } from './route.ts';

export type Asked = { readonly alerter: string; readonly address?: string | undefined };

/**
 * The address in its one form, and whether it is the person's own.
 * @throws SubscriptionError for one that is none, CodedError for another's where that is not theirs to decide
 */
export function addressFor(
  registry: Registry,
  person: SignedIn,
  { alerter: id, address }: Asked,
): { readonly address: string; readonly isOwn: boolean } {
  const alerter = messageAlerter(registry, id);
  const asked = parsedAddress(alerter, address ?? person.email);
  const isOwn = asked.toLowerCase() === person.email.trim().toLowerCase();
  if (!isOwn) requireOverseer(person);
  return { address: asked, isOwn };
}
