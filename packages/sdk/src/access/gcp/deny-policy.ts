/** Deny policies: what they take away from what allow policies grant. */
import { isJsonObject, type JsonObject } from '../../json/value.ts';
import { elementsOf, type Reading, readEach, refused } from '../network/reading.ts';
import { matchesPattern } from '../pattern/wildcard.ts';
import { type Circumstances, holds } from './condition.ts';
import { coversMember, mayOverlap } from './identity.ts';
import { parseMember } from './member.ts';
import { readTextList } from './text-list.ts';

export type DenyRule = {
  /** The JSON pointer of the rule. */
  readonly at: string;
  readonly deniedPrincipals: readonly string[];
  readonly exceptionPrincipals: readonly string[];
  /** In the form of deny policies: `iam.googleapis.com/roles.delete`, or a pattern with `*`. */
  readonly deniedPermissions: readonly string[];
  readonly exceptionPermissions: readonly string[];
  readonly condition: string | undefined;
};

/**
 * Reads deny policies. What cannot be read denies nothing: a rule whose exceptions cannot be read might except anybody.
 * `at` is the JSON pointer of the list.
 * Source: https://cloud.google.com/iam/docs/deny-overview
 */
export function readDenyPolicies(policies: readonly unknown[], at: string): Reading<DenyRule> {
  return readEach(policies, at, (policy, where) => {
    const rules = isJsonObject(policy) ? elementsOf(policy['rules']) : undefined;
    return rules === undefined
      ? refused(`${where}/rules`, 'is no list')
      : readEach(rules, `${where}/rules`, readRule);
  });
}

/**
 * Who is left of a member, for one permission, once the rules have taken away what they certainly deny. Of everybody there
 * may be left those whom a rule excepts.
 */
export function leftByDenies(
  member: string,
  permission: string,
  { rules, circumstances }: { readonly rules: readonly DenyRule[]; readonly circumstances: Circumstances },
): readonly string[] {
  const active = rules.filter(
    (rule) =>
      (rule.condition === undefined || holds(rule.condition, circumstances) === 'true') &&
      isAbout(rule, deniableName(permission)),
  );
  let left: readonly string[] = [member];
  for (const rule of active) left = left.flatMap((one) => leftBy(rule, one));
  return [...new Set(left)];
}

function leftBy({ deniedPrincipals, exceptionPrincipals }: DenyRule, member: string): readonly string[] {
  if (!deniedPrincipals.some((denied) => coversMember(denied, member))) return [member];
  const excepted = exceptionPrincipals.filter((exception) => mayOverlap(exception, member));
  if (excepted.some((exception) => coversMember(exception, member))) return [member];
  // Of another set, such as a group, nobody knows which part is excepted: it is not known to be denied.
  if (parseMember(member).kind === 'anyone') return excepted;
  return excepted.length === 0 ? [] : [member];
}

function isAbout({ deniedPermissions, exceptionPermissions }: DenyRule, permission: string): boolean {
  const matches = (pattern: string): boolean => matchesPattern(pattern, permission);
  return deniedPermissions.some(matches) && !exceptionPermissions.some(matches);
}

/**
 * A permission as deny policies write it: `iam.roles.delete` is `iam.googleapis.com/roles.delete`.
 * Source: https://cloud.google.com/iam/docs/deny-permissions-support
 */
function deniableName(permission: string): string {
  const [, service, rest] = /^([^./]+)\.(.+)$/.exec(permission) ?? [];
  if (service === undefined || rest === undefined || permission.includes('/')) return permission;
  return `${service === 'resourcemanager' ? 'cloudresourcemanager' : service}.googleapis.com/${rest}`;
}

function readRule(rule: unknown, at: string): Reading<DenyRule> {
  const written = isJsonObject(rule) ? rule['denyRule'] : undefined;
  if (!isJsonObject(written)) return refused(`${at}/denyRule`, 'is no rule');
  const where = `${at}/denyRule`;
  const denied = readTextList(written['deniedPrincipals'], `${where}/deniedPrincipals`);
  const permissions = readTextList(written['deniedPermissions'], `${where}/deniedPermissions`);
  const exceptedPrincipals = readTextList(written['exceptionPrincipals'], `${where}/exceptionPrincipals`);
  const exceptedPermissions = readTextList(written['exceptionPermissions'], `${where}/exceptionPermissions`);
  const unreadExceptions = [...exceptedPrincipals.unread, ...exceptedPermissions.unread];
  const unread = [...denied.unread, ...permissions.unread, ...unreadExceptions];
  if (unreadExceptions.length > 0) return { rules: [], unread };
  return {
    rules: [
      {
        at: where,
        deniedPrincipals: denied.rules,
        exceptionPrincipals: exceptedPrincipals.rules,
        deniedPermissions: permissions.rules,
        exceptionPermissions: exceptedPermissions.rules,
        condition: conditionOf(written),
      },
    ],
    unread,
  };
}

/** A condition that cannot be read is one that may fail: `''` is no expression. */
function conditionOf({ denialCondition: written }: JsonObject): string | undefined {
  if (written === undefined || written === null) return undefined;
  const expression = isJsonObject(written) ? written['expression'] : undefined;
  return typeof expression === 'string' ? expression : '';
}
