/** All that an item's policies let it do together, and whether that is administration. */
import type { z } from 'zod';
import type { CheckContext, Evidence } from '../../../define/check.ts';
import { actionKey, holds } from '../../identity/action-key.ts';
import { isAdministrator, isBroad, powers } from '../../identity/administration.ts';
import { holdsFullService } from '../../identity/full-service.ts';
import type { Grant, Permissions } from '../../identity/permissions.ts';
import type { PolicyDocument } from '../../policy/statement.ts';
import { givesEveryAction, mayRule } from './every-action.ts';
import { type GivenStatement, givenStatements, givenTogether } from './given-statement.ts';
import type { IdentityTarget } from './identity-target.ts';
import { attachedOf, boundariesOf, lookAgain, ownPolicies } from './item-policies.ts';
import { evidenceOf, type PlacedPolicy } from './placed-policy.ts';

export type WholeIdentity = {
  readonly own: readonly PlacedPolicy[];
  readonly attached: readonly PlacedPolicy[];
  readonly boundaries: readonly PolicyDocument[];
  /** Of all of them: places count the own policies first. */
  readonly permissions: Permissions;
  readonly now: number;
};

/** Reads every relation: the check becomes unknown when a listing is incomplete. */
export function wholeIdentity<Schema extends z.ZodType>(
  target: IdentityTarget<Schema>,
  context: CheckContext<z.output<Schema>>,
): WholeIdentity {
  const { now, config } = context;
  const own = ownPolicies(target, config);
  const attached = attachedOf(target, context);
  const boundaries = boundariesOf(target, context);
  const policies = documentsOf([...own, ...attached]);
  lookAgain(context, [...policies, ...boundaries]);
  const permissions = givenTogether({ attached: policies, denying: [], boundaries, now });
  return { own, attached, boundaries, permissions, now };
}

/** Whether it may do everything, or may do everything in IAM and so give itself the rest. */
export function isAdministratorTogether({ permissions }: WholeIdentity): boolean {
  if (isAdministrator(permissions)) return true;
  const grants = permissions.grants.filter(({ isNarrowed }) => !isNarrowed);
  return holdsFullService({ ...permissions, grants }, 'iam');
}

/** Whether a policy of its own says so in one statement, under whatever condition. */
export function isToldOfOwn({ own, attached, boundaries, now }: WholeIdentity): boolean {
  const denying = documentsOf(attached);
  return givenStatements({ attached: documentsOf(own), denying, boundaries, now }).some(isAdministration);
}

/** The same of every policy that counts. */
export function isToldOfAny({ own, attached, boundaries, now }: WholeIdentity): boolean {
  const all = documentsOf([...own, ...attached]);
  return givenStatements({ attached: all, denying: [], boundaries, now }).some(isAdministration);
}

/** The statements that make an administrator: those that give all but some, and those that give the means to get the rest. */
export function administrationEvidence({ own, attached, permissions }: WholeIdentity): readonly Evidence[] {
  const giving = permissions.grants.filter((grant) => !grant.isNarrowed && givesPower(grant));
  return evidenceOf(
    [...own, ...attached],
    giving.map(({ from }) => from),
  );
}

function documentsOf(policies: readonly PlacedPolicy[]): readonly PolicyDocument[] {
  return policies.map(({ policy }) => policy);
}

function isAdministration(statement: GivenStatement): boolean {
  return givesEveryAction(statement) && mayRule(statement.permissions);
}

function givesPower({ actions }: Grant): boolean {
  return isBroad(actions) || powers.some((power) => holds(actions, actionKey(power)));
}
