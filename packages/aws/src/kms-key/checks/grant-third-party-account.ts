/** Keys that a grant lets a third party use. */
import { grantAccountCheck } from '../family/grant-account.ts';

export const grantThirdPartyAccount = grantAccountCheck({
  standing: 'third-party',
  score: 0,
  category: 'third-party-cross-account',
  title: 'A grant lets a third party use the key',
  why: 'The account is known, but it is not ours. Grants stand in no policy and do not end by themselves.',
  fix: 'Check that the grant is still needed and gives no more operations than that; otherwise revoke it.',
  reported: '333344445555',
  neighbour: '222233334444',
});
