/** A made-up kind of item with policies of identities, for the tests of the checks on them. */
import { z } from 'zod';
import type { IdentityTarget } from '../identity/identity-target.ts';
import { attachedPolicies, groupPolicies, permissionsBoundary } from '../identity/policy-relations.ts';
import { toyWatcher } from './toy-watcher.ts';

const user = z.looseObject({
  Arn: z.string(),
  InlinePolicies: z.array(z.looseObject({ PolicyName: z.string(), PolicyDocument: z.unknown() })),
});

const toyUser = toyWatcher({
  id: 'toy.user',
  title: { one: 'User', many: 'Users' },
  config: user,
  relations: ['attached-policies', 'groups', 'boundary'],
});

export const toyUserPolicies: IdentityTarget<typeof user> = {
  watcher: toyUser,
  noun: 'user',
  policiesOf: ({ InlinePolicies }) =>
    InlinePolicies.map(({ PolicyDocument }, at) => ({
      path: `/InlinePolicies/${at}/PolicyDocument`,
      document: PolicyDocument,
    })),
  attached: [attachedPolicies, groupPolicies],
  boundary: permissionsBoundary,
  example: (policy) => ({
    config: {
      Arn: 'arn:aws:iam::111122223333:user/ada',
      InlinePolicies: policy === null ? [] : [{ PolicyName: 'own', PolicyDocument: policy }],
    },
  }),
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html',
  frameworks: { 'administrator-access': { 'cis-aws-7.0': ['2.14'] } },
};
