/** The end of every message: why one gets it, how to stop it, and what its times mean. */
import type { Block, Text } from '@security-monkey/sdk';
import { listAccounts } from '../../store/accounts.ts';
import type { Row } from '../../store/schema.ts';
import { accountKey, selectsAccount } from '../settings/account-selector.ts';
import type { Composing } from './composing.ts';
import { linked, listed } from './words.ts';

const mostNames = 3;

export async function reasonBlock(composing: Composing): Promise<Block> {
  const { subscription, links } = composing;
  const interfaceText: Text =
    links.home === undefined ? [] : [' Security Monkey is at ', linked(links.home, links.home), '.'];
  return {
    kind: 'reason',
    lines: [
      [
        `You get this because ${subscription.address} is subscribed to `,
        { strong: await subscriptionWords(composing) },
        '.',
      ],
      stopText(composing),
      [`Times are in ${subscription.time_zone}.`, ...interfaceText],
    ],
  };
}

/** By a link where there is an address for it, else by what is typed. Whoever does not sign in asks somebody who does. */
function stopText({ subscription: { id, user_id: userId }, links }: Composing): Text {
  const href = links.subscription(id);
  if (href === undefined) return ['To stop it: ', { code: `security-monkey subscription remove ${id}` }];
  if (userId === null) return ['To stop it, hand this to an administrator: ', linked(href, href)];
  return [linked('Stop these mails', href), '.'];
}

/** The accounts that a subscription is about and that are watched. */
export async function subscribedAccounts({
  runtime,
  viewer,
  subscription: { accounts },
}: Composing): Promise<readonly Row<'account'>[]> {
  const watched = await listAccounts(runtime.db, viewer, { active: true });
  if (accounts === 'all') return watched;
  return watched.filter((account) => accounts.some((selector) => selectsAccount(selector, account)));
}

/** Such as `payments-prod, all technologies, score 5 or more, after each run`. */
export async function subscriptionWords({ runtime, viewer, subscription }: Composing): Promise<string> {
  const { accounts, technologies, min_score: score, digest_at: digest } = subscription;
  const known = accounts === 'all' ? [] : await listAccounts(runtime.db, viewer);
  const names = new Map(known.map((one) => [accountKey(one), one.name]));
  return [
    accounts === 'all' ? 'all accounts' : some(accounts.map((selector) => names.get(selector) ?? selector)),
    technologies === 'all' ? 'all technologies' : some(technologies),
    score === 0 ? 'any score' : `score ${score} or more`,
    digest === null ? 'after each run' : `daily at ${digest}`,
  ].join(', ');
}

function some(names: readonly string[]): string {
  const more = names.length - mostNames;
  return listed([...names.slice(0, mostNames), ...(more > 0 ? [`${more} more`] : [])]);
}
