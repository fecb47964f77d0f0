/** Projects in which somebody may act as every service account. */
import { gcpExampleWorld, memberCheck } from '@security-monkey/sdk';
import { impersonationFromAbove } from '../../resource-manager/family/above-examples.ts';
import { impersonationRole } from '../../resource-manager/family/member-rules.ts';
import { projectPolicy } from '../family/project-policy.ts';

const role = 'projects/acme-web/roles/releaser';
const member = 'user:kim@acme.example';
const world = gcpExampleWorld;
const withRole = (permission: string) => ({
  customRoles: [{ name: role, includedPermissions: [permission] }],
});

export const projectImpersonationRole = memberCheck(projectPolicy, {
  ...impersonationRole,
  good: [
    ...impersonationRole.good,
    ...impersonationFromAbove.good,
    {
      name: 'a custom role without such permissions',
      world,
      config: withRole('iam.serviceAccounts.get'),
      grants: [{ role, member }],
    },
  ],
  bad: [
    ...impersonationRole.bad,
    ...impersonationFromAbove.bad,
    {
      name: 'a custom role that takes credentials',
      world,
      config: withRole('iam.serviceAccounts.getAccessToken'),
      grants: [{ role, member }],
      reports: [member],
    },
  ],
});
