/** The checks of who may take on a role. */
import { expect, it, test } from 'vitest';
import { type CheckResult, runCheck } from '../../audit/run-check.ts';
import type { Check } from '../../define/check.ts';
import type { JsonObject } from '../../json/value.ts';
import { exampleInput } from '../../testing/example.ts';
import { testCheck } from '../../testing/test-check.ts';
import { owned } from './policy-examples.ts';
import { resourcePolicyCheck } from './resource-policy-check.ts';
import { subjectsOf } from './testing/ask.ts';
import { toyTrust } from './testing/toy-role.ts';
import { trustOpenFederationCheck } from './trust-open-federation-check.ts';
import { trustWithoutExternalIdCheck } from './trust-without-external-id-check.ts';

const everyone = resourcePolicyCheck('internet-accessible', toyTrust);
const friends = resourcePolicyCheck('friendly-account', toyTrust);
const thirdParties = resourcePolicyCheck('third-party-account', toyTrust);
const strangers = resourcePolicyCheck('unknown-access', toyTrust);
const roots = resourcePolicyCheck('cross-account-root', toyTrust);
const federation = trustOpenFederationCheck(toyTrust);
const unprotected = trustWithoutExternalIdCheck(toyTrust);

for (const check of [everyone, friends, thirdParties, strangers, roots, federation, unprotected])
  testCheck(check);

function ask(check: Check, statements: readonly JsonObject[]): CheckResult {
  const Statement = statements.map((statement) => ({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    ...statement,
  }));
  const config = {
    Arn: 'arn:aws:iam::111122223333:role/reader',
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement },
  };
  return runCheck(exampleInput(check, { name: 'asked', ...owned, config }));
}

const vendor = 'arn:aws:iam::333344445555:role/scanner';
const stranger = 'arn:aws:iam::999988887777:root';
const google = 'accounts.google.com';
const cognito = 'cognito-identity.amazonaws.com';
const web = { Action: 'sts:AssumeRoleWithWebIdentity' };
const withId = { StringEquals: { 'sts:externalid': '7f3c' } };
const askingFor = (Condition: JsonObject) => ({ Effect: 'Deny', Principal: '*', Condition });
const accountOf = (id: string) => ({ StringEquals: { 'aws:principalaccount': id } });

