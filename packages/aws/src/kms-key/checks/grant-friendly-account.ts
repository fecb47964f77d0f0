/** Keys that a grant lets another of our accounts use. */
import { grantAccountCheck } from '../family/grant-account.ts';

export const grantFriendlyAccount = grantAccountCheck({
  standing: 'friendly',
  score: 0,
  category: 'friendly-cross-account',
  title: 'A grant lets another of our accounts use the key',
  why: 'Grants stand in no policy and are easily overlooked. Whoever takes the other account over may use the key as well.',
  fix: 'Check that the grant is still needed, for instance for shared images; otherwise revoke it.',
  reported: '222233334444',
  neighbour: '333344445555',
});
