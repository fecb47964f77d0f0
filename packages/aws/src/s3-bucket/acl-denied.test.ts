/** What the Denies of a bucket's policy leave of the grants of its ACL, check by check, as `judge` says it too. */
import { type JsonObject, judge, runCheck } from '@security-monkey/sdk';
import { exampleInput } from '@security-monkey/sdk/testing';
import { expect, it } from 'vitest';
import { aclInternetAccessible } from './checks/acl-internet-accessible.ts';
import { aclUnknownAccount } from './checks/acl-unknown-account.ts';
import { accountBlockIs, acl, allUsers, bucket, knownWorld, ownerId, strangerId } from './example.ts';

const arn = 'arn:aws:s3:::acme-reports';
const deny = (changed: JsonObject) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: ['s3:*'], Resource: [arn, `${arn}/*`], ...changed }],
});

type Row = readonly [
  what: string,
  policy: JsonObject,
  everyone: readonly string[],
  stranger: readonly string[],
];

const rows: readonly Row[] = [
  ['nothing denied', { Version: '2012-10-17', Statement: [] }, ['READ', 'WRITE'], ['READ', 'WRITE']],
  ['all denied', deny({}), [], []],
  ['the bucket itself denied, its objects not', deny({ Resource: [arn] }), ['WRITE'], ['WRITE']],
  ['the objects denied, the bucket itself not', deny({ Resource: [`${arn}/*`] }), ['READ'], ['READ']],
  [
    'listing by one name only denied',
    deny({ Action: ['s3:ListBucket'] }),
    ['READ', 'WRITE'],
    ['READ', 'WRITE'],
  ],
  ['another bucket denied', deny({ Resource: ['arn:aws:s3:::acme'] }), ['READ', 'WRITE'], ['READ', 'WRITE']],
  [
    'denied to all but the own account',
    deny({ Condition: { StringNotEquals: { 'aws:principalaccount': ['111122223333'] } } }),
    [],
    [],
  ],
  [
    'denied from one network only',
    deny({ Condition: { IpAddress: { 'aws:sourceip': ['198.51.100.0/24'] } } }),
    ['READ', 'WRITE'],
    ['READ', 'WRITE'],
  ],
];

it.each(rows)('%s', (...[, policy, everyone, stranger]) => {
  expect(permissionsIn(aclInternetAccessible, allUsers, policy)).toEqual(everyone);
  expect(permissionsIn(aclUnknownAccount, strangerId, policy)).toEqual(stranger);
});

it.each(rows)('%s, as judged for the whole bucket', (...[, policy, everyone, stranger]) => {
  expect(judged(allUsers, policy)).toMatchObject({ public: everyone.length > 0 });
  expect(judged(strangerId, policy)).toMatchObject({ public: false, external: stranger.length > 0 });
});

it('a public ACL beside a policy that could not be read is unknown', () => {
  const input = exampleInput(aclInternetAccessible, {
    name: 'a policy that could not be read',
    config: configOf(allUsers, {}),
    unreadable: ['/Policy'],
    related: accountBlockIs(null),
    world: knownWorld,
  });
  expect(runCheck(input).kind).toBe('unknown');
});

function permissionsIn(
  check: typeof aclInternetAccessible | typeof aclUnknownAccount,
  to: string,
  policy: JsonObject,
) {
  const example = {
    name: 'a bucket',
    config: configOf(to, policy),
    related: accountBlockIs(null),
    world: knownWorld,
  };
  const result = runCheck(exampleInput(check, example));
  if (result.kind !== 'judged') throw new Error(`the check is ${result.kind}`);
  return result.findings.flatMap(({ evidence }) => evidence.map(({ value }) => value));
}

function judged(to: string, policy: JsonObject) {
  const { Acl } = configOf(to, policy);
  const { Grants: grants } = Acl;
  return judge('s3-bucket', {
    account: '111122223333',
    acl: { owner: ownerId, grants },
    policy,
    bucketBpa: null,
    accountBpa: null,
  });
}

function configOf(to: string, Policy: JsonObject) {
  const Acl = acl([to, 'READ'], [to, 'WRITE']) as JsonObject & { readonly Grants: readonly JsonObject[] };
  return { ...bucket({ OwnershipControls: null, PublicAccessBlock: null, Policy }), Acl };
}
