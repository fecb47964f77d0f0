/** The roles that members hold on an audited resource, less what conditions and deny policies take away. */
import type { z } from 'zod';
import type { CheckContext, Evidence, Finding } from '../../../define/check.ts';
import { isJsonObject } from '../../../json/value.ts';
import { type Grant, grantsOf } from '../../gcp/allow-policy.ts';
import { type Binding, liveBindings, readBindings } from '../../gcp/binding.ts';
import { nextTurnOfCondition } from '../../gcp/condition-turn.ts';
import { readDenyPolicies } from '../../gcp/deny-policy.ts';
import { effectiveAccess } from '../../gcp/effective-access.ts';
import type { AllowPolicyTarget } from './allow-policy-target.ts';

/** A role that a member holds. */
export type HeldRole = Grant & {
  /** What is left of the role's permissions; undefined when they are not known. */
  readonly permissions?: readonly string[] | undefined;
};

/**
 * Those held roles that the check is about. Asks to look again when a condition on the time may turn. Deny policies are read only
 * where they could take something away.
 */
export function heldRoles<Schema extends z.ZodType>(
  target: AllowPolicyTarget<Schema>,
  context: CheckContext<z.output<Schema>>,
  isMeant: (held: HeldRole) => boolean,
): readonly HeldRole[] {
  const { read = readBindings, path, permissionsOf, denyPoliciesOf } = target;
  const { now, config } = context;
  const { rules } = read(target.bindingsOf(config), path);
  lookAgain(rules, context);
  const known = permissionsOf?.(config) ?? new Map<string, readonly string[]>();
  const granted = grantsOf(liveBindings(rules, { now })).map((grant) => ({
    ...grant,
    permissions: known.get(grant.role),
  }));
  const meant = granted.filter(isMeant);
  if (denyPoliciesOf === undefined || meant.every(({ permissions }) => permissions === undefined))
    return meant;
  const denies = readDenyPolicies(denyPoliciesOf(config), '').rules;
  const levels = [{ resource: '', bindings: rules, denies }];
  return effectiveAccess({ levels, circumstances: { now }, permissionsOf: known }).filter(isMeant);
}

/** One finding for each member, with all that it holds. */
export function findingsByMember(
  held: readonly HeldRole[],
  list: readonly unknown[],
): readonly (Finding & { readonly held: readonly HeldRole[] })[] {
  const byMember = Map.groupBy(held, ({ written }) => written);
  return [...byMember].map(([member, roles]) => ({
    subject: { member },
    evidence: roles.map((role) => evidenceOf(role, list)),
    details: { who: nameOf(member), roles: [...new Set(roles.map(({ role }) => role))].join(', ') },
    held: roles,
  }));
}

/** The role with its condition; the member is the finding's subject. */
function evidenceOf({ at }: HeldRole, list: readonly unknown[]): Evidence {
  const binding = list[Number(at.slice(at.lastIndexOf('/') + 1))];
  const { role = null, condition } = isJsonObject(binding) ? binding : {};
  return { path: at, value: { role, ...(condition !== undefined && { condition }) } };
}

function nameOf(member: string): string {
  if (member === 'allUsers' || member === 'principalSet://goog/public:all') return 'Everyone on the internet';
  return member === 'allAuthenticatedUsers' ? 'Everyone with a Google account' : member;
}

function lookAgain(rules: readonly Binding[], { now, lookAgainAt }: CheckContext): void {
  for (const { condition } of rules) {
    const turn = condition === undefined ? undefined : nextTurnOfCondition(condition, now);
    if (turn !== undefined) lookAgainAt(turn);
  }
}
