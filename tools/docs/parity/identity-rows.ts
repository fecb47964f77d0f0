/** What the original looked for in the policies of users, roles and groups and in managed ones. */
import type { ParityRow } from './row.ts';
import { technologies } from './row.ts';

type Rule = Omit<ParityRow, 'index' | 'ours'> & { readonly name: string; readonly message: string };

const rules: readonly Rule[] = [
  {
    method: 'check_star_privileges',
    name: 'administrator-access',
    message: 'granted',
    reported: 'every action',
    score: 10,
    category: 'administrator-access',
  },
  {
    method: 'check_iam_star_privileges',
    name: 'iam-full-access',
    message: 'granted',
    reported: 'every action of IAM',
    score: 10,
    category: 'administrator-access',
  },
  {
    method: 'check_permissions',
    name: 'permissions-management',
    message: 'granted',
    reported: 'actions by which permissions are given, service by service',
    score: 10,
    category: 'sensitive-permissions',
  },
  {
    method: 'check_mutable_sensitive_services',
    name: 'sensitive-service-write',
    message: 'granted',
    reported: 'writing actions of the services that are called sensitive',
    score: 1,
    category: 'sensitive-permissions',
    corrected: 'the setting that names the services is the one that is read',
  },
  {
    method: 'check_iam_passrole',
    name: 'pass-role',
    message: 'granted',
    reported: 'passing roles on to services',
    score: 10,
    category: 'sensitive-permissions',
  },
  {
    method: 'check_notaction',
    name: 'not-action',
    message: 'used',
    reported: 'a statement with NotAction',
    score: 10,
    category: 'awkward-construction',
  },
  {
    method: 'check_notresource',
    name: 'not-resource',
    message: 'used',
    reported: 'a statement with NotResource',
    score: 10,
    category: 'awkward-construction',
  },
  {
    method: 'check_security_group_permissions',
    name: 'security-group-changes',
    message: 'granted',
    reported: 'opening security groups',
    score: 7,
    category: 'sensitive-permissions',
    corrected: 'a statement that does not match no longer hides those after it',
  },
];

/** Of all of them: the original gave the resources of the first statement to all later ones, and left Denies out. */
const corrected = 'each statement is told with its own resources; Denies of the same item count';

export const identityRows: readonly ParityRow[] = ['iamuser', 'iamrole', 'iamgroup', 'policy'].flatMap(
  (index) =>
    rules.map(({ name, message, ...rule }) => ({
      ...rule,
      index,
      ours: [{ check: `${technologies[index]}.${name}`, message }],
      corrected: rule.corrected === undefined ? corrected : `${corrected}; ${rule.corrected}`,
    })),
);

/** The original looked attached policies up and recorded nothing. */
export const attachedPolicyRows: readonly ParityRow[] = ['iamuser', 'iamrole', 'iamgroup'].map((index) => ({
  index,
  method: 'check_attached_managed_policies',
  reported: 'nothing: it only logged attached policies that were not found',
  score: 0,
  ours:
    index === 'iamgroup'
      ? []
      : [{ check: `${technologies[index]}.effective-administrator`, message: 'administrator' }],
  departure:
    index === 'iamgroup'
      ? 'what a group is given through attached policies is judged at the policy, and at each of its users'
      : 'attached policies are judged together with all others that the identity has',
}));
