/** Who gets into a bucket, by ACL and policy, after everything that cuts them. */
import type { PolicyDocument, Statement } from '../policy/statement.ts';
import { judgeResourcePolicy } from '../resource/judge-resource-policy.ts';
import type { Surroundings } from '../resource/surroundings.ts';
import { type AclGrantee, isPublicAcl } from './acl.ts';
import { aclStatements, bucketNamedIn } from './acl-statements.ts';
import { isPublicToS3 } from './policy-status.ts';
import type { PublicAccessBlock } from './public-access-block.ts';

export type BucketAccess = {
  readonly acl: { readonly owner: string; readonly grantees: readonly AclGrantee[] };
  readonly policy: PolicyDocument;
  /** In force: a setting is on when the bucket, the account or the organisation has it on. */
  readonly block: Pick<PublicAccessBlock, 'IgnorePublicAcls' | 'RestrictPublicBuckets'>;
  /** Whether ACLs count at all: not where the owner is enforced as the owner of every object. */
  readonly hasAcls: boolean;
  readonly around: Surroundings;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

export type BucketVerdict = { readonly isPublic: boolean; readonly isExternal: boolean };

/**
 * Of the four settings two act on what is there already. `RestrictPublicBuckets` leaves a policy that S3 calls public to the
 * owner's account and to services; one that S3 does not call public keeps its grants to other accounts. Whatever lets
 * somebody in, a Deny of the policy takes it away again: what an ACL grants, too.
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-s3-evaluates-access-control.html
 */
export function judgeBucket(bucket: BucketAccess): BucketVerdict {
  const { policy, around, now } = bucket;
  const statements = [...grantedByPolicy(bucket), ...grantedByAcl(bucket)];
  const { isPublic, isExternal } = judgeResourcePolicy({ ...policy, statements }, { around, now });
  return { isPublic, isExternal };
}

function grantedByPolicy({ policy, block, around }: BucketAccess): readonly Statement[] {
  if (!block.RestrictPublicBuckets || !isPublicToS3(policy, around)) return policy.statements;
  return policy.statements.filter(({ effect }) => effect === 'Deny');
}

function grantedByAcl({ acl, policy, block, hasAcls }: BucketAccess): readonly Statement[] {
  if (!hasAcls) return [];
  const counted = acl.grantees.filter((grantee) => !block.IgnorePublicAcls || !isPublicAcl([grantee]));
  return aclStatements(counted, { owner: acl.owner, bucket: bucketNamedIn(policy) ?? 'arn:aws:s3:::*' });
}
