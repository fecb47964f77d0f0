/** The default version of a managed policy, as the checks of what it grants need it. */
import type { IdentityTarget } from '@security-monkey/sdk';
import { isAwsManaged } from '../../iam/account-details.ts';
import type { managedPolicyConfig } from '../config.ts';
import { attachedTo, managedPolicy } from '../example.ts';
import { iamPolicy } from '../watcher.ts';
import { isHolder } from './holder.ts';

export const defaultVersion: IdentityTarget<typeof managedPolicyConfig> = {
  watcher: iamPolicy,
  noun: 'policy',
  policiesOf: ({ Document }) => [{ path: '/Document', document: Document }],
  isWithoutEffect: ({ config, related }) =>
    isAwsManaged(config.Arn) && !related('attachments').some(isHolder),
  needs: ['attachments'],
  example: (policy) => ({
    config: managedPolicy(policy === null ? {} : { Document: policy }),
    related: attachedTo(),
  }),
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage.html',
  frameworks: { 'administrator-access': { 'cis-aws-7.0': ['2.14'] } },
};
