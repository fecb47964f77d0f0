/** Whether a subscription is about an event. Pure. */
import { z } from 'zod';
import type { Subscriber } from '../../store/subscriptions.ts';
import { visibleAccounts } from '../../store/viewer.ts';
import { selectsAccount } from '../settings/account-selector.ts';
import type { NewEvent } from './new-event.ts';

type Told = Pick<NewEvent, 'kind' | 'accountId' | 'payload'>;

const place = z.looseObject({
  account: z.looseObject({ type: z.string(), identifier: z.string(), name: z.string() }),
  technology: z.string().optional(),
});

/** By kind, account and technology, and by what its owner may see. The score counts later, when a run or a day has ended. */
export function wantsEvent(
  { subscription, viewer }: Subscriber,
  { kind, accountId, payload }: Told,
): boolean {
  if (accountId === null || !subscription.events.includes(kind)) return false;
  const seen = visibleAccounts(viewer);
  if (seen !== 'all' && !seen.includes(accountId)) return false;
  const { accounts, technologies } = subscription;
  const { data } = place.safeParse(payload);
  if (data === undefined) return accounts === 'all' && technologies === 'all';
  const isOfAccount =
    accounts === 'all' || accounts.some((selector) => selectsAccount(selector, data.account));
  return isOfAccount && (technologies === 'all' || isOfTechnology(technologies, data.technology));
}

/** What is about a whole account is for everybody who is told of it. */
function isOfTechnology(technologies: readonly string[], technology: string | undefined): boolean {
  return technology === undefined || technology === '*' || technologies.includes(technology);
}
