/** Which roles an identity may hand to services. */
import { actionKey, holds } from './action-key.ts';
import { findUse } from './find-use.ts';
import { isUnconstrained } from './is-unconstrained.ts';
import { arns } from './paths/escalation-path.ts';
import type { Grant, Permissions } from './permissions.ts';

export type PassedRoles = {
  /** Every role of the account. */
  readonly isEveryRole: boolean;
  /** The grants that reach a role which may exist, each with its patterns and conditions. */
  readonly grants: readonly Grant[];
};

export function passedRoles(permissions: Permissions): PassedRoles {
  const key = actionKey('iam:PassRole');
  const grants = permissions.grants.filter(
    (grant) =>
      holds(grant.actions, key) &&
      findUse({ ...permissions, grants: [grant] }, { key, useless: arns.serviceLinkedRole }) !== undefined,
  );
  return { isEveryRole: isUnconstrained(permissions, key), grants };
}
