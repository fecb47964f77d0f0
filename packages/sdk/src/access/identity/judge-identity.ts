/** What there is to say about what an identity may do. */
import type { PolicyDocument } from '../policy/statement.ts';
import { isAdministrator } from './administration.ts';
import { exposedCredentials } from './credential-actions.ts';
import { effectivePermissions, type IdentityPolicies } from './effective-permissions.ts';
import { findEscalations, type Witness } from './find-escalations.ts';
import type { Permissions } from './permissions.ts';
import { unconstrainedManagement } from './permissions-management.ts';

export type IdentityVerdict = {
  readonly permissions: Permissions;
  readonly isAdministrator: boolean;
  /** Every documented path that is whole, with what makes it so. */
  readonly escalations: readonly Witness[];
  /** An action that manages permissions and is allowed on everything. */
  readonly unconstrainedManagement: string | undefined;
  /** Allowed actions that hand out credentials for AWS itself. */
  readonly exposedCredentials: readonly string[];
  /** Whether some Allow has every action written. */
  readonly namesEveryAction: boolean;
};

/** `now`: milliseconds since the epoch. */
export function judgeIdentity(policies: IdentityPolicies, now: number): IdentityVerdict {
  const permissions = effectivePermissions(policies, now);
  return {
    permissions,
    isAdministrator: isAdministrator(permissions),
    escalations: findEscalations(permissions),
    unconstrainedManagement: unconstrainedManagement(permissions),
    exposedCredentials: exposedCredentials(permissions),
    namesEveryAction: policies.attached.some(namesEveryAction),
  };
}

function namesEveryAction({ statements }: PolicyDocument): boolean {
  return statements.some(
    ({ effect, actions }) =>
      effect === 'Allow' &&
      actions?.but === false &&
      actions.patterns.some((pattern) => pattern === '*' || pattern === '*:*'),
  );
}
