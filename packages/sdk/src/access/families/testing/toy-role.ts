/** A made-up kind of item with a trust policy, for the tests of the checks on it. */
import { z } from 'zod';
import { trustTarget } from '../trust-target.ts';
import { toyWatcher } from './toy-watcher.ts';

const role = z.looseObject({ Arn: z.string(), AssumeRolePolicyDocument: z.unknown() });

const toyRole = toyWatcher({
  id: 'toy.role',
  title: { one: 'Role', many: 'Roles' },
  config: role,
  relations: [],
});

export const toyTrust = trustTarget<typeof role>({
  watcher: toyRole,
  path: '/AssumeRolePolicyDocument',
  documentOf: ({ AssumeRolePolicyDocument }) => AssumeRolePolicyDocument,
  example: (policy) => ({
    config: { Arn: 'arn:aws:iam::111122223333:role/reader', AssumeRolePolicyDocument: policy },
  }),
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
});
