/** Makes subscriptions: checks every part of one against what there is. */
import { isMessageAlerter, type MessageAlerter } from '@security-monkey/sdk';
import { listAccounts } from '../../store/accounts.ts';
import type { Row } from '../../store/schema.ts';
import { insertSubscription } from '../../store/subscriptions.ts';
import type { Viewer } from '../../store/viewer.ts';
import type { Registry } from '../registry.ts';
import type { Runtime } from '../runtime.ts';
import { accountKey, type SelectableAccount, selectsAccount } from '../settings/account-selector.ts';
import { isTimeOfDay, nextDigest } from './digest-time.ts';
import { SubscriptionError } from './subscription-error.ts';
import { isTimeZone } from './zoned-time.ts';

export type SubscriptionDraft = {
  readonly alerter: string;
  readonly address: string;
  /** Names, identifiers, `type:identifier`, or patterns of names; empty for all accounts. */
  readonly accounts: readonly string[];
  /** Empty for all. */
  readonly technologies: readonly string[];
  /** Kinds of events; empty for all that the alerter is made for. */
  readonly events: readonly string[];
  readonly minScore: number;
  /** `HH:MM` for a daily digest; undefined for a message after each run. */
  readonly digestAt: string | undefined;
  readonly timeZone: string;
  /** Whose it is; undefined for one that sees everything. */
  readonly userId: string | undefined;
};

/** Who subscribes, and what they may know of. */
export type Subscribing = { readonly name: string; readonly viewer: Viewer };

/** @throws SubscriptionError that names the part which is wrong */
export async function subscribe(
  runtime: Runtime,
  by: Subscribing,
  draft: SubscriptionDraft,
): Promise<Row<'subscription'>> {
  const { registry, clock, db } = runtime;
  const alerter = messageAlerter(registry, draft.alerter);
  const now = clock.now();
  const subscription = {
    id: runtime.nextId(),
    user_id: draft.userId ?? null,
    alerter: alerter.id,
    address: parsedAddress(alerter, draft.address),
    accounts: orAll(selectors(draft.accounts, await listAccounts(db, by.viewer))),
    technologies: orAll(checkedTechnologies(registry, draft.technologies)),
    events: checkedEvents(alerter, draft.events),
    min_score: checkedScore(draft.minScore),
    ...checkedTimes(draft, now),
    created_at: now,
    created_by: by.name,
  };
  await insertSubscription(db, subscription);
  return subscription;
}

/** The alerter, if there is one of that id to which people subscribe. @throws SubscriptionError */
export function messageAlerter(registry: Registry, id: string): MessageAlerter {
  const alerter = registry.alerter(id);
  if (alerter !== undefined && isMessageAlerter(alerter)) return alerter;
  const known = registry.allAlerters.filter(isMessageAlerter).map((one) => one.id);
  throw new SubscriptionError(
    'alerter',
    `nobody can subscribe to ${id}; there are ${known.join(', ') || 'none'}`,
  );
}

/** The address in its one form. @throws SubscriptionError */
export function parsedAddress({ address }: MessageAlerter, text: string): string {
  const parsed = address.parse(text);
  if ('value' in parsed) return parsed.value;
  throw new SubscriptionError('address', parsed.problem);
}

function orAll(list: readonly string[]): 'all' | readonly string[] {
  return list.length === 0 ? 'all' : list;
}

/** One account by what it is for good; a pattern as it was given, also for accounts to come. */
function selectors(asked: readonly string[], accounts: readonly SelectableAccount[]): readonly string[] {
  return asked.map((text) => {
    if (text.includes('*')) return text;
    const found =
      accounts.find(({ name }) => name === text) ??
      accounts.find((account) => account.identifier === text || selectsAccount(text, account));
    if (found === undefined) throw new SubscriptionError('account', `there is no account ${text}`);
    return accountKey(found);
  });
}

function checkedTechnologies(registry: Registry, ids: readonly string[]): readonly string[] {
  const unknown = ids.find((id) => registry.watcher(id) === undefined);
  if (unknown !== undefined) throw new SubscriptionError('technology', `there is no technology ${unknown}`);
  return ids;
}

function checkedEvents({ id, on }: MessageAlerter, kinds: readonly string[]): readonly string[] {
  const known: readonly string[] = on;
  const unknown = kinds.find((kind) => !known.includes(kind));
  if (unknown !== undefined)
    throw new SubscriptionError(
      'kind of event',
      `${id} does not tell of ${unknown}; it tells of ${known.join(', ')}`,
    );
  return kinds.length === 0 ? known : known.filter((kind) => kinds.includes(kind));
}

function checkedScore(score: number): number {
  if (Number.isInteger(score) && score >= 0 && score <= 10) return score;
  throw new SubscriptionError('minimal score', 'a score is a whole number from 0 to 10');
}

function checkedTimes({ digestAt, timeZone }: SubscriptionDraft, now: Date) {
  if (!isTimeZone(timeZone))
    throw new SubscriptionError('time zone', `there is no time zone ${timeZone}; write it as Europe/Berlin`);
  if (digestAt === undefined) return { digest_at: null, time_zone: timeZone, next_digest_at: null };
  if (!isTimeOfDay(digestAt))
    throw new SubscriptionError('time of the digest', `${digestAt} is no time of day; write it as 08:00`);
  const next = nextDigest(now, { at: digestAt, timeZone });
  return { digest_at: digestAt, time_zone: timeZone, next_digest_at: next };
}
