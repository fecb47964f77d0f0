/** What a change of a policy means: which permissions it gives and takes, whatever it rewrites. */
import { type ActionSet, intersect, isEmpty, knownActions, subtract } from '../facts/action-set.ts';
import { patternsOverlap, widestPattern } from '../pattern/wildcard.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import { type Permission, reaches, readPermissions } from './permission.ts';

export type PermissionChange = {
  /** `*` for everyone; undefined in identity policies. */
  readonly principal: string | undefined;
  readonly resource: { readonly but: boolean; readonly patterns: readonly string[] };
  readonly conditions: readonly string[];
  /** Documented actions. */
  readonly actions: readonly string[];
  /** Patterns of actions that are not documented. */
  readonly unknownActions: readonly string[];
  /** False where the other side has something like it under other conditions, so that nobody can tell which is wider. */
  readonly isCertain: boolean;
};

export type PolicyDifference = {
  readonly gained: readonly PermissionChange[];
  readonly lost: readonly PermissionChange[];
  /** What is forbidden now and was not, of what is allowed, in part or under conditions. */
  readonly forbidden: readonly PermissionChange[];
  /** What was forbidden so and is not any more. */
  readonly freed: readonly PermissionChange[];
};

/** Empty lists for rewritings that change nothing: order, splitting, joining, letter case, wildcards against the actions they match. */
export function differencePolicies(before: PolicyDocument, after: PolicyDocument): PolicyDifference {
  const [old, now] = [readPermissions(before), readPermissions(after)];
  return {
    gained: missingFrom(old.allowed, now.allowed),
    lost: missingFrom(now.allowed, old.allowed),
    forbidden: missingFrom(
      old.denied,
      now.denied.filter((denial) => mattersTo(denial, now.allowed)),
    ),
    freed: missingFrom(
      now.denied,
      old.denied.filter((denial) => mattersTo(denial, old.allowed)),
    ),
  };
}

/** What of the permissions the others do not give. */
function missingFrom(
  others: readonly Permission[],
  permissions: readonly Permission[],
): readonly PermissionChange[] {
  const changes = permissions.flatMap((permission) => {
    const given = others.filter(
      (other) => reaches(other, permission) && isSubset(other.conditions, permission.conditions),
    );
    const actions = given.reduce((left, other) => subtract(left, other.actions), permission.actions);
    return isEmpty(actions) ? [] : [changeOf({ ...permission, actions }, others)];
  });
  const once = new Map(changes.map((change) => [JSON.stringify(change), change]));
  return [...once.values()];
}

function changeOf(permission: Permission, others: readonly Permission[]): PermissionChange {
  const { principal, resource, conditions, actions } = permission;
  return {
    principal,
    resource,
    conditions,
    actions: knownActions(actions).map(({ text }) => text),
    unknownActions: unknownOf(actions),
    isCertain: !others.some((other) => isLike(other, permission) && !areComparable(other, permission)),
  };
}

function unknownOf({ unknown, othersBut }: ActionSet): readonly string[] {
  return othersBut === undefined ? unknown : [...unknown, 'every other'];
}

/** Whether both are about some same caller, action and resource. */
function isLike(one: Permission, other: Permission): boolean {
  const same = one.principal === other.principal || one.principal === '*' || other.principal === '*';
  return same && !isEmpty(intersect(one.actions, other.actions)) && resourcesOverlap(one, other);
}

function resourcesOverlap({ resource: one }: Permission, { resource: other }: Permission): boolean {
  if (one.but || other.but) return true;
  return one.patterns.some((a) =>
    other.patterns.some((b) => patternsOverlap(widestPattern(a), widestPattern(b))),
  );
}

function areComparable(one: Permission, other: Permission): boolean {
  return isSubset(one.conditions, other.conditions) || isSubset(other.conditions, one.conditions);
}

function isSubset(few: readonly string[], many: readonly string[]): boolean {
  return few.every((text) => many.includes(text));
}

/** A Deny of what nobody may do anyway changes nothing. */
function mattersTo(denial: Permission, allowed: readonly Permission[]): boolean {
  return allowed.some((permission) => isLike(denial, permission));
}
