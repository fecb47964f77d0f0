/** The policies of a function, its aliases and versions for the checks of the resource policy family. */
import type { JsonObject, PolicyTarget } from '@security-monkey/sdk';
import type { functionConfig } from '../config.ts';
import { functionArn, lambda } from '../example.ts';
import { lambdaFunction } from '../watcher.ts';

export const functionPolicy: PolicyTarget<typeof functionConfig> = {
  watcher: lambdaFunction,
  name: 'policy',
  noun: 'function',
  path: '/Policy',
  documentOf: ({ Policy }) => Policy ?? undefined,
  partsOf: ({ QualifiedPolicies }) =>
    (QualifiedPolicies ?? []).map(({ Qualifier, Policy }, index) => ({
      qualifier: Qualifier,
      path: `/QualifiedPolicies/${index}/Policy`,
      document: Policy,
    })),
  example: (policy: JsonObject | null) => ({ config: lambda({ Policy: policy }) }),
  action: 'lambda:InvokeFunction',
  arn: functionArn,
  link: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
};
