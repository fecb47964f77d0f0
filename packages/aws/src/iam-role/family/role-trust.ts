/** The trust policy of a role, as the checks of who may take it on need it. */
import { trustTarget } from '@security-monkey/sdk';
import { role } from '../example.ts';
import { iamRole } from '../watcher.ts';

export const roleTrust = trustTarget({
  watcher: iamRole,
  path: '/AssumeRolePolicyDocument',
  documentOf: ({ AssumeRolePolicyDocument }) => AssumeRolePolicyDocument,
  example: (policy) => ({ config: role({ AssumeRolePolicyDocument: policy }) }),
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
});
