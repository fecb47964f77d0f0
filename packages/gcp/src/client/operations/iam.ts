/** Operations of IAM: https://cloud.google.com/iam/docs/reference/rest; deny policies are of its version 2. */
import type { Operations } from './operation.ts';

const base = 'iam.googleapis.com';

export const iamOperations: Operations = {
  'iam:projects.serviceAccounts.list': `GET ${base}/v1/{+name}/serviceAccounts`,
  'iam:projects.serviceAccounts.get': `GET ${base}/v1/{+name}`,
  'iam:projects.serviceAccounts.getIamPolicy': `POST ${base}/v1/{+resource}:getIamPolicy`,
  'iam:projects.serviceAccounts.keys.list': `GET ${base}/v1/{+name}/keys`,
  'iam:projects.roles.list': `GET ${base}/v1/{+parent}/roles`,
  'iam:organizations.roles.list': `GET ${base}/v1/{+parent}/roles`,
  'iam:organizations.roles.get': `GET ${base}/v1/{+name}`,
  'iam:policies.listPolicies': `GET ${base}/v2/{+parent}`,
  'iam:policies.get': `GET ${base}/v2/{+name}`,
};
