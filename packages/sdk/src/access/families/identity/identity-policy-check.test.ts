/** The checks on single statements of identities' policies. */
import { expect, it, test } from 'vitest';
import { testCheck } from '../../../testing/test-check.ts';
import { type Asked, ask, subjectsOf } from '../testing/ask.ts';
import { toyUserPolicies } from '../testing/toy-user.ts';
import { identityPolicyCheck, type StatementRuleName } from './identity-policy-check.ts';

const rules = [
  'administrator-access',
  'iam-full-access',
  'permissions-management',
  'sensitive-service-write',
  'pass-role',
  'security-group-changes',
  'not-action',
  'not-resource',
  'credentials-exposure',
  'data-exfiltration',
] as const;

for (const rule of rules) testCheck(identityPolicyCheck(rule, toyUserPolicies));

const found = (rule: StatementRuleName, asked: Asked) =>
  subjectsOf(ask(identityPolicyCheck(rule, toyUserPolicies), asked));

const everything = { resources: '*' };
const deny = (statement: object) => ({ Effect: 'Deny', ...statement });
const web = 'arn:aws:iam::111122223333:role/web';
const db = 'arn:aws:iam::111122223333:role/db';
const pass = { Action: 'iam:PassRole' };
const past = '2020-01-01T00:00:00Z';

