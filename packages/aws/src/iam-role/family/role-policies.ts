/** The policies of a role, as the checks of what it may do need them. */
import { attachedPolicies, type IdentityTarget, permissionsBoundary } from '@security-monkey/sdk';
import type { roleConfig } from '../config.ts';
import { role } from '../example.ts';
import { iamRole } from '../watcher.ts';

export const rolePolicies: IdentityTarget<typeof roleConfig> = {
  watcher: iamRole,
  noun: 'role',
  policiesOf: ({ RolePolicyList }) =>
    RolePolicyList.map(({ PolicyDocument }, at) => ({
      path: `/RolePolicyList/${at}/PolicyDocument`,
      document: PolicyDocument,
    })),
  attached: [attachedPolicies],
  boundary: permissionsBoundary,
  example: (policy) => ({
    config: role({ RolePolicyList: policy === null ? [] : [{ PolicyName: 'own', PolicyDocument: policy }] }),
  }),
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage.html',
};
