/** The policies of a group, as the checks of what its members may do need them. */
import { attachedPolicies, type IdentityTarget } from '@security-monkey/sdk';
import type { groupConfig } from '../config.ts';
import { group } from '../example.ts';
import { iamGroup } from '../watcher.ts';

export const groupOwnPolicies: IdentityTarget<typeof groupConfig> = {
  watcher: iamGroup,
  noun: 'group',
  policiesOf: ({ GroupPolicyList }) =>
    GroupPolicyList.map(({ PolicyDocument }, at) => ({
      path: `/GroupPolicyList/${at}/PolicyDocument`,
      document: PolicyDocument,
    })),
  attached: [attachedPolicies],
  example: (policy) => ({
    config: group({
      GroupPolicyList: policy === null ? [] : [{ PolicyName: 'own', PolicyDocument: policy }],
    }),
  }),
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage.html',
};
