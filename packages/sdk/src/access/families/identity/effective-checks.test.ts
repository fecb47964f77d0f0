/** The checks on all that an identity may do. */
import { expect, it, test } from 'vitest';
import { testCheck } from '../../../testing/test-check.ts';
import { type Asked, ask, subjectsOf } from '../testing/ask.ts';
import { toyUserPolicies } from '../testing/toy-user.ts';
import { effectiveAdministratorCheck } from './effective-administrator-check.ts';
import { privilegeEscalationCheck } from './privilege-escalation-check.ts';

const administrator = effectiveAdministratorCheck(toyUserPolicies);
const escalation = privilegeEscalationCheck(toyUserPolicies);

testCheck(administrator);
testCheck(escalation);

const star = [{ Action: '*' }];
const deny = (statement: object) => ({ Effect: 'Deny', ...statement });
const secondFactor = { Bool: { 'aws:multifactorauthpresent': 'true' } };
const told = [{ through: 'policies' }];
const bucket = 'arn:aws:s3:::b/*';

it.each<readonly [string, Asked, string | readonly object[]]>([
  ['an attached star', { attached: star }, told],
  ['a star of a group', { group: star }, told],
  ['a star of its own, which is told otherwise', { own: [star] }, []],
  [
    'a star of its own on one bucket beside an attached one',
    { own: [[{ Action: '*', Resource: bucket }]], attached: star },
    told,
  ],
  ['a star of its own on one bucket', { own: [[{ Action: '*', Resource: bucket }]] }, []],
  [
    'halves in two policies',
    { attached: [{ NotAction: 'iam:*' }], group: [{ Action: 'iam:PutUserPolicy' }] },
    told,
  ],
  ['one half', { attached: [{ NotAction: 'iam:*' }] }, []],
  ['all of IAM', { group: [{ Action: 'iam:*' }] }, told],
  [
    'all of IAM, under a condition',
    {
      group: [
        {
          Action: 'iam:*',
          Condition: { StringEquals: { 'iam:permissionsboundary': 'arn:aws:iam::111122223333:policy/b' } },
        },
      ],
    },
    [],
  ],
  ['reading all of IAM', { group: [{ Action: ['iam:Get*', 'iam:List*'] }] }, []],
  ['a star with a second factor', { attached: [{ Action: '*', Condition: secondFactor }] }, []],
  ['a star of which its own policy denies IAM', { own: [[deny({ Action: 'iam:*' })]], attached: star }, []],
  [
    'a star with a Deny that asks for a second factor',
    {
      attached: [
        { Action: '*' },
        deny({ Action: '*', Condition: { BoolIfExists: { 'aws:multifactorauthpresent': 'false' } } }),
      ],
    },
    told,
  ],
  ['a star within a boundary of everything', { attached: star, boundary: star }, told],
  ['a star within a boundary of reading', { attached: star, boundary: [{ Action: '*:Get*' }] }, []],
  ['a boundary of everything only', { boundary: star }, []],
  ['groups that are not all known', { attached: star, incomplete: ['groups'] }, '@groups'],
  ['attached policies that are not all known', { incomplete: ['attached-policies'] }, '@attached-policies'],
  ['a boundary that is not known', { attached: star, incomplete: ['boundary'] }, '@boundary'],
  [
    'a star that is over',
    {
      attached: [{ Action: '*', Condition: { DateLessThan: { 'aws:currenttime': '2020-01-01T00:00:00Z' } } }],
    },
    [],
  ],
])('administrator by %s', (...[, asked, subjects]) => {
  expect(subjectsOf(ask(administrator, asked))).toEqual(subjects);
});

const web = 'arn:aws:iam::111122223333:role/web';
const pass = { Action: 'iam:PassRole', Resource: web };
const launch = { Action: 'ec2:RunInstances' };
const ways = (...paths: readonly string[]) => paths.map((path) => ({ path }));

it.each<readonly [string, Asked, string | readonly object[]]>([
  ['one step', { own: [[pass]] }, []],
  ['two steps in two of its own', { own: [[pass], [launch]] }, ways('pass-ec2-instance')],
  ['two steps, one by a group', { own: [[pass]], group: [launch] }, ways('pass-ec2-instance')],
  [
    'two steps, one by wildcards',
    { own: [[{ ...pass, Action: 'i?m:Pass*' }, launch]] },
    ways('pass-ec2-instance'),
  ],
  [
    'a role for another service',
    {
      own: [
        [{ ...pass, Condition: { StringEquals: { 'iam:passedtoservice': 'lambda.amazonaws.com' } } }, launch],
      ],
    },
    [],
  ],
  ['a step that a group denies', { own: [[pass, launch]], group: [deny(pass)] }, []],
  [
    'a step that is denied elsewhere',
    { own: [[pass, launch]], group: [deny({ ...pass, Resource: `${web}-2` })] },
    ways('pass-ec2-instance'),
  ],
  ['a step that the boundary lacks', { own: [[pass, launch]], boundary: [launch] }, []],
  [
    'steps that the boundary has',
    { own: [[pass, launch]], boundary: [pass, launch] },
    ways('pass-ec2-instance'),
  ],
  [
    'its own keys',
    { own: [[{ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/${aws:username}' }]] },
    [],
  ],
  [
    'keys of others',
    { own: [[{ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/ops-*' }]] },
    ways('credentials-access-key'),
  ],
  ['an administrator', { attached: star }, []],
  [
    'a star with a second factor, which the policy tells',
    { attached: [{ Action: '*', Condition: secondFactor }] },
    [],
  ],
  ['a step that is not told of', { own: [[launch]], incomplete: ['groups'] }, '@groups'],
])('gains by %s', (...[, asked, subjects]) => {
  expect(subjectsOf(ask(escalation, asked))).toEqual(subjects);
});

test('a way comes with its steps and the statements behind them', () => {
  const result = ask(escalation, { own: [[{ Action: 's3:*' }, { ...pass, Sid: 'Pass' }]], group: [launch] });
  const shown =
    result.kind === 'judged' && result.findings.map(({ evidence, details }) => ({ evidence, details }));
  expect(shown).toEqual([
    {
      evidence: [
        {
          path: '/InlinePolicies/0/PolicyDocument/Statement/1',
          value: { Action: 'iam:PassRole', Resource: web },
        },
        {
          path: '@groups',
          value: {
            Action: 'ec2:RunInstances',
            Resource: '*',
            policy: 'arn:aws:iam::111122223333:group/crew',
          },
        },
      ],
      details: { steps: `iam:PassRole on ${web}, then ec2:RunInstances on *` },
    },
  ]);
});

test('an administrator comes with the statements that make one', () => {
  const result = ask(administrator, {
    own: [[{ Action: 's3:*' }]],
    attached: [{ Action: 'sqs:*' }, { Action: '*' }],
  });
  expect(result.kind === 'judged' && result.findings.map(({ evidence }) => evidence)).toEqual([
    [
      {
        path: '@attached-policies',
        value: { Action: '*', Resource: '*', policy: 'arn:aws:iam::111122223333:policy/attached' },
      },
    ],
  ]);
});

test('a related policy without its document is no policy without statements', () => {
  const check = effectiveAdministratorCheck({
    ...toyUserPolicies,
    attached: [
      {
        relation: 'groups',
        documentsOf: () => [null],
        exampleItem: (policy) => ({ technology: 't', key: 'k', value: policy }),
      },
    ],
  });
  expect(subjectsOf(ask(check, { group: star }))).toBe(
    'TypeError: the policy of arn:aws:iam::111122223333:group/crew is no document',
  );
});
