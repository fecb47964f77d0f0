/** Statements that give every action: as far as their resources go, whoever has them is an administrator. */
import { actionsMatching } from '../../facts/action-set.ts';
import { actionKey } from '../../identity/action-key.ts';
import { isBroad, powers } from '../../identity/administration.ts';
import { findUse } from '../../identity/find-use.ts';
import type { Permissions } from '../../identity/permissions.ts';
import type { GivenStatement } from './given-statement.ts';
import { isOpen } from './uses-by-service.ts';

/** Whether it writes every action, and all is left of it but a part that leaves the means to get the rest. */
export function givesEveryAction({ statement, permissions }: GivenStatement): boolean {
  const { actions } = statement;
  if (actions === undefined || actions.but || !isOpen(actions)) return false;
  if (!isBroad(actionsMatching(actions.patterns))) return false;
  if (!permissions.grants.some((grant) => isBroad(grant.actions))) return false;
  // On a bucket there are no such means, whether or not they are denied.
  return mayRule(permissions) || !mayRule(beforeDenials(permissions));
}

/** Whether one of the writes of IAM is allowed by which one gives oneself the rest. */
export function mayRule(permissions: Permissions): boolean {
  return powers.some((power) => findUse(permissions, { key: actionKey(power) }) !== undefined);
}

/** The same resources with every action on them. */
function beforeDenials(permissions: Permissions): Permissions {
  const actions = actionsMatching(['*']);
  const grants = permissions.grants.map((grant) => ({ ...grant, actions }));
  return { ...permissions, grants, granted: actions.known, denials: [] };
}