it.each<readonly [string, StatementRuleName, Asked, readonly object[]]>([
  ['a star in a list', 'administrator-access', { own: [[{ Action: ['s3:GetObject', '*'] }]] }, [everything]],
  ['*:*', 'administrator-access', { own: [[{ Action: '*:*' }]] }, [everything]],
  ['every single letter', 'administrator-access', { own: [[{ Action: '?*' }]] }, [everything]],
  ['most of a name', 'administrator-access', { own: [[{ Action: '*:*e*' }]] }, []],
  [
    'a Deny of one service',
    'administrator-access',
    { own: [[{ Action: '*' }, deny({ Action: 's3:*' })]] },
    [everything],
  ],
  ['a Deny of IAM', 'administrator-access', { own: [[{ Action: '*' }], [deny({ Action: 'iam:*' })]] }, []],
  [
    'a Deny of all but reading',
    'administrator-access',
    { own: [[{ Action: '*' }, deny({ NotAction: ['*:Get*'] })]] },
    [],
  ],
  [
    'a Deny that asks for a second factor',
    'administrator-access',
    {
      own: [
        [
          { Action: '*' },
          deny({ Action: '*', Condition: { BoolIfExists: { 'aws:multifactorauthpresent': 'false' } } }),
        ],
      ],
    },
    [everything],
  ],
  [
    'a Deny of a group',
    'administrator-access',
    { own: [[{ Action: '*' }]], group: [deny({ Action: '*' })] },
    [],
  ],
  [
    'a boundary of everything',
    'administrator-access',
    { own: [[{ Action: '*' }]], boundary: [{ Action: '*' }] },
    [everything],
  ],
  [
    'a boundary that denies IAM',
    'administrator-access',
    { own: [[{ Action: '*' }]], boundary: [{ Action: '*' }, deny({ Action: 'iam:*' })] },
    [],
  ],
  ['all services but by name', 'administrator-access', { own: [[{ NotAction: 'fog:Horn' }]] }, []],
  ['iam in capitals', 'iam-full-access', { own: [[{ Action: 'IAM:*' }]] }, [everything]],
  ['all but S3', 'iam-full-access', { own: [[{ NotAction: 's3:*' }]] }, [everything]],
  ['all but one action of IAM', 'iam-full-access', { own: [[{ NotAction: 'iam:GetUser' }]] }, []],
  ['IAM on a bucket', 'iam-full-access', { own: [[{ Action: 'iam:*', Resource: 'arn:aws:s3:::b' }]] }, []],
  [
    'a Deny of what IAM can write',
    'iam-full-access',
    { own: [[{ Action: 'iam:*' }, deny({ NotAction: ['iam:Get*', 'iam:List*'] })]] },
    [],
  ],
  ['the letters of pass', 'pass-role', { own: [[{ Action: 'iam:pa??Role' }]] }, [everything]],
  ['wildcards in the service', 'pass-role', { own: [[{ Action: '*m:PassRole' }]] }, [everything]],
  ['all but S3, which holds it', 'pass-role', { own: [[{ NotAction: 's3:*' }]] }, [everything]],
  ['all but it', 'pass-role', { own: [[{ NotAction: 'iam:Pass*' }]] }, []],
  ['on users only', 'pass-role', { own: [[{ ...pass, Resource: 'arn:aws:iam::*:user/*' }]] }, []],
  [
    'on all roles but one',
    'pass-role',
    { own: [[{ ...pass, NotResource: [web] }]] },
    [{ resources: `all but ${web}` }],
  ],
  [
    'on whatever a tag names',
    'pass-role',
    { own: [[{ ...pass, Resource: 'arn:aws:iam::*:role/${aws:PrincipalTag/team}' }]] },
    [{ resources: 'arn:aws:iam::*:role/${aws:PrincipalTag/team}' }],
  ],
  [
    'a Deny of that role',
    'pass-role',
    { own: [[{ ...pass, Resource: web }, deny({ ...pass, Resource: web })]] },
    [],
  ],
  [
    'a Deny of another role',
    'pass-role',
    { own: [[{ ...pass, Resource: web }, deny({ ...pass, Resource: db })]] },
    [{ resources: web }],
  ],
  [
    'a Deny of all but that role',
    'pass-role',
    { own: [[{ ...pass, Resource: web }, deny({ ...pass, NotResource: web })]] },
    [{ resources: web }],
  ],
  [
    'a Deny of all but another role',
    'pass-role',
    { own: [[{ ...pass, Resource: web }, deny({ ...pass, NotResource: db })]] },
    [],
  ],
  [
    'a boundary on another role',
    'pass-role',
    { own: [[{ ...pass, Resource: web }]], boundary: [{ ...pass, Resource: db }] },
    [],
  ],
  [
    'a time that is over',
    'pass-role',
    { own: [[{ ...pass, Condition: { DateLessThan: { 'aws:currenttime': past } } }]] },
    [],
  ],
  [
    'a time that has begun',
    'pass-role',
    { own: [[{ ...pass, Condition: { DateGreaterThan: { 'aws:currenttime': past } } }]] },
    [everything],
  ],
  ['a star, which is told otherwise', 'pass-role', { own: [[{ Action: '*' }]] }, []],
  [
    'a star on roles that a Deny keeps from administration',
    'pass-role',
    { own: [[{ Action: '*', Resource: web }, deny({ NotAction: 'iam:PassRole' })]] },
    [{ resources: web }],
  ],
  [
    'a bucket without its objects',
    'sensitive-service-write',
    { own: [[{ Action: 's3:*', Resource: 'arn:aws:s3:::acme' }]] },
    [{ service: 's3', resources: 'arn:aws:s3:::acme' }],
  ],
  [
    'two directions of one thing',
    'security-group-changes',
    { own: [[{ Action: ['ec2:AuthorizeSecurityGroupEgress', 'ec2:AuthorizeSecurityGroupIngress'] }]] },
    [everything],
  ],
  [
    'a later statement after one that is not meant',
    'security-group-changes',
    { own: [[{ Action: 's3:*' }, { Action: 'ec2:*' }]] },
    [everything],
  ],
  [
    'a star of which a Deny leaves the rest',
    'permissions-management',
    { own: [[{ Action: '*' }]], attached: [deny({ Action: 'iam:*' })] },
    [{ service: '*', resources: '*' }],
  ],
  [
    'one service by name, others by a wildcard',
    'permissions-management',
    { own: [[{ Action: ['s3:Put*', '*:Put*'] }]] },
    [
      { service: '*', resources: '*' },
      { service: 's3', resources: '*' },
    ],
  ],
  [
    'all services but two',
    'permissions-management',
    { own: [[{ NotAction: ['iam:*', 's3:*'] }]] },
    [{ service: '*', resources: '*' }],
  ],
  ['an unknown service', 'permissions-management', { own: [[{ Action: 'fog:Horn' }]] }, []],
  ['nothing at all', 'not-action', { own: [[{ NotAction: '*' }]] }, []],
  [
    'everything but some, on a list',
    'not-action',
    { own: [[{ NotAction: 'iam:*', Resource: [web, db] }]] },
    [{ element: 'NotAction', resources: `${db}, ${web}` }],
  ],
  ['a Deny of the rest', 'not-action', { own: [[{ NotAction: 'iam:*' }, deny({ NotAction: 'iam:*' })]] }, []],
  [
    'a Deny of a part of the rest',
    'not-action',
    { own: [[{ NotAction: 'iam:*' }, deny({ Action: 's3:*' })]] },
    [{ element: 'NotAction', resources: '*' }],
  ],
  [
    'two lists in one',
    'not-resource',
    { own: [[{ NotAction: ['s3:*', 'ec2:*'], NotResource: web }]] },
    [{ element: 'NotResource', actions: 'all but ec2:*, s3:*' }],
  ],
  [
    'passwords of others',
    'credentials-exposure',
    { own: [[{ Action: 'iam:*LoginProfile', Resource: 'arn:aws:iam::*:user/*' }]] },
    [{ service: 'iam', resources: 'arn:aws:iam::*:user/*' }],
  ],
  [
    'a role taken on',
    'credentials-exposure',
    { own: [[{ Action: 'sts:AssumeRole', Resource: web }]] },
    [{ service: 'sts', resources: web }],
  ],
  [
    'objects of buckets that begin alike',
    'data-exfiltration',
    { own: [[{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::a*' }]] },
    [],
  ],
  [
    'objects of all buckets, by their ARN',
    'data-exfiltration',
    { own: [[{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::*/*' }]] },
    [{ service: 's3', resources: 'arn:aws:s3:::*/*' }],
  ],
  [
    'objects of all buckets, with the buckets',
    'data-exfiltration',
    { own: [[{ Action: 's3:*', Resource: 'arn:aws:s3:::*' }]] },
    [{ service: 's3', resources: 'arn:aws:s3:::*' }],
  ],
  [
    'a Deny of all objects',
    'data-exfiltration',
    { own: [[{ Action: 's3:Get*' }, deny({ Action: 's3:*' })]] },
    [],
  ],
])('%s: %s', (...[, rule, asked, subjects]) => {
  expect(found(rule, asked)).toEqual(subjects);
});

test('each set of resources is told once, in whatever order it is written', () => {
  const own = [
    [
      { ...pass, Resource: [web, db] },
      { ...pass, Resource: web },
    ],
    [{ ...pass, Resource: [db, web, db] }],
  ];
  expect(found('pass-role', { own })).toEqual([{ resources: `${db}, ${web}` }, { resources: web }]);
});

test('the statements behind a finding are all shown', () => {
  const result = ask(identityPolicyCheck('pass-role', toyUserPolicies), {
    own: [[{ Action: 's3:*' }, { ...pass, Sid: 'A' }], [{ Action: ['iam:Pass*', 's3:*'] }]],
  });
  expect(
    result.kind === 'judged' && result.findings.map(({ evidence, details }) => ({ evidence, details })),
  ).toEqual([
    {
      evidence: [
        {
          path: '/InlinePolicies/0/PolicyDocument/Statement/1',
          value: { Action: 'iam:PassRole', Resource: '*' },
        },
        {
          path: '/InlinePolicies/1/PolicyDocument/Statement/0',
          value: { Action: ['iam:Pass*', 's3:*'], Resource: '*' },
        },
      ],
      details: { actions: 'iam:PassRole' },
    },
  ]);
});

it.each<readonly [string, Asked, string | readonly object[]]>([
  ['its own policies', { own: [[pass]], unreadable: ['/InlinePolicies'] }, '/InlinePolicies'],
  [
    'one of its policies',
    { own: [[pass]], unreadable: ['/InlinePolicies/0/PolicyDocument'] },
    '/InlinePolicies/0/PolicyDocument',
  ],
  ['groups, which might deny', { own: [[pass]], incomplete: ['groups'] }, '@groups'],
  ['the boundary, which might not allow', { own: [[pass]], incomplete: ['boundary'] }, '@boundary'],
  ['groups, where there is nothing to deny', { own: [[{ Action: 's3:Get*' }]], incomplete: ['groups'] }, []],
])('when %s cannot be read', (...[, asked, subjects]) => {
  expect(found('pass-role', asked)).toEqual(subjects);
});

it.each<readonly [readonly string[], readonly object[]]>([
  [
    ['ALL'],
    [
      { service: 'kms', resources: '*' },
      { service: 's3', resources: '*' },
    ],
  ],
  [['KMS'], [{ service: 'kms', resources: '*' }]],
  [['iam'], []],
  [[], []],
])('only the services %j count', (services, subjects) => {
  const own = [[{ Action: ['s3:PutObject', 'kms:DisableKey'] }]];
  expect(found('sensitive-service-write', { own, options: { services } })).toEqual(subjects);
});

test('a policy that takes effect on nobody is silent', () => {
  const check = identityPolicyCheck('pass-role', {
    ...toyUserPolicies,
    isWithoutEffect: ({ related }) => related('groups').isEmpty(),
  });
  expect(subjectsOf(ask(check, { own: [[pass]] }))).toEqual([]);
  expect(subjectsOf(ask(check, { own: [[pass]], group: [{ Action: 's3:Get*' }] }))).toEqual([everything]);
  expect(subjectsOf(ask(check, { own: [[pass]], incomplete: ['groups'] }))).toBe('@groups');
});

it.each<readonly [string, Asked, number | undefined]>([
  ['no time', { own: [[pass]] }, undefined],
  [
    'an end',
    { own: [[{ ...pass, Condition: { DateLessThan: { 'aws:currenttime': '2027-01-01T00:00:00Z' } } }]] },
    Date.parse('2027-01-01T00:00:00Z') + 1,
  ],
  [
    'an end that is past',
    { own: [[{ ...pass, Condition: { DateLessThan: { 'aws:currenttime': past } } }]] },
    undefined,
  ],
  [
    'the beginning of a Deny elsewhere',
    {
      own: [[pass]],
      group: [deny({ ...pass, Condition: { DateGreaterThan: { 'aws:epochtime': '1798761600' } } })],
    },
    1_798_761_600_001,
  ],
])('looks again: %s', (...[, asked, moment]) => {
  const result = ask(identityPolicyCheck('pass-role', toyUserPolicies), asked);
  expect(result.kind === 'judged' && result.lookAgainAt).toBe(moment);
});

test('a boundary that cannot be read whole limits nothing', () => {
  const boundary = [{ Action: 's3:Get*' }, { Effect: 'Permit' }];
  expect(found('pass-role', { own: [[pass]], boundary })).toEqual([everything]);
});

test('a statement that cannot be read hides none of its neighbours', () => {
  expect(
    found('pass-role', { own: [[{ Effect: 'Permit' }, pass, { Action: { iam: 'PassRole' } }]] }),
  ).toEqual([everything]);
});
