/** The roles that members hold on an audited resource, less what conditions and deny policies take away. */
import type { z } from 'zod';
import type { CheckContext, Evidence, Finding } from '../../../define/check.ts';
import { isJsonObject } from '../../../json/value.ts';
import { type Grant, grantsOf } from '../../gcp/allow-policy.ts';
import { type Binding, liveBindings, readBindings } from '../../gcp/binding.ts';
import { nextTurnOfCondition } from '../../gcp/condition-turn.ts';
import { readDenyPolicies } from '../../gcp/deny-policy.ts';
import { effectiveAccess } from '../../gcp/effective-access.ts';
import { gainsOf, isCustomRole } from '../../gcp/role.ts';
import type { AllowPolicyTarget } from './allow-policy-target.ts';

/** A role that a member holds. */
export type HeldRole = Grant & {
  /** What is left of the role's permissions; undefined when they are not known. Of a predefined role those of {@link gainsOf} only. */
  readonly permissions?: readonly string[] | undefined;
};

/** The roles that the check is about, and the lists of bindings that give them, by their paths. */
export type HeldRoles = {
  readonly held: readonly HeldRole[];
  readonly lists: ReadonlyMap<string, readonly unknown[]>;
};

export type HeldQuestion = {
  readonly isMeant: (held: HeldRole) => boolean;
  /** Whether the check asks what members may do, not only which roles they hold. */
  readonly isOnPermissions: boolean;
};

/**
 * Those held roles that the check is about. Asks to look again when a condition on the time may turn. Deny policies are read only
 * where they could take something away.
 */
export function heldRoles<Schema extends z.ZodType>(
  target: AllowPolicyTarget<Schema>,
  context: CheckContext<z.output<Schema>>,
  { isMeant, isOnPermissions }: HeldQuestion,
): HeldRoles {
  const { read = readBindings, denyPoliciesOf, keepsPublicOut } = target;
  const { now, config } = context;
  const lists = listsOf(target, context);
  const rules = [...lists].flatMap(([path, list]) => read(list, path).rules);
  lookAgain(rules, context);
  const isLetIn = (grant: Grant): boolean =>
    grant.member.kind !== 'anyone' || keepsPublicOut?.(config) !== true;
  const grants = grantsOf(liveBindings(rules, { now })).filter(isLetIn);
  const known = knownPermissions(target, context, { grants, isOnPermissions });
  const granted = grants.map((grant) => ({ ...grant, permissions: known.get(grant.role) }));
  const held = granted.filter(isMeant);
  if (denyPoliciesOf === undefined || held.every(({ permissions }) => permissions === undefined))
    return { held, lists };
  const denies = readDenyPolicies(denyPoliciesOf(context), '').rules;
  const levels = [{ resource: '', bindings: rules, denies }];
  const left = effectiveAccess({ levels, circumstances: { now }, permissionsOf: known });
  return { held: left.filter(isMeant).filter(isLetIn), lists };
}

/**
 * Of custom roles all permissions; of predefined ones those of {@link gainsOf}, when the check is on permissions: it is unknown then
 * while those of a custom role that is held are.
 */
function knownPermissions<Schema extends z.ZodType>(
  { permissionsOf, customRoles }: AllowPolicyTarget<Schema>,
  context: CheckContext<z.output<Schema>>,
  { grants, isOnPermissions }: { readonly grants: readonly Grant[]; readonly isOnPermissions: boolean },
): ReadonlyMap<string, readonly string[]> {
  const known = permissionsOf?.(context) ?? new Map<string, readonly string[]>();
  if (!isOnPermissions) return known;
  const roles = [...new Set(grants.map(({ role }) => role))];
  const isUnclear = roles.some((role) => isCustomRole(role) && !known.has(role));
  if (isUnclear && customRoles !== undefined) context.related(customRoles).all();
  const predefined = roles.flatMap((role) => {
    const permissions = gainsOf(role);
    return permissions === undefined ? [] : [[role, permissions] as const];
  });
  return new Map([...known, ...predefined]);
}

/** The resource's own, and those of what it lies in, by a number behind the relation's name. */
function listsOf<Schema extends z.ZodType>(
  { path, bindingsOf, inherited }: AllowPolicyTarget<Schema>,
  { config, related }: CheckContext<z.output<Schema>>,
): ReadonlyMap<string, readonly unknown[]> {
  const own = [path, bindingsOf(config)] as const;
  if (inherited === undefined) return new Map([own]);
  const above = related(inherited.relation)
    .all()
    .map(({ value }, at) => [`@${inherited.relation}/${at}`, inherited.bindingsOf(value)] as const);
  return new Map([own, ...above]);
}

/** One finding for each member, with all that it holds. */
export function findingsByMember({
  held,
  lists,
}: HeldRoles): readonly (Finding & { readonly held: readonly HeldRole[] })[] {
  const byMember = Map.groupBy(held, ({ written }) => written);
  return [...byMember].map(([member, roles]) => ({
    subject: { member },
    evidence: roles.map((role) => evidenceOf(role, lists)),
    details: { who: nameOf(member), roles: [...new Set(roles.map(({ role }) => role))].join(', ') },
    held: roles,
  }));
}

/** The role with its condition; the member is the finding's subject. */
function evidenceOf({ at }: HeldRole, lists: HeldRoles['lists']): Evidence {
  const end = at.lastIndexOf('/');
  const binding = lists.get(at.slice(0, end))?.[Number(at.slice(end + 1))];
  const { role = null, condition } = isJsonObject(binding) ? binding : {};
  const path = at.startsWith('@') ? at.slice(0, at.indexOf('/')) : at;
  return { path, value: { role, ...(condition !== undefined && { condition }) } };
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
