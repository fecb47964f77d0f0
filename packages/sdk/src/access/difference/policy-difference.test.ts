/** What changes of policies mean, and rewritings that mean nothing. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../policy/parse-policy.ts';
import { differencePolicies, type PolicyDifference } from './policy-difference.ts';

type Plain = { readonly Effect?: string; readonly [member: string]: unknown };

function difference(before: readonly Plain[], after: readonly Plain[]): PolicyDifference {
  const [one, two] = [before, after].map((statements) =>
    parsePolicy(
      {
        Version: '2012-10-17',
        Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
      },
      { principal: 'required' },
    ),
  );
  if (one === undefined || two === undefined) throw new Error('no policy');
  return differencePolicies(one, two);
}

const nothing = { gained: [], lost: [], forbidden: [], freed: [] };
const queue = {
  Principal: { AWS: '111122223333' },
  Action: 'sqs:SendMessage',
  Resource: 'arn:aws:sqs:eu-west-1:1:q',
};
const change = {
  principal: '111122223333',
  resource: { but: false, patterns: ['arn:aws:sqs:eu-west-1:1:q'] },
  conditions: [],
  actions: ['sqs:SendMessage'],
  unknownActions: [],
  isCertain: true,
};

describe('a rewriting changes nothing:', () => {
  it.each<readonly [string, readonly Plain[], readonly Plain[]]>([
    [
      'list for scalar',
      [queue],
      [{ ...queue, Action: ['sqs:SendMessage'], Principal: { AWS: ['111122223333'] } }],
    ],
    ['an account by its ARN', [queue], [{ ...queue, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }]],
    ['letter case', [queue], [{ ...queue, Action: 'SQS:sendmessage' }]],
    ['an id', [queue], [{ ...queue, Sid: 'Named' }]],
    [
      'one statement an action',
      [{ ...queue, Action: ['sqs:SendMessage', 'sqs:ReceiveMessage'] }],
      [{ ...queue, Action: 'sqs:ReceiveMessage' }, queue],
    ],
    ['the actions for their pattern', [{ ...queue, Action: 'sqs:Send*' }], [queue]],
    [
      'what another statement gives already',
      [{ ...queue, Principal: '*' }],
      [{ ...queue, Principal: '*' }, queue],
    ],
    [
      'a Deny of what nobody may do',
      [queue],
      [queue, { Effect: 'Deny', Principal: '*', Action: 'sqs:DeleteQueue', Resource: '*' }],
    ],
    [
      'the order of values and the case of keys of a condition',
      [{ ...queue, Condition: { StringEquals: { 'aws:SourceVpc': ['vpc-2', 'vpc-1'] } } }],
      [{ ...queue, Condition: { StringEquals: { 'AWS:sourcevpc': ['vpc-1', 'vpc-2'] } } }],
    ],
  ])('%s', (_name, before, after) => {
    expect(difference(before, after)).toEqual(nothing);
    expect(difference(after, before)).toEqual(nothing);
  });
});

describe('a change is told:', () => {
  it.each<readonly [string, readonly Plain[], readonly Plain[], Partial<PolicyDifference>]>([
    ['a grant that is new', [], [queue], { gained: [change] }],
    ['a grant that is gone', [queue], [], { lost: [change] }],
    [
      'another action of the same',
      [queue],
      [{ ...queue, Action: ['sqs:SendMessage', 'sqs:DeleteQueue'] }],
      { gained: [{ ...change, actions: ['sqs:DeleteQueue'] }] },
    ],
    [
      'a condition taken away',
      [{ ...queue, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
      [queue],
      { gained: [change] },
    ],
    [
      'a condition exchanged, which nobody can tell to be wider',
      [{ ...queue, Condition: { StringLike: { 'aws:SourceArn': 'a*' } } }],
      [{ ...queue, Condition: { StringLike: { 'aws:SourceArn': 'ab*' } } }],
      {
        gained: [{ ...change, conditions: ['StringLike aws:sourcearn ab*'], isCertain: false }],
        lost: [{ ...change, conditions: ['StringLike aws:sourcearn a*'], isCertain: false }],
      },
    ],
    [
      'a Deny that takes it away',
      [queue],
      [queue, { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }],
      { lost: [change] },
    ],
    [
      'a Deny under a condition',
      [queue],
      [
        queue,
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sqs:SendMessage',
          Resource: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
      {
        forbidden: [
          {
            ...change,
            principal: '*',
            resource: { but: false, patterns: ['*'] },
            conditions: ['Bool aws:securetransport false'],
          },
        ],
      },
    ],
  ])('%s', (...[, before, after, expected]) => {
    expect(difference(before, after)).toEqual({ ...nothing, ...expected });
  });
});

const principals = ['*', '111122223333', 'arn:aws:iam::444455556666:role/r'];
const actions = ['sqs:SendMessage', 'sqs:Receive*', 's3:GetObject', 's3:*', 'sns:Tomorrow'];
const resources = ['*', 'arn:aws:s3:::a', 'arn:aws:s3:::a/*'];
const conditions = [
  {},
  { Bool: { 'aws:SecureTransport': 'true' } },
  { StringLike: { 'aws:SourceArn': ['x*', 'y'] } },
];
const statement = fc.record({
  Principal: fc.subarray(principals, { minLength: 1 }).map((AWS) => ({ AWS })),
  Action: fc.subarray(actions, { minLength: 1 }),
  Resource: fc.subarray(resources, { minLength: 1 }),
  Condition: fc.constantFrom(...conditions),
});
const policy = fc.array(statement, { minLength: 1, maxLength: 4 });

it('is empty for 200 rewritings: every statement cut into its smallest parts, in another order', () => {
  const property = fc.property(policy, fc.infiniteStream(fc.nat()), (statements, chance) => {
    const parts = statements.flatMap(({ Principal, Action, Resource, Condition }) =>
      Principal.AWS.flatMap((AWS) =>
        Action.flatMap((action) =>
          Resource.map((resource) => ({
            Principal: { AWS },
            Action: action.toUpperCase(),
            Resource: resource,
            Condition,
          })),
        ),
      ),
    );
    const shuffled = parts
      .map((part) => ({ part, at: chance.next().value }))
      .sort((a, b) => a.at - b.at)
      .map(({ part }) => part);
    return JSON.stringify(difference(statements, shuffled)) === JSON.stringify(nothing);
  });
  expect(fc.check(property, { seed: 20261128, numRuns: 200 })).toMatchObject({ failed: false, numRuns: 200 });
});

it('is exact for 200 widenings: one grant that nothing before gave', () => {
  const added = {
    Principal: { AWS: '999988887777' },
    Action: ['kms:Decrypt', 'kms:CreateGrant'],
    Resource: '*',
  };
  const property = fc.property(policy, fc.nat(3), (statements, at) => {
    const named = statements.map((one) => ({
      ...one,
      Principal: { AWS: one.Principal.AWS.filter((text) => text !== '*') },
    }));
    const after = [...named.slice(0, at), added, ...named.slice(at)];
    const { gained, lost, forbidden, freed } = difference(named, after);
    return (
      lost.length + forbidden.length + freed.length === 0 &&
      JSON.stringify(
        gained.map(({ principal, actions: names, resource }) => [principal, names, resource.patterns]),
      ) === JSON.stringify([['999988887777', ['kms:CreateGrant', 'kms:Decrypt'], ['*']]])
    );
  });
  expect(fc.check(property, { seed: 20261128, numRuns: 200 })).toMatchObject({ failed: false, numRuns: 200 });
});
