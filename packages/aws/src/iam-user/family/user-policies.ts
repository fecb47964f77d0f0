/** The policies of a user, as the checks of what she may do need them. */
import {
  attachedPolicies,
  groupPolicies,
  type IdentityTarget,
  permissionsBoundary,
} from '@security-monkey/sdk';
import type { userConfig } from '../config.ts';
import { user } from '../example.ts';
import { iamUser } from '../watcher.ts';

export const userPolicies: IdentityTarget<typeof userConfig> = {
  watcher: iamUser,
  noun: 'user',
  policiesOf: ({ UserPolicyList }) =>
    UserPolicyList.map(({ PolicyDocument }, at) => ({
      path: `/UserPolicyList/${at}/PolicyDocument`,
      document: PolicyDocument,
    })),
  attached: [attachedPolicies, groupPolicies],
  boundary: permissionsBoundary,
  example: (policy) => ({
    config: user({ UserPolicyList: policy === null ? [] : [{ PolicyName: 'own', PolicyDocument: policy }] }),
  }),
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage.html',
};
