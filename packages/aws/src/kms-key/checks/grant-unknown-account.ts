/** Keys that a grant lets an account use that nobody here knows. */
import { grantAccountCheck } from '../family/grant-account.ts';

export const grantUnknownAccount = grantAccountCheck({
  standing: 'unknown',
  score: 10,
  category: 'unknown-access',
  title: 'A grant lets an unknown account use the key',
  why: 'The account is on nobody’s record here. A grant works whatever the key policy says of that account, and stays until it is revoked.',
  fix: 'Find out whose account it is. Add it as one of ours or as a third party, or revoke the grant.',
  reported: '999988887777',
  neighbour: '222233334444',
});
