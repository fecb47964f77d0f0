/** The checks of whom a resource's policy lets in. */
import { expect, it, test } from 'vitest';
import { runCheck } from '../../audit/run-check.ts';
import type { JsonObject } from '../../json/value.ts';
import { exampleInput } from '../../testing/example.ts';
import { testCheck } from '../../testing/test-check.ts';
import { resourcePolicyMalformedCheck } from './malformed-check.ts';
import type { PolicyCheckKind } from './policy-check-texts.ts';
import { owned } from './policy-examples.ts';
import { resourcePolicyCheck } from './resource-policy-check.ts';
import { subjectsOf } from './testing/ask.ts';
import { toyQueueArn, toyQueuePolicy } from './testing/toy-queue.ts';

const kinds = [
  'internet-accessible',
  'friendly-account',
  'third-party-account',
  'unknown-access',
  'cross-account-root',
] as const;

for (const kind of kinds) testCheck(resourcePolicyCheck(kind, toyQueuePolicy));
testCheck(resourcePolicyMalformedCheck(toyQueuePolicy));

function ask(kind: PolicyCheckKind, statements: readonly JsonObject[]) {
  const Statement = statements.map((statement) => ({
    Effect: 'Allow',
    Principal: '*',
    Action: 'sqs:SendMessage',
    Resource: toyQueueArn,
    ...statement,
  }));
  const config = { Arn: toyQueueArn, Policy: { Version: '2012-10-17', Statement } };
  return runCheck(
    exampleInput(resourcePolicyCheck(kind, toyQueuePolicy), { name: 'asked', ...owned, config }),
  );
}

const deny = (statement: JsonObject) => ({ Effect: 'Deny', ...statement });
const all = [{ principal: '*' }];
const stranger = 'arn:aws:iam::999988887777:role/reader';

it.each<readonly [string, PolicyCheckKind, readonly JsonObject[], readonly object[]]>([
  ['a Deny of the action', 'internet-accessible', [{}, deny({})], []],
  ['a Deny of another action', 'internet-accessible', [{}, deny({ Action: 'sqs:ReceiveMessage' })], all],
  [
    'everything, of which the service is denied',
    'internet-accessible',
    [{ Action: '*' }, deny({ Action: 'sqs:*' })],
    [],
  ],
  ['everything but the service', 'internet-accessible', [{ Action: null, NotAction: 'sqs:*' }], []],
  [
    'everything, of which a part of the service is denied',
    'internet-accessible',
    [{ Action: '*' }, deny({ Action: 'sqs:Send*' })],
    all,
  ],
  [
    'two conditions, one of which fixes nobody',
    'internet-accessible',
    [
      {
        Condition: {
          StringEquals: { 'aws:sourceaccount': '111122223333' },
          StringLike: { 'aws:sourcearn': '*' },
        },
      },
    ],
    [],
  ],
  [
    'a stranger held to us',
    'unknown-access',
    [{ Principal: { AWS: stranger }, Condition: { StringEquals: { 'aws:principalorgid': 'o-ours' } } }],
    [],
  ],
  [
    'a stranger who is denied for being none of ours',
    'friendly-account',
    [
      { Principal: { AWS: stranger } },
      deny({ Condition: { StringNotEquals: { 'aws:principalaccount': '111122223333' } } }),
    ],
    [],
  ],
  [
    'a stranger held to a role of ours, which she cannot be',
    'friendly-account',
    [
      {
        Principal: { AWS: stranger },
        Condition: { ArnEquals: { 'aws:principalarn': 'arn:aws:iam::222233334444:role/reader' } },
      },
    ],
    [],
  ],
  [
    'a stranger whom a pattern lets in whose star runs on over the account',
    'unknown-access',
    [
      {
        Principal: { AWS: stranger },
        Condition: { StringLike: { 'aws:principalarn': 'arn:aws:iam:*:role/reader' } },
      },
    ],
    [{ principal: stranger }],
  ],
  [
    'a stranger who is denied but for a pattern whose star runs on over the account',
    'unknown-access',
    [
      { Principal: { AWS: stranger } },
      deny({ Condition: { StringNotLike: { 'aws:principalarn': 'arn:aws:iam:*:role/reader' } } }),
    ],
    [{ principal: stranger }],
  ],
  [
    'a stranger who is denied but for one account, which is hers',
    'unknown-access',
    [
      { Principal: { AWS: stranger } },
      deny({
        Condition: { StringNotEquals: { 'aws:principalaccount': ['111122223333', '999988887777'] } },
      }),
    ],
    [{ principal: stranger }],
  ],
  [
    'two statements for one stranger',
    'unknown-access',
    [{ Principal: { AWS: stranger } }, { Principal: { AWS: [stranger] }, Action: 'sqs:ReceiveMessage' }],
    [{ principal: stranger }],
  ],
  [
    'the id that is left of a deleted user',
    'unknown-access',
    [{ Principal: { AWS: ['AIDA3XEXAMPLE4TIDES57', stranger] } }],
    [{ principal: stranger }],
  ],
])('%s: %s', (...[, kind, statements, subjects]) => {
  expect(subjectsOf(ask(kind, statements))).toEqual(subjects);
});

test('a statement with an end is looked at again after it', () => {
  const end = '2027-01-01T00:00:00Z';
  const result = ask('internet-accessible', [{ Condition: { DateLessThan: { 'aws:currenttime': end } } }]);
  expect(result.kind === 'judged' && result.lookAgainAt).toBe(Date.parse(end) + 1);
});

test('of everything only what the service knows is named', () => {
  const result = ask('internet-accessible', [{ Action: '*:*Message' }]);
  expect(result.kind === 'judged' && result.findings.map(({ details }) => details)).toEqual([
    { who: 'Everyone', actions: 'sqs:DeleteMessage and 1 more (write), sqs:ReceiveMessage (read)' },
  ]);
});
