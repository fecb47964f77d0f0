/** Who may use a KMS key: by its policy, and by its grants. */
import type { PolicyDocument } from '../policy/statement.ts';
import { admittedPrincipal } from '../resource/admitted-principal.ts';
import { judgeResourcePolicy, type ResourceVerdict } from '../resource/judge-resource-policy.ts';
import type { Admitted, CallerClass, Surroundings } from '../resource/surroundings.ts';
import type { KeyGrant } from './key-grant.ts';

export type JudgedKeyGrant = {
  readonly grant: KeyGrant;
  readonly grantee: Admitted;
  readonly retiring: Admitted | undefined;
  /** Somebody foreign may use the key, or end the grant. */
  readonly isExternal: boolean;
  /** The grantee may let others use the key, within what the grant allows. */
  readonly mayPassOn: boolean;
};

export type KeyVerdict = {
  readonly isPublic: boolean;
  readonly isExternal: boolean;
  readonly classes: readonly CallerClass[];
  readonly byPolicy: ResourceVerdict;
  /** Undefined: the grants are not known, so that only the policy was judged. */
  readonly byGrants: readonly JudgedKeyGrant[] | undefined;
};

/**
 * Each lets in by itself: a grant needs no word of the policy, and a Deny of the policy is the only thing that cuts it; what a
 * Deny leaves of a grant is not worked out, so that no grant is taken for closed. A constraint on the encryption context
 * narrows with what, never by whom. `now`: milliseconds since the epoch.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
export function judgeKey(
  policy: PolicyDocument,
  grants: readonly KeyGrant[] | undefined,
  { around, now }: { readonly around: Surroundings; readonly now: number },
): KeyVerdict {
  const byPolicy = judgeResourcePolicy(policy, { around, now });
  const byGrants = grants?.map((grant) => judged(grant, around));
  const all = (byGrants ?? []).flatMap(({ grantee, retiring }) => [grantee, ...(retiring ? [retiring] : [])]);
  const named = all.flatMap(({ class: one }) => one ?? []);
  return {
    isPublic: byPolicy.isPublic || (byGrants ?? []).some(({ grantee }) => grantee.class === 'internet'),
    isExternal: byPolicy.isExternal || (byGrants ?? []).some(({ isExternal }) => isExternal),
    classes: [...new Set([...byPolicy.classes, ...named])].sort(),
    byPolicy,
    byGrants,
  };
}

function judged(grant: KeyGrant, around: Surroundings): JudgedKeyGrant {
  const grantee = admittedPrincipal(grant.grantee, around);
  const retiring = grant.retiring && admittedPrincipal(grant.retiring, around);
  return {
    grant,
    grantee,
    retiring,
    isExternal: grantee.standing === 'foreign' || retiring?.standing === 'foreign',
    mayPassOn: grant.operations.includes('CreateGrant'),
  };
}
