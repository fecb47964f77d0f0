/** Topics to which a third party is subscribed. */
import { subscriptionAccountCheck } from '../family/subscription-account.ts';

export const subscriptionThirdPartyAccount = subscriptionAccountCheck({
  standing: 'third-party',
  score: 0,
  category: 'third-party-cross-account',
  title: 'A third party is subscribed',
  why: 'The account is known, but it is not ours: what it gets to read should be on record and looked at from time to time.',
  fix: 'Check that the subscription is still wanted; otherwise remove it, and the right to subscribe from the policy.',
  reported: '333344445555',
  neighbour: '222233334444',
});
