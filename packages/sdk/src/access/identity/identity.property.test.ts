/** Laws of what is found of an identity, over generated policies. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '../judge.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const settings = { seed: 20_261_128, numRuns: 1_000 };

const actions = [
  '*',
  'iam:*',
  'iam:Put*',
  'iam:PassRole',
  'iam:CreateAccessKey',
  'iam:CreatePolicyVersion',
  'lambda:*',
  'lambda:CreateFunction',
  'lambda:InvokeFunction',
  'cloudformation:CreateStack',
  'ssm:SendCommand',
  'sqs:*',
  'sqs:AddPermission',
  'sts:AssumeRole',
  's3:GetObject',
  'fog:Horn',
];
const resources = [
  '*',
  'arn:aws:*',
  'arn:aws:iam::*:role/*',
  'arn:aws:iam::*:role/web-*',
  'arn:aws:iam::*:user/${aws:username}',
  'arn:aws:iam::*:*',
  'arn:aws:lambda:*:*:function:*',
  'arn:aws:sqs:eu-west-1:404142434445:tide',
];
const condition = fc.constantFrom(
  { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } },
  { DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } },
  { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
  { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
  { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
);

const selection = (name: string, list: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(name, name, name, `Not${name}`),
      fc.subarray([...list], { minLength: 1, maxLength: 3 }),
    )
    .map(([field, values]): readonly [string, readonly string[]] => [field, values]);

type Stated = {
  readonly Effect: 'Allow' | 'Deny';
  readonly acts: readonly [string, readonly string[]];
  readonly on: readonly [string, readonly string[]];
  readonly Condition: object | undefined;
};

const stated = (effect: fc.Arbitrary<'Allow' | 'Deny'>): fc.Arbitrary<Stated> =>
  fc.record({
    Effect: effect,
    acts: selection('Action', actions),
    on: selection('Resource', resources),
    Condition: fc.option(condition, { nil: undefined, freq: 4 }),
  });

const anyStatement = stated(fc.constantFrom('Allow', 'Allow', 'Deny'));
const policies = fc.array(fc.array(anyStatement, { maxLength: 3 }), { maxLength: 3 });

function written({ Effect, acts, on, Condition }: Stated): object {
  return { Effect, [acts[0]]: acts[1], [on[0]]: on[1], ...(Condition !== undefined && { Condition }) };
}

const asPolicy = (statements: readonly Stated[]) => ({
  Version: '2012-10-17',
  Statement: statements.map(written),
});

function findings(documents: readonly unknown[]): readonly string[] {
  const result = judge('aws-identity-policy', { policies: documents, service: 'sqs' }, now);
  const flags = Object.entries(result).flatMap(([field, value]) => (value === true ? [field] : []));
  const paths = Array.isArray(result['paths']) ? result['paths'].map(String) : [];
  return [...flags, ...paths].sort();
}

const lost = (before: readonly string[], after: readonly string[]) =>
  before.filter((finding) => !after.includes(finding));

test('another Allow takes no finding away', () => {
  fc.assert(
    fc.property(policies, stated(fc.constant('Allow')), (list, more) => {
      const documents = list.map(asPolicy);
      expect(lost(findings(documents), findings([...documents, asPolicy([more])]))).toEqual([]);
    }),
    settings,
  );
});

test('another Deny adds no finding', () => {
  fc.assert(
    fc.property(policies, stated(fc.constant('Deny')), (list, more) => {
      const documents = list.map(asPolicy);
      expect(lost(findings([...documents, asPolicy([more])]), findings(documents))).toEqual([]);
    }),
    settings,
  );
});

test('a condition on an Allow adds no finding', () => {
  const free = fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    acts: selection('Action', actions),
    on: selection('Resource', resources),
    Condition: fc.constant(undefined),
  });
  fc.assert(
    fc.property(fc.array(free, { minLength: 1, maxLength: 4 }), condition, (list, more) => {
      const narrowed = list.map((one) => (one.Effect === 'Allow' ? { ...one, Condition: more } : one));
      expect(lost(findings([asPolicy(narrowed)]), findings([asPolicy(list)]))).toEqual([]);
    }),
    settings,
  );
});

test('order, lists of one and letter case change nothing', () => {
  const single = (values: readonly string[]) => (values.length === 1 ? values[0] : [...values].reverse());
  const rewritten = ({ Effect, acts, on, Condition }: Stated) => ({
    Effect,
    [acts[0]]: single(acts[1].map((action) => action.toUpperCase())),
    [on[0]]: single(on[1]),
    ...(Condition !== undefined && { Condition }),
  });
  fc.assert(
    fc.property(policies, (list) => {
      const other = [...list].reverse().map((statements) => ({
        Version: '2012-10-17',
        Statement: [...statements].reverse().map(rewritten),
      }));
      expect(findings(other)).toEqual(findings(list.map(asPolicy)));
    }),
    settings,
  );
});

test('one policy or several, what is allowed together is the same', () => {
  fc.assert(
    fc.property(policies, (list) => {
      expect(findings([asPolicy(list.flat())])).toEqual(findings(list.map(asPolicy)));
    }),
    settings,
  );
});

test('no input throws, and every answer is whole or malformed', () => {
  const any = fc.jsonValue({ maxDepth: 3 });
  const mostly = (value: fc.Arbitrary<unknown>) => fc.oneof({ weight: 5, arbitrary: value }, any);
  const statement = fc.record(
    {
      Effect: mostly(fc.constantFrom('Allow', 'Deny')),
      Action: mostly(fc.constantFrom(...actions)),
      NotAction: mostly(fc.constantFrom(...actions)),
      Resource: mostly(fc.constantFrom(...resources, '${', 'arn:::', ':::::')),
      NotResource: mostly(fc.constantFrom(...resources)),
      Condition: mostly(condition),
    },
    { requiredKeys: [] },
  );
  const policy = mostly(
    fc.record({ Version: mostly(fc.constant('2012-10-17')), Statement: mostly(statement) }),
  );
  const input = fc.record(
    { policies: mostly(fc.array(policy, { maxLength: 3 })), managed: mostly(fc.array(any)), service: any },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(mostly(input), (question) => {
      const result = judge('aws-identity-policy', question, now);
      const isWhole = typeof result['admin'] === 'boolean' && typeof result['escalates'] === 'boolean';
      expect(isWhole || Object.keys(result).join() === 'malformed').toBe(true);
    }),
    { ...settings, numRuns: 5_000 },
  );
});
