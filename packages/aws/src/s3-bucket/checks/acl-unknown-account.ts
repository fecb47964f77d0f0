/** Buckets whose ACL lets an account in that nobody here knows. */
import { friendlyId, strangerId } from '../example.ts';
import { aclAccountCheck } from '../family/acl-account.ts';

export const aclUnknownAccount = aclAccountCheck({
  name: 'acl-unknown-account',
  standing: 'unknown',
  score: 10,
  category: 'unknown-access',
  title: 'The ACL lets an unknown account in',
  why: 'The canonical id belongs to none of the accounts on record. It may be a stranger, or an account that should be on record.',
  fix: 'Find out whose id it is. Add the account, as ours or as a third party, or remove the grant.',
  reported: strangerId,
  neighbour: friendlyId,
});