it.each<readonly [string, Check, readonly JsonObject[], readonly object[]]>([
  ['everyone', everyone, [{ Principal: '*' }], [{ principal: '*' }]],
  [
    'everyone with an external id, which is no secret',
    everyone,
    [{ Principal: '*', Condition: withId }],
    [{ principal: '*' }],
  ],
  ['everyone of an account', everyone, [{ Principal: '*', Condition: accountOf('333344445555') }], []],
  ['everyone, who may only tag', everyone, [{ Principal: '*', Action: 'sts:TagSession' }], []],
  [
    'everyone, by a statement without actions',
    everyone,
    [{ Principal: '*', Action: null }],
    [{ principal: '*' }],
  ],
  [
    'everyone, until a day that is past',
    everyone,
    [{ Principal: '*', Condition: { DateLessThan: { 'aws:currenttime': '2020-01-01T00:00:00Z' } } }],
    [],
  ],
  [
    'everyone whom a Deny sends away',
    everyone,
    [{ Principal: '*' }, { Effect: 'Deny', Principal: '*', Action: 'sts:*' }],
    [],
  ],
  ['every provider', everyone, [{ ...web, Principal: { Federated: '*' } }], [{ principal: '*' }]],
  ['a third party', thirdParties, [{ Principal: { AWS: vendor } }], [{ principal: vendor }]],
  ['a stranger', strangers, [{ Principal: { AWS: stranger } }], [{ principal: '999988887777' }]],
  ['a service', strangers, [{ Principal: { Service: 'ec2.amazonaws.com' } }], []],
  [
    'a provider of a stranger',
    strangers,
    [{ Principal: { Federated: 'arn:aws:iam::999988887777:saml-provider/x' } }],
    [{ principal: 'arn:aws:iam::999988887777:saml-provider/x' }],
  ],
  [
    'a provider that belongs to nobody',
    strangers,
    [{ ...web, Principal: { Federated: [cognito, google] } }],
    [],
  ],
  [
    'a provider that IAM does not know',
    strangers,
    [{ ...web, Principal: { Federated: 'login.example' } }],
    [{ principal: 'login.example' }],
  ],
  ['the root of a stranger', roots, [{ Principal: { AWS: stranger } }], [{ principal: '999988887777' }]],
  [
    'whoever has signed up with Google',
    federation,
    [{ ...web, Principal: { Federated: google } }],
    [{ provider: google }],
  ],
  [
    'one user of Google',
    federation,
    [
      {
        ...web,
        Principal: { Federated: google },
        Condition: { StringEquals: { [`${google}:sub`]: '1074' } },
      },
    ],
    [],
  ],
  ['every provider, which is told as everyone', federation, [{ ...web, Principal: { Federated: '*' } }], []],
  [
    'two providers in two statements',
    federation,
    [
      { ...web, Principal: { Federated: google } },
      { ...web, Principal: { Federated: cognito } },
    ],
    [{ provider: google }, { provider: cognito }],
  ],
  [
    'users of Google, who may only tag',
    federation,
    [{ Action: 'sts:TagSession', Principal: { Federated: google } }],
    [],
  ],
  ['a third party by its role', unprotected, [{ Principal: { AWS: vendor } }], [{ account: '333344445555' }]],
  [
    'a third party with an id only where there is one',
    unprotected,
    [{ Principal: { AWS: vendor }, Condition: { StringEqualsIfExists: { 'sts:externalid': '7f3c' } } }],
    [{ account: '333344445555' }],
  ],
  [
    'a third party with any id',
    unprotected,
    [{ Principal: { AWS: vendor }, Condition: { StringLike: { 'sts:externalid': '?*' } } }],
    [{ account: '333344445555' }],
  ],
  [
    'an id in one statement of two',
    unprotected,
    [{ Principal: { AWS: vendor }, Condition: withId }, { Principal: { AWS: stranger } }],
    [{ account: '999988887777' }],
  ],
  [
    'two roles of one account',
    unprotected,
    [{ Principal: { AWS: [vendor, `${vendor}-2`] } }],
    [{ account: '333344445555' }],
  ],
  [
    'everyone of a third party',
    unprotected,
    [{ Principal: '*', Condition: accountOf('333344445555') }],
    [{ account: '*' }],
  ],
  ['everyone of our account', unprotected, [{ Principal: '*', Condition: accountOf('111122223333') }], []],
  ['everyone, which is told otherwise', unprotected, [{ Principal: '*' }], []],
  ['a service', unprotected, [{ Principal: { Service: 'ec2.amazonaws.com' } }], []],
  ['a provider', unprotected, [{ ...web, Principal: { Federated: google } }], []],
  [
    'a third party whom a Deny asks for an id',
    unprotected,
    [{ Principal: { AWS: vendor } }, askingFor({ StringNotEquals: { 'sts:externalid': '7f3c' } })],
    [],
  ],
  [
    'a third party whom a Deny asks for any id',
    unprotected,
    [{ Principal: { AWS: vendor } }, askingFor({ Null: { 'sts:externalid': 'true' } })],
    [{ account: '333344445555' }],
  ],
  [
    'a third party whom a Deny asks for an id at some times',
    unprotected,
    [
      { Principal: { AWS: vendor } },
      askingFor({
        StringNotEquals: { 'sts:externalid': '7f3c' },
        DateGreaterThan: { 'aws:currenttime': '2030-01-01T00:00:00Z' },
      }),
    ],
    [{ account: '333344445555' }],
  ],
  [
    'a third party of whom a Deny asks an id of somebody else',
    unprotected,
    [
      { Principal: { AWS: vendor } },
      { ...askingFor({ StringNotEquals: { 'sts:externalid': '7f3c' } }), Principal: { AWS: stranger } },
    ],
    [{ account: '333344445555' }],
  ],
  [
    'a third party whom a Deny asks for a second factor',
    unprotected,
    [{ Principal: { AWS: vendor } }, askingFor({ BoolIfExists: { 'aws:multifactorauthpresent': 'false' } })],
    [],
  ],
  [
    'a third party whom a Deny asks for a second factor only where one is told of',
    unprotected,
    [{ Principal: { AWS: vendor } }, askingFor({ Bool: { 'aws:multifactorauthpresent': 'false' } })],
    [{ account: '333344445555' }],
  ],
])('%s', (...[, check, statements, subjects]) => {
  expect(subjectsOf(ask(check, statements))).toEqual(subjects);
});

test('only the statement without an external id is shown', () => {
  const result = ask(unprotected, [
    { Principal: { AWS: vendor }, Condition: withId },
    { Sid: 'A', Principal: { AWS: vendor } },
  ]);
  expect(result.kind === 'judged' && result.findings.map(({ evidence }) => evidence)).toEqual([
    [{ path: '/AssumeRolePolicyDocument/Statement/1', value: { Action: 'sts:AssumeRole' } }],
  ]);
});

test('a trust with an end is looked at again after it', () => {
  const end = '2027-01-01T00:00:00Z';
  const result = ask(strangers, [
    { Principal: { AWS: stranger }, Condition: { DateLessThan: { 'aws:currenttime': end } } },
  ]);
  expect(result.kind === 'judged' && result.lookAgainAt).toBe(Date.parse(end) + 1);
});

test('a trust policy that could not be read leaves the check unknown', () => {
  const config = { Arn: 'arn:aws:iam::111122223333:role/reader', AssumeRolePolicyDocument: null };
  const unreadable = ['/AssumeRolePolicyDocument'];
  expect(subjectsOf(runCheck(exampleInput(strangers, { name: 'asked', config, unreadable })))).toBe(
    '/AssumeRolePolicyDocument',
  );
});
