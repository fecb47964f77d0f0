/** Topics to which an account is subscribed that nobody here knows. */
import { subscriptionAccountCheck } from '../family/subscription-account.ts';

export const subscriptionUnknownAccount = subscriptionAccountCheck({
  standing: 'unknown',
  score: 10,
  category: 'unknown-access',
  title: 'An unknown account is subscribed',
  why: 'The account is on nobody’s record here, and it gets a copy of every message. A subscription outlives the policy that allowed it.',
  fix: 'Find out whose account it is. Add it as one of ours or as a third party, or remove the subscription and the right to subscribe.',
  reported: '999988887777',
  neighbour: '222233334444',
});
