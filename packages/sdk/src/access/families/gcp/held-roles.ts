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
import type { AllowPolicyTarget, KnownRole } from './allow-policy-target.ts';

/** A role that a member holds. */
export type HeldRole = Grant & {
  /** What is left of the role's permissions; undefined when they are not known. Of a predefined role those of {@link gainsOf} only. */
  readonly permissions?: readonly string[] | undefined;
};

/** The roles that the check is about, what gives them, and what they are. */
export type HeldRoles = {
  readonly held: readonly HeldRole[];
  /** Lists of bindings by their paths. */
  readonly lists: ReadonlyMap<string, readonly unknown[]>;
  /** Custom roles that are known, by their names. */
  readonly roles: ReadonlyMap<string, KnownRole>;
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
  const roles = target.rolesOf?.(context) ?? new Map<string, KnownRole>();
  if (isOnPermissions) requireRoles(target, context, { grants, roles });
  const known = knownPermissions(grants, { roles, isOnPermissions });
  const granted = grants.map((grant) => ({ ...grant, permissions: known.get(grant.role) }));
  const held = granted.filter(isMeant);
  if (denyPoliciesOf === undefined || held.every(({ permissions }) => permissions === undefined))
    return { held, lists, roles };
  const denies = readDenyPolicies(denyPoliciesOf(context), '').rules;
  const levels = [{ resource: '', bindings: rules, denies }];
  const left = effectiveAccess({ levels, circumstances: { now }, permissionsOf: known });
  return { held: left.filter(isMeant).filter(isLetIn), lists, roles };
}

type Granted = { readonly grants: readonly Grant[]; readonly roles: HeldRoles['roles'] };

/** The check becomes unknown when a custom role is held that may be one of those which could not be read. */
function requireRoles<Schema extends z.ZodType>(
  { customRoles }: AllowPolicyTarget<Schema>,
  context: CheckContext<z.output<Schema>>,
  { grants, roles }: Granted,
): void {
  const isUnclear = grants.some(({ role }) => isCustomRole(role) && !roles.has(role));
  if (isUnclear && customRoles !== undefined) context.related(customRoles).all();
}

/** Of custom roles all permissions; of predefined ones those of {@link gainsOf}, when the check is on permissions. */
function knownPermissions(
  grants: readonly Grant[],
  { roles, isOnPermissions }: Pick<Granted, 'roles'> & Pick<HeldQuestion, 'isOnPermissions'>,
): ReadonlyMap<string, readonly string[]> {
  const custom = [...roles].map(([role, { permissions }]) => [role, permissions] as const);
  const predefined = isOnPermissions
    ? grants.flatMap(({ role }) => {
        const permissions = gainsOf(role);
        return permissions === undefined ? [] : [[role, permissions] as const];
      })
    : [];
  return new Map([...custom, ...predefined]);
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

/** Those of a role's permissions that a check is about. */
export type Gains = (permissions: readonly string[]) => readonly string[];

const none: Gains = () => [];

/**
 * One finding for each member, with all that it holds. What it gains by a role is named, and of a custom role it is evidence: a role
 * may be given more later.
 */
export function findingsByMember(
  { held, lists, roles }: HeldRoles,
  gains: Gains = none,
): readonly (Finding & { readonly held: readonly HeldRole[] })[] {
  const byMember = Map.groupBy(held, ({ written }) => written);
  return [...byMember].map(([member, ofMember]) => {
    const byRole = Map.groupBy(ofMember, ({ role }) => role);
    const gained = [...byRole].map(([role, [first]]) => ({ role, gains: gains(first?.permissions ?? []) }));
    return {
      subject: { member },
      evidence: [
        ...ofMember.map((role) => evidenceOf(role, lists)),
        ...gained.flatMap((one) => gainEvidence(one, roles)),
      ],
      details: { who: nameOf(member), roles: gained.map(rolesText).join('; ') },
      held: ofMember,
    };
  });
}

type Gained = { readonly role: string; readonly gains: readonly string[] };

/** `projects/p/roles/r (iam.roles.update)` */
function rolesText({ role, gains }: Gained): string {
  return gains.length === 0 || !isCustomRole(role) ? role : `${role} (${gains.join(', ')})`;
}

function gainEvidence({ role, gains }: Gained, roles: HeldRoles['roles']): readonly Evidence[] {
  const known = roles.get(role);
  if (known === undefined) return [];
  const { at, permissions } = known;
  return gains.map((gain) => ({
    path: at.startsWith('@') ? at : `${at}/${permissions.indexOf(gain)}`,
    value: gain,
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
