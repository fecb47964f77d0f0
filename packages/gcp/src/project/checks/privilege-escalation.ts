/** Projects in which somebody can give themselves more. */
import { gcpExampleWorld, memberCheck } from '@security-monkey/sdk';
import { escalationFromAbove } from '../../resource-manager/family/above-examples.ts';
import { privilegeEscalation } from '../../resource-manager/family/member-rules.ts';
import { projectPolicy } from '../family/project-policy.ts';

const role = 'projects/acme-web/roles/releaser';
const member = 'user:kim@acme.example';
const grants = [{ role, member }];
const world = gcpExampleWorld;

/** The role may change roles, and a deny policy takes that from these. */
const denied = (...deniedPrincipals: readonly string[]) => ({
  customRoles: [{ name: role, includedPermissions: ['iam.roles.get', 'iam.roles.update'] }],
  denyPolicies: [
    {
      name: 'policies/cloudresourcemanager.googleapis.com%2Fprojects%2F123456789012/denypolicies/roles',
      rules: [{ denyRule: { deniedPrincipals, deniedPermissions: ['iam.googleapis.com/roles.update'] } }],
    },
  ],
});

export const projectPrivilegeEscalation = memberCheck(projectPolicy, {
  ...privilegeEscalation,
  good: [
    ...privilegeEscalation.good,
    ...escalationFromAbove.good,
    {
      name: 'a custom role that changes roles, denied to everyone',
      world,
      config: denied('principalSet://goog/public:all'),
      grants,
    },
    {
      name: 'a custom role that changes roles, denied to that person',
      world,
      config: denied('principal://goog/subject/kim@acme.example'),
      grants,
    },
  ],
  bad: [
    ...privilegeEscalation.bad,
    ...escalationFromAbove.bad,
    {
      name: 'a custom role that changes roles, denied to somebody else',
      world,
      config: denied('principal://goog/subject/lee@acme.example'),
      grants,
      reports: [member],
    },
  ],
});
