/** Who gets into a bucket, by ACL and policy, after everything that cuts them. */
import type { PolicyDocument } from '../policy/statement.ts';
import { judgeResourcePolicy } from '../resource/judge-resource-policy.ts';
import type { Surroundings } from '../resource/surroundings.ts';
import { type AclGrantee, isPublicAcl } from './acl.ts';
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
 * owner's account and to services; one that S3 does not call public keeps its grants to other accounts.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function judgeBucket(bucket: BucketAccess): BucketVerdict {
  const byPolicy = judgePolicy(bucket);
  const { acl, block, hasAcls } = bucket;
  const isPublicByAcl = hasAcls && !block.IgnorePublicAcls && isPublicAcl(acl.grantees);
  const isPublic = byPolicy.isPublic || isPublicByAcl;
  const isSharedByAcl = hasAcls && acl.grantees.some((grantee) => isStranger(grantee, acl.owner));
  return { isPublic, isExternal: isPublic || byPolicy.isExternal || isSharedByAcl };
}

function judgePolicy({ policy, block, around, now }: BucketAccess): BucketVerdict {
  if (block.RestrictPublicBuckets && isPublicToS3(policy, around))
    return { isPublic: false, isExternal: false };
  return judgeResourcePolicy(policy, { around, now });
}

function isStranger(grantee: AclGrantee, owner: string): boolean {
  return 'canonicalId' in grantee ? grantee.canonicalId !== owner : 'mail' in grantee;
}
