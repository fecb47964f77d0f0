/** Buckets whose ACL lets a known account of somebody else in. */
import { strangerId, thirdPartyId } from '../example.ts';
import { aclAccountCheck } from '../family/acl-account.ts';

export const aclThirdPartyAccount = aclAccountCheck({
  name: 'acl-third-party-account',
  standing: 'third-party',
  score: 0,
  category: 'third-party-cross-account',
  title: 'The ACL lets a third party in',
  why: 'The account is known, but it is not ours: what it may do here should be on record and looked at from time to time.',
  fix: 'If it is wanted, grant it by the bucket policy to a role of theirs, for no more than they need; otherwise remove the grant.',
  reported: thirdPartyId,
  neighbour: strangerId,
});
