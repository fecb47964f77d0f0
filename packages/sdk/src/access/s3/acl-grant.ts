/** What is left of one grant of a bucket's ACL once the Denies of the bucket's policy are held against it. */
import type { PolicyDocument } from '../policy/statement.ts';
import { judgeResourcePolicy } from '../resource/judge-resource-policy.ts';
import type { Surroundings } from '../resource/surroundings.ts';
import type { AclGrantee } from './acl.ts';
import { type AclOwner, aclStatements } from './acl-statements.ts';

/** What a grant stands beside. */
export type AclGrantQuestion = AclOwner & {
  readonly policy: PolicyDocument;
  readonly around: Surroundings;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

export type AclGrantVerdict = {
  /** Somebody may still use it. */
  readonly isLeft: boolean;
  /** Anyone may, and nothing pins them. */
  readonly isPublic: boolean;
  /** Somebody neither ours nor trusted may. */
  readonly isExternal: boolean;
};

/**
 * An explicit Deny of the policy wins over what an ACL grants. The owner and log delivery keep nothing by this: their grants
 * let nobody else in.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-s3-evaluates-access-control.html
 */
export function judgeAclGrant(
  grantee: AclGrantee,
  { policy, around, now, ...bucket }: AclGrantQuestion,
): AclGrantVerdict {
  const denials = policy.statements.filter(({ effect }) => effect === 'Deny');
  const statements = [...denials, ...aclStatements([grantee], bucket)];
  const { isPublic, isExternal, grants } = judgeResourcePolicy({ ...policy, statements }, { around, now });
  return { isLeft: grants.length > 0, isPublic, isExternal };
}
