/** Arbitrary requests and policies that have something to do with each other, for properties. */
import * as fc from 'fast-check';

const account = '414141414141';
const stranger = '525252525252';

/** Whoever calls or is named. */
const names: readonly string[] = [
  `arn:aws:iam::${account}:user/nora`,
  `arn:aws:iam::${account}:role/ops/press`,
  `arn:aws:sts::${account}:assumed-role/press/shift-2`,
  `arn:aws:sts::${account}:federated-user/visitor`,
  `arn:aws:iam::${account}:root`,
  `arn:aws:iam::${stranger}:user/pia`,
  `arn:aws:iam::${stranger}:root`,
  `arn:aws:iam::${account}:role/aws-service-role/mill.amazonaws.com/AWSServiceRoleForMill`,
];

const targets: readonly { readonly action: string; readonly resource: string }[] = [
  { action: 's3:GetObject', resource: 'arn:aws:s3:::mill-rolls/a' },
  { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-3:${account}:key/7c7c` },
  { action: 'sts:AssumeRole', resource: `arn:aws:iam::${account}:role/dryer` },
  { action: 'sns:Publish', resource: `arn:aws:sns:eu-west-3:${account}:bells` },
  { action: 's3:DeleteBucketPolicy', resource: 'arn:aws:s3:::mill-rolls' },
  { action: 'ec2:DescribeVpcs', resource: '*' },
];

type Block = { readonly [operator: string]: { readonly [key: string]: readonly string[] } };

export type Statement = {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Principal?: { readonly AWS?: readonly string[]; readonly Service?: readonly string[] };
  readonly NotPrincipal?: { readonly AWS: readonly string[] };
  readonly Condition?: Block;
};

export type Policy = { readonly Version: '2012-10-17'; readonly Statement: readonly Statement[] };
export type Level = { readonly orgIdentifier: string; readonly policies: readonly Policy[] };

export type Question = {
  readonly request: {
    readonly action: string;
    readonly resource: { readonly resource: string; readonly accountId: string };
    readonly principal: string | { readonly type: 'Anonymous' };
    readonly context: { readonly [key: string]: readonly string[] };
  };
  readonly identityPolicies: readonly Policy[];
  readonly resourcePolicy?: Policy | undefined;
  readonly permissionBoundaries?: readonly Policy[] | undefined;
  readonly sessionPolicy?: Policy | undefined;
  readonly serviceControlPolicies?: readonly Level[] | undefined;
  readonly resourceControlPolicies?: readonly Level[] | undefined;
  readonly endpointPolicies?: readonly Policy[] | undefined;
};

const some = (...values: readonly string[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) });
const actions = some(
  '*',
  's3:*',
  'kms:*',
  'sts:AssumeRole',
  'sns:Publish',
  's3:getobject',
  'ec2:Describe?pcs',
);
const resources = some(
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::mill-rolls/*',
  `arn:aws:*:*:${account}:*`,
  '${aws:PrincipalTag/hall}',
);
const principals = fc.oneof(
  fc.record({ AWS: some('*', account, stranger, ...names) }),
  fc.record({ Service: some('mill.amazonaws.com', 'logs.amazonaws.com') }),
);
const keys: readonly string[] = ['aws:PrincipalTag/hall', 'aws:SourceIp', 'aws:TagKeys', 's3:max-keys'];
const values = some('1', 'a', '*', 'true', '192.0.2.7', '${aws:PrincipalTag/hall}');
const operators = [
  'StringEquals',
  'StringNotLike',
  'StringLikeIfExists',
  'ForAllValues:StringLike',
  'ForAnyValue:StringNotEquals',
  'NumericLessThan',
  'NotIpAddress',
  'ArnNotLike',
  'Bool',
  'Null',
  'Sounds',
];
const condition = fc.dictionary(
  fc.constantFrom(...operators),
  fc.dictionary(fc.constantFrom(...keys), values, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
  { minKeys: 1, maxKeys: 2, noNullPrototype: true },
);

const effect = fc.oneof(
  { weight: 4, arbitrary: fc.constant('Allow' as const) },
  fc.constant('Deny' as const),
);
const what = fc.oneof(
  { weight: 3, arbitrary: actions.map((Action) => ({ Action })) },
  actions.map((NotAction) => ({ NotAction })),
);
const where = fc.oneof(
  { weight: 3, arbitrary: resources.map((Resource) => ({ Resource })) },
  resources.map((NotResource) => ({ NotResource })),
);
const who = fc.oneof(
  { weight: 3, arbitrary: principals.map((Principal) => ({ Principal })) },
  some(account, ...names).map((AWS) => ({ NotPrincipal: { AWS } })),
);
const when = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  condition.map((Condition) => ({ Condition })),
);

export const statement: fc.Arbitrary<Statement> = fc
  .tuple(effect, what, where, who, when)
  .map(([Effect, ...parts]) => Object.assign({ Effect }, ...parts));

const everything: Statement = {
  Effect: 'Allow',
  Action: ['*'],
  Resource: ['*'],
  Principal: { AWS: ['*'] },
};
/** Half of the policies allow all, so that the answer hangs on the others. */
const policy: fc.Arbitrary<Policy> = fc
  .tuple(fc.constantFrom([everything], []), fc.array(statement, { maxLength: 2 }))
  .map(([first, more]) => ({ Version: '2012-10-17', Statement: [...first, ...more] }));
const policies = fc.array(policy, { minLength: 1, maxLength: 2 });
const levels = fc.array(fc.record({ orgIdentifier: fc.constant('r-1'), policies }), {
  minLength: 1,
  maxLength: 2,
});

const request = fc
  .record({
    target: fc.constantFrom(...targets),
    accountId: fc.constantFrom(account, account, stranger),
    principal: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...names) },
      fc.constantFrom('mill.amazonaws.com', { type: 'Anonymous' as const }),
    ),
    context: fc.dictionary(fc.constantFrom(...keys), some('1', 'a', '192.0.2.7'), { noNullPrototype: true }),
  })
  .map(({ target, accountId, principal, context }) => ({
    action: target.action,
    resource: { resource: target.resource, accountId },
    principal,
    context,
  }));

const seldom = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: value });

export const question: fc.Arbitrary<Question> = fc.record({
  request,
  identityPolicies: policies,
  resourcePolicy: seldom(policy),
  permissionBoundaries: seldom(policies),
  sessionPolicy: seldom(policy),
  serviceControlPolicies: seldom(levels),
  resourceControlPolicies: seldom(levels),
  endpointPolicies: seldom(policies),
});

/** The question with each of its policies changed, whatever they are for. */
export function changePolicies(asked: Question, change: (policy: Policy) => unknown) {
  const level = ({ orgIdentifier, policies: list }: Level) => ({ orgIdentifier, policies: list.map(change) });
  return {
    request: asked.request,
    identityPolicies: asked.identityPolicies.map(change),
    resourcePolicy: asked.resourcePolicy && change(asked.resourcePolicy),
    permissionBoundaries: asked.permissionBoundaries?.map(change),
    sessionPolicy: asked.sessionPolicy && change(asked.sessionPolicy),
    serviceControlPolicies: asked.serviceControlPolicies?.map(level),
    resourceControlPolicies: asked.resourceControlPolicies?.map(level),
    endpointPolicies: asked.endpointPolicies?.map(change),
  };
}

/** The question with one of its policies changed; they are counted over and over. */
export function changePolicy(asked: Question, at: number, change: (policy: Policy) => Policy) {
  let count = 0;
  changePolicies(asked, () => {
    count += 1;
  });
  let place = -1;
  return changePolicies(asked, (one) => {
    place += 1;
    return place === at % count ? change(one) : one;
  });
}
