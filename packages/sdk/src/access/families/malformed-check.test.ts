/** The checks for policies of which a part could not be read. */
import { expect, it, test } from 'vitest';
import { runCheck } from '../../audit/run-check.ts';
import { exampleInput } from '../../testing/example.ts';
import { testCheck } from '../../testing/test-check.ts';
import { identityPolicyMalformedCheck, resourcePolicyMalformedCheck } from './malformed-check.ts';
import { ask, subjectsOf } from './testing/ask.ts';
import { toyTrust } from './testing/toy-role.ts';
import { toyUserPolicies } from './testing/toy-user.ts';

const ofIdentity = identityPolicyMalformedCheck(toyUserPolicies);
const ofTrust = resourcePolicyMalformedCheck(toyTrust);

testCheck(ofIdentity);
testCheck(ofTrust);

const fine = { Action: 's3:GetObject' };

it.each([
  ['nothing', [fine], []],
  ['an effect', [fine, { Effect: 'allow' }], ['Effect is neither Allow nor Deny']],
  ['no action', [{}], ['names no action']],
  ['actions that are no texts', [{ Action: { s3: 'GetObject' } }], ['Action is no text']],
  [
    'an action among others that is no text',
    [{ Action: ['s3:GetObject', 7] }],
    ['Action holds what is no text'],
  ],
  [
    'an operator',
    [{ ...fine, Condition: { StringIs: { 'aws:username': 'ada' } } }],
    ['the condition StringIs aws:username is of no known form'],
  ],
  [
    'values',
    [{ ...fine, Condition: { StringLike: { 'aws:username': [{}] } } }],
    ['the condition StringLike aws:username is of no known form'],
  ],
  ['a condition that is a text', [{ ...fine, Condition: 'none' }], ['the condition is of no known form']],
  ['both Action and NotAction', [{ ...fine, NotAction: 's3:*' }], ['has both Action and NotAction']],
  ['no resource', [{ ...fine, Resource: null }], ['names no resource']],
  ['a Deny without a resource', [{ ...fine, Effect: 'Deny', Resource: null }], ['names no resource']],
  ['two faults', [{}, { Effect: 'x' }], ['Effect is neither Allow nor Deny', 'names no action']],
])('of an identity: %s', (_name, statements, parts) => {
  expect(subjectsOf(ask(ofIdentity, { own: [statements] }))).toEqual(parts.map((part) => ({ part })));
});

test('one fault in several places is told once, with all of them', () => {
  const result = ask(ofIdentity, {
    own: [
      [{ Sid: 'A' }, fine],
      [fine, { Sid: 'B' }],
    ],
  });
  expect(
    result.kind === 'judged' && result.findings.map(({ evidence }) => evidence.map(({ path }) => path)),
  ).toEqual([
    ['/InlinePolicies/0/PolicyDocument/Statement/0', '/InlinePolicies/1/PolicyDocument/Statement/1'],
  ]);
});

const ofPolicy = (policy: object | string | null) =>
  subjectsOf(
    runCheck(
      exampleInput(ofTrust, {
        name: 'asked',
        config: {
          Arn: 'arn:aws:iam::111122223333:role/reader',
          AssumeRolePolicyDocument: JSON.parse(JSON.stringify(policy)),
        },
      }),
    ),
  );

it.each([
  ['null', null, []],
  ['an empty object', {}, []],
  ['no statements', { Version: '2012-10-17', Statement: [] }, []],
  ['an object without statements', { Version: '2012-10-17' }, ['is no policy document']],
  ['what normalizePolicy gives for no JSON', { malformed: 'oops' }, ['is no policy document']],
  ['a text', 'oops', ['is no policy document']],
  ['a list', [], ['is no policy document']],
  ['a statement that is a text', { Statement: ['oops'] }, ['is no object']],
  [
    'a principal that is a number',
    { Statement: { Effect: 'Allow', Principal: { AWS: 7 }, Action: 'sts:*' } },
    ['the principal AWS: 7 is of no known form'],
  ],
  [
    'a principal of which an id is left',
    { Statement: [{ Effect: 'Allow', Principal: { AWS: 'AIDA3XEXAMPLE4TIDES57' }, Action: 'sts:*' }] },
    ['the principal AIDA3XEXAMPLE4TIDES57 has been deleted'],
  ],
  ['no principal', { Statement: [{ Effect: 'Allow', Action: 'sts:*' }] }, ['names no principal']],
  ['no action, which a trust policy may leave out', { Statement: [{ Effect: 'Allow', Principal: '*' }] }, []],
])('of a trust policy: %s', (_name, policy, parts) => {
  expect(ofPolicy(policy)).toEqual(parts.map((part) => ({ part })));
});
