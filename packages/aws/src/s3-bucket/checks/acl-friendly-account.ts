/** Buckets whose ACL lets another of our accounts in. */
import { friendlyId, thirdPartyId } from '../example.ts';
import { aclAccountCheck } from '../family/acl-account.ts';

export const aclFriendlyAccount = aclAccountCheck({
  name: 'acl-friendly-account',
  standing: 'friendly',
  score: 0,
  category: 'friendly-cross-account',
  title: 'The ACL lets another of our accounts in',
  why: 'Access across account borders should be known, also among our own accounts: whoever breaks into one reaches the other.',
  fix: 'If it is wanted, grant it by the bucket policy to a role instead of to the whole account; otherwise remove the grant.',
  reported: friendlyId,
  neighbour: thirdPartyId,
});
