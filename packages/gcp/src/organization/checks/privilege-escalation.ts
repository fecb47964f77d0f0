/** Organizations in which somebody can give themselves more. */
import { gcpExampleWorld, memberCheck } from '@security-monkey/sdk';
import { privilegeEscalation } from '../../resource-manager/family/member-rules.ts';
import { organizationPolicy } from '../family/organization-policy.ts';

const member = 'user:kim@acme.example';
const world = gcpExampleWorld;
const role = 'organizations/424242424242/roles/builder';
const grants = [{ role: 'roles/resourcemanager.organizationAdmin', member }];

/** From everyone. */
const denied = (...deniedPermissions: readonly string[]) => ({
  denyPolicies: [
    {
      name: 'policies/cloudresourcemanager.googleapis.com%2Forganizations%2F424242424242/denypolicies/policies',
      rules: [{ denyRule: { deniedPrincipals: ['principalSet://goog/public:all'], deniedPermissions } }],
    },
  ],
});

export const organizationPrivilegeEscalation = memberCheck(organizationPolicy, {
  ...privilegeEscalation,
  good: [
    ...privilegeEscalation.good,
    {
      name: 'an administrator to whom all that sets policies is denied',
      world,
      config: denied('cloudresourcemanager.googleapis.com/*.setIamPolicy'),
      grants,
    },
  ],
  bad: [
    ...privilegeEscalation.bad,
    {
      name: 'an administrator to whom a part of it is denied',
      world,
      config: denied('cloudresourcemanager.googleapis.com/organizations.setIamPolicy'),
      grants,
      reports: [member],
    },
    {
      name: 'a custom role that has Cloud Build run what its members write',
      world,
      config: { customRoles: [{ name: role, includedPermissions: ['cloudbuild.builds.create'] }] },
      grants: [{ role, member }],
      reports: [member],
    },
  ],
});
