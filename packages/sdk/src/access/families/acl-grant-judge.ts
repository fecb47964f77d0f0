/** The grants of an audited bucket's ACL as its checks see them: held against the Denies of its policy. */
import type { CheckContext } from '../../define/check.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import type { AclGrantee } from '../s3/acl.ts';
import { type AclGrantVerdict, judgeAclGrant } from '../s3/acl-grant.ts';
import type { AclOwner } from '../s3/acl-statements.ts';
import { surroundingsOfWorld } from '../surroundings-of-world.ts';
import { nextTurnOf, parsedPolicy } from './parsed-policy.ts';

/** `policy` as the config holds it: what is no policy document denies nothing. */
export type AclOfBucket = AclOwner & { readonly policy: unknown };

const denyingNothing: PolicyDocument = { hasVariables: true, statements: [], malformed: [] };

/** Asks to look again when time may change what the policy denies. */
export function aclGrantJudge(
  { item, world, now, lookAgainAt }: CheckContext,
  { owner, bucket, policy: written }: AclOfBucket,
): (grantee: AclGrantee) => AclGrantVerdict {
  const policy = parsedPolicy('resource', written) ?? denyingNothing;
  const turn = nextTurnOf([policy], now);
  if (turn !== undefined) lookAgainAt(turn);
  const around = surroundingsOfWorld(item.account, world);
  return (grantee) => judgeAclGrant(grantee, { owner, bucket, policy, around, now });
}
