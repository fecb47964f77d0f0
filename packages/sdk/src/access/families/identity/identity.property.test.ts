/** Laws of the checks on identities, over generated policies: what a request would be allowed is never overlooked. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runCheck } from '../../../audit/run-check.ts';
import { exampleInput } from '../../../testing/example.ts';
import { actionKey } from '../../identity/action-key.ts';
import { findUse } from '../../identity/find-use.ts';
import { matchesPattern } from '../../pattern/wildcard.ts';
import type { Statement } from '../../policy/statement.ts';
import { identityPolicyMalformedCheck } from '../malformed-check.ts';
import { parsedPolicy } from '../parsed-policy.ts';
import { toyUserPolicies } from '../testing/toy-user.ts';
import { effectiveAdministratorCheck } from './effective-administrator-check.ts';
import { givenStatements } from './given-statement.ts';
import { identityPolicyCheck } from './identity-policy-check.ts';
import { privilegeEscalationCheck } from './privilege-escalation-check.ts';

const settings = { seed: 20_261_128, numRuns: 3_000 };

const requests = [
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/web'],
  ['iam:PutRolePolicy', 'arn:aws:iam::111122223333:role/web'],
  ['iam:CreateAccessKey', 'arn:aws:iam::111122223333:user/ada'],
  ['s3:GetObject', 'arn:aws:s3:::acme/a'],
  ['s3:PutBucketPolicy', 'arn:aws:s3:::acme'],
  ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:tide'],
] as const;

const actions = [
  '*',
  '*:*',
  'iam:*',
  'i?m:P*',
  'iam:PassRole',
  's3:*',
  '*:Put*',
  's3:GetObject',
  'sqs:Send*',
  'fog:Horn',
];
const resources = [
  '*',
  'arn:aws:iam::*:*',
  'arn:aws:iam::111122223333:role/*',
  'arn:aws:iam::*:role/w?b',
  'arn:*:s3:::*',
  'arn:aws:s3:::acme/*',
  'arn:aws:s3:::acme',
  'arn:aws:sqs:*:111122223333:*',
];

const selection = (name: string, list: readonly string[]) =>
  fc.tuple(fc.constantFrom(name, name, `Not${name}`), fc.subarray([...list], { minLength: 1, maxLength: 3 }));

const statement = fc
  .tuple(
    fc.constantFrom('Allow', 'Allow', 'Deny'),
    selection('Action', actions),
    selection('Resource', resources),
  )
  .map(([Effect, [acting, acts], [lying, on]]) => ({ Effect, [acting]: acts, [lying]: on }));

const policy = fc.array(statement, { minLength: 1, maxLength: 4 }).map((Statement) => {
  const read = parsedPolicy('identity', { Version: '2012-10-17', Statement });
  if (read === undefined) throw new Error('no policy');
  return read;
});

type Request = (typeof requests)[number];

function isAbout({ actions: acts, resources: on }: Statement, [action, resource]: Request): boolean {
  if (acts === undefined || on === undefined) return false;
  const hasAction = acts.patterns.some((pattern) =>
    matchesPattern(pattern.toLowerCase(), action.toLowerCase()),
  );
  const hasResource = on.patterns.some((pattern) => matchesPattern(pattern, resource));
  return hasAction !== acts.but && hasResource !== on.but;
}

test('what a statement lets somebody do is found in what it gives', () => {
  const property = fc.property(
    fc.array(policy, { minLength: 1, maxLength: 2 }),
    fc.array(policy, { maxLength: 2 }),
    fc.option(policy, { nil: undefined }),
    (attached, denying, boundary) => {
      const boundaries = boundary === undefined ? [] : [boundary];
      const given = givenStatements({ attached, denying, boundaries, now: 0 });
      const all = [...attached, ...denying, ...boundaries].flatMap(({ statements }) => statements);
      for (const request of requests) {
        const isMeant = (one: Statement, effect: string) => one.effect === effect && isAbout(one, request);
        const isDenied = all.some((one) => isMeant(one, 'Deny'));
        const isWithin = boundaries.every(({ statements }) =>
          statements.some((one) => isMeant(one, 'Allow')),
        );
        if (isDenied || !isWithin) continue;
        const allowing = attached.flatMap(({ statements }, at) =>
          statements.filter((one) => isMeant(one, 'Allow')).map(({ index }) => `${at}/${index}`),
        );
        const found = given
          .filter(({ permissions }) => findUse(permissions, { key: actionKey(request[0]) }) !== undefined)
          .map(({ policy: at, statement: { index } }) => `${at}/${index}`);
        expect(allowing.filter((place) => !found.includes(place))).toEqual([]);
      }
    },
  );
  expect(fc.check(property, settings).failed).toBe(false);
});

const checks = [
  identityPolicyCheck('administrator-access', toyUserPolicies),
  identityPolicyCheck('permissions-management', toyUserPolicies),
  identityPolicyCheck('not-resource', toyUserPolicies),
  identityPolicyMalformedCheck(toyUserPolicies),
  effectiveAdministratorCheck(toyUserPolicies),
  privilegeEscalationCheck(toyUserPolicies),
];

test('no document makes a check fail', () => {
  const any = fc.jsonValue({ maxDepth: 3 });
  const mostly = (value: fc.Arbitrary<unknown>) => fc.oneof({ weight: 5, arbitrary: value }, any);
  const odd = fc.record(
    {
      Effect: mostly(fc.constantFrom('Allow', 'Deny')),
      Action: mostly(fc.subarray(actions)),
      NotAction: mostly(fc.subarray(actions)),
      Resource: mostly(fc.constantFrom(...resources, '${', 'arn:::')),
      NotResource: mostly(fc.subarray(resources)),
      Condition: mostly(
        fc.constant({ DateLessThan: { 'aws:CurrentTime': ['2030-01-01T00:00:00Z', 'soon'] } }),
      ),
    },
    { requiredKeys: [] },
  );
  const written = mostly(
    fc.record({ Version: mostly(fc.constant('2012-10-17')), Statement: mostly(fc.array(odd)) }),
  );
  const property = fc.property(
    fc.constantFrom(...checks),
    fc.array(written, { maxLength: 3 }),
    (check, documents) => {
      const InlinePolicies = documents.map((document, at) => ({
        PolicyName: `${at}`,
        PolicyDocument: document,
      }));
      const { related } = check.examples.good[0] ?? {};
      const config = JSON.parse(
        JSON.stringify({ Arn: 'arn:aws:iam::111122223333:user/ada', InlinePolicies }),
      );
      const result = runCheck(
        exampleInput(check, { name: 'any', config, ...(related !== undefined && { related }) }),
      );
      expect(result).toEqual(expect.objectContaining({ kind: 'judged' }));
    },
  );
  expect(fc.check(property, settings).failed).toBe(false);
});
