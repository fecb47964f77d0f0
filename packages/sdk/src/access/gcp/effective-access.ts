/** Who can do what on a resource, by all policies from the organisation down to it. */
import { type Grant, grantsOf } from './allow-policy.ts';
import { type Binding, liveBindings } from './binding.ts';
import type { Circumstances } from './condition.ts';
import { type DenyRule, leftByDenies } from './deny-policy.ts';
import { parseMember } from './member.ts';

/** The policies on one resource: an organisation, a folder, a project, or the resource itself. */
export type PolicyLevel = {
  readonly resource: string;
  readonly bindings: readonly Binding[];
  readonly denies: readonly DenyRule[];
};

export type EffectiveGrant = Grant & {
  /** The level whose policy grants it. */
  readonly from: string;
  /** What is left of the role's permissions. Undefined: they are not known, and so are they not denied. */
  readonly permissions: readonly string[] | undefined;
};

export type AccessQuestion = {
  /** The resource and all that it is in, in any order: grants and denies of all of them hold. */
  readonly levels: readonly PolicyLevel[];
  readonly circumstances: Circumstances;
  /** The permissions of each role. */
  readonly permissionsOf: ReadonlyMap<string, readonly string[]>;
  /** Whether boundaries leave the member a permission; left out, they leave everything. */
  readonly isEligible?: (member: string, permission: string) => boolean;
};

/**
 * What the allow policies grant less what deny policies and boundaries take away. Nothing is taken away that is not known to
 * be: not from a role whose permissions are unknown, not by a condition that only the request decides.
 * Source: https://cloud.google.com/iam/docs/policy-types
 */
export function effectiveAccess(question: AccessQuestion): readonly EffectiveGrant[] {
  return question.levels.flatMap(({ resource, bindings }) => {
    const grants = grantsOf(liveBindings(bindings, question.circumstances));
    return grants.flatMap((grant) =>
      leftOf(grant, question).map((left): EffectiveGrant => ({ ...left, from: resource })),
    );
  });
}

function leftOf(
  grant: Grant,
  { levels, circumstances, permissionsOf, isEligible = () => true }: AccessQuestion,
): readonly Omit<EffectiveGrant, 'from'>[] {
  const permissions = permissionsOf.get(grant.role);
  if (permissions === undefined) return [{ ...grant, permissions }];
  const rules = levels.flatMap(({ denies }) => denies);
  const left = permissions.flatMap((permission) =>
    leftByDenies(grant.written, permission, { rules, circumstances })
      .filter((written) => isEligible(written, permission))
      .map((written) => ({ written, permission })),
  );
  const byMember = Map.groupBy(left, ({ written }) => written);
  return [...byMember].map(([written, rest]) => ({
    ...grant,
    written,
    member: parseMember(written),
    permissions: rest.map(({ permission }) => permission),
  }));
}
