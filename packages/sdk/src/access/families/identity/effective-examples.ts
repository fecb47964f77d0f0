/** Examples of the checks on all that an identity may do. */
import type { z } from 'zod';
import type { JsonObject } from '../../../json/value.ts';
import type { IdentityTarget } from './identity-target.ts';
import { type Brought, policyOf, relatedExample } from './related-example.ts';

const everything = policyOf({ Action: ['*'] });
const allButIam = policyOf({ NotAction: ['iam:*'] });
const denyIam = policyOf({ Effect: 'Deny', Action: ['iam:*'] });
const mayLaunch = policyOf({ Action: ['ec2:RunInstances'] });
const mayPass = policyOf({ Action: ['iam:PassRole'], Resource: ['arn:aws:iam::111122223333:role/web'] });
const mayRead = policyOf({ Action: ['s3:Get*'] });

type Named = readonly [name: string, own: JsonObject | null, brought: Brought];

function examples<Schema extends z.ZodType>(target: IdentityTarget<Schema>, list: readonly Named[]) {
  return list.map(([name, own, brought]) => ({ name, ...relatedExample(target, own, brought) }));
}

export function effectiveAdministratorExamples<Schema extends z.ZodType>(target: IdentityTarget<Schema>) {
  const reports = [{ message: 'administrator' as const, subject: { through: 'policies' } }];
  return {
    good: examples(target, [
      ['no policies', null, {}],
      ['a policy of its own that says so, which another check tells', everything, {}],
      ['everything but IAM', null, { attached: allButIam }],
      ['everything, with a Deny of IAM in another policy', denyIam, { attached: everything }],
      ['everything, within a boundary', null, { attached: everything, boundary: mayRead }],
    ]),
    bad: examples(target, [
      ['by an attached policy', null, { attached: everything }],
      ['by a list of what is not allowed', policyOf({ NotAction: ['s3:*'] }), {}],
      ['all of IAM, which gives the rest', null, { attached: policyOf({ Action: ['iam:*'] }) }],
    ]).map((one) => ({ ...one, reports })),
  };
}

export function privilegeEscalationExamples<Schema extends z.ZodType>(target: IdentityTarget<Schema>) {
  const reportsOf = (path: string) => [{ message: 'possible' as const, subject: { path } }];
  return {
    good: examples(target, [
      ['no policies', null, {}],
      ['one step of two', mayPass, {}],
      ['an administrator', null, { attached: everything }],
      ['a Deny of a step', denyIam, { attached: policyOf({ Action: ['iam:PassRole', 'ec2:RunInstances'] }) }],
      ['a boundary without a step', mayPass, { attached: mayLaunch, boundary: mayLaunch }],
    ]),
    bad: [
      ...examples(target, [['two steps in two policies', mayPass, { attached: mayLaunch }]]).map((one) => ({
        ...one,
        reports: reportsOf('pass-ec2-instance'),
      })),
      ...examples(target, [
        ['a policy of a user rewritten', policyOf({ Action: ['iam:PutUserPolicy'] }), {}],
      ]).map((one) => ({ ...one, reports: reportsOf('policy-inline-user') })),
    ],
  };
}
