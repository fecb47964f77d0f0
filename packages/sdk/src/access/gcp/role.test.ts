/** What roles give beyond what their names say. */
import { describe, expect, it } from 'vitest';
import { escalationsOf } from './escalation.ts';
import { gainsOf, impersonates, isCustomRole, isImpersonationRole, isPolicyAdminRole } from './role.ts';

const roles = [
  'roles/iam.organizationRoleAdmin',
  'roles/iam.roleAdmin',
  'roles/iam.serviceAccountAdmin',
  'roles/iam.serviceAccountKeyAdmin',
  'roles/iam.serviceAccountOpenIdTokenCreator',
  'roles/iam.serviceAccountTokenCreator',
  'roles/iam.serviceAccountUser',
  'roles/iam.workloadIdentityUser',
  'roles/orgpolicy.policyAdmin',
  'roles/resourcemanager.folderAdmin',
  'roles/resourcemanager.folderIamAdmin',
  'roles/resourcemanager.organizationAdmin',
  'roles/resourcemanager.projectIamAdmin',
];

describe('a predefined role whose gains are known', () => {
  it.each(roles)('%s is judged by them as by its name', (role) => {
    const gains = gainsOf(role) ?? [];
    const ways = escalationsOf(gains, 'organization').filter((way) => !impersonates(way.permissions));
    expect({ acts: impersonates(gains), rewrites: ways.length > 0 }).toEqual({
      acts: isImpersonationRole(role),
      rewrites: isPolicyAdminRole(role),
    });
    // Each of them is one: a deny policy has to take all.
    for (const gain of gains)
      expect(impersonates([gain]) || escalationsOf([gain], 'organization').length > 0).toBe(true);
  });

  it.each(['roles/owner', 'roles/iam.securityAdmin', 'roles/storage.admin', 'organizations/1/roles/x'])(
    'is not %s',
    (role) => {
      expect(gainsOf(role)).toBeUndefined();
    },
  );
});

it.each([
  ['organizations/1/roles/x', true],
  ['projects/acme-web/roles/x', true],
  ['roles/viewer', false],
  ['projects/acme-web/serviceAccounts/x', false],
])('the role %s is a custom one: %s', (role, isCustom) => {
  expect(isCustomRole(role)).toBe(isCustom);
});
