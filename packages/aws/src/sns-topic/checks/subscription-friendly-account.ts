/** Topics to which another of our accounts is subscribed. */
import { subscriptionAccountCheck } from '../family/subscription-account.ts';

export const subscriptionFriendlyAccount = subscriptionAccountCheck({
  standing: 'friendly',
  score: 0,
  category: 'friendly-cross-account',
  title: 'Another of our accounts is subscribed',
  why: 'Messages that leave the account should be known, also when they go to one of ours: whoever breaks into that one reads them.',
  fix: 'Check that the subscription is still wanted; otherwise remove it.',
  reported: '222233334444',
  neighbour: '333344445555',
});
