/** Keys with grants: who may use them beside the policy. */
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../policy/parse-policy.ts';
import { around } from '../resource/testing/around.ts';
import { judgeKey } from './judge-key.ts';
import { readKeyGrants } from './key-grant.ts';

const owner = '314159265358';
const foreign = '271828182845';
const role = (account: string) => `arn:aws:iam::${account}:role/pilot`;
const ownPolicy = {
  Statement: {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${owner}:root` },
    Action: 'kms:*',
    Resource: '*',
  },
};

function keyWith(grants: readonly object[] | undefined, document: object = ownPolicy) {
  const policy = parsePolicy(document, { principal: 'required' });
  if (policy === undefined) throw new Error('no policy');
  return judgeKey(policy, grants && readKeyGrants(grants, '/Grants').rules, { around, now: 0 });
}

describe('a key of our own with a grant to', () => {
  it.each<[string, object, boolean, readonly string[]]>([
    ['a role of ours', { GranteePrincipal: role(owner), Operations: ['Decrypt'] }, false, ['same-account']],
    [
      'a foreign role',
      { GranteePrincipal: role(foreign), Operations: ['Decrypt'] },
      true,
      ['same-account', 'unknown-account'],
    ],
    [
      'a foreign account as a whole',
      { GranteePrincipal: `arn:aws:iam::${foreign}:root`, Operations: ['Decrypt'] },
      true,
      ['same-account', 'unknown-account'],
    ],
    [
      'a foreign role for one encryption context',
      {
        GranteePrincipal: role(foreign),
        Operations: ['Decrypt'],
        Constraints: { EncryptionContextEquals: { dock: '7' } },
      },
      true,
      ['same-account', 'unknown-account'],
    ],
    [
      'a role of ours that a foreign role may end',
      { GranteePrincipal: role(owner), RetiringPrincipal: role(foreign), Operations: ['Decrypt'] },
      true,
      ['same-account', 'unknown-account'],
    ],
    [
      'a role of ours that another of ours may end',
      { GranteePrincipal: role(owner), RetiringPrincipal: role(owner), Operations: ['Decrypt'] },
      false,
      ['same-account'],
    ],
    [
      'a service',
      { GranteePrincipal: 'dynamodb.eu-west-3.amazonaws.com', Operations: ['Decrypt'] },
      false,
      ['same-account'],
    ],
    [
      'a service in China',
      { GranteePrincipal: 'dynamodb.cn-north-1.amazonaws.com.cn', Operations: ['Decrypt'] },
      false,
      ['same-account'],
    ],
    [
      'a service in the field for services, the other being null',
      { GranteePrincipal: null, GranteeServicePrincipal: 'rds.amazonaws.com', Operations: ['Decrypt'] },
      false,
      ['same-account'],
    ],
    [
      'a service in the field for services',
      { GranteeServicePrincipal: 'rds.amazonaws.com', Operations: ['Decrypt'] },
      false,
      ['same-account'],
    ],
    [
      'a foreign role, of operations that cannot be read',
      { GranteePrincipal: role(foreign) },
      true,
      ['same-account', 'unknown-account'],
    ],
    [
      'nobody that can be read',
      { GranteePrincipal: 'master', Operations: ['Decrypt'] },
      false,
      ['same-account'],
    ],
  ])('%s', (...[, grant, isExternal, classes]) => {
    const verdict = keyWith([grant]);
    expect([verdict.isPublic, verdict.isExternal, verdict.classes]).toEqual([false, isExternal, classes]);
  });
});

it('a grant to everyone would be public', () => {
  expect(keyWith([{ GranteePrincipal: '*', Operations: ['Decrypt'] }])).toMatchObject({
    isPublic: true,
    isExternal: true,
    classes: ['internet', 'same-account'],
  });
});

it('an open policy stays open whatever the grants are', () => {
  const open = { Statement: { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' } };
  const { isPublic, isExternal, classes } = keyWith([], open);
  expect({ isPublic, isExternal, classes }).toEqual({
    isPublic: true,
    isExternal: true,
    classes: ['internet'],
  });
});

it('grants that are not known are not taken for none', () => {
  expect(keyWith(undefined).byGrants).toBeUndefined();
  expect(keyWith([]).byGrants).toEqual([]);
});

it.each([
  [['Decrypt', 'CreateGrant'], true],
  [['Decrypt', 'GenerateDataKey'], false],
])('of %j the grantee may pass on: %s', (Operations, mayPassOn) => {
  const verdict = keyWith([{ GranteePrincipal: role(owner), Operations }]);
  expect(verdict.byGrants?.map((one) => one.mayPassOn)).toEqual([mayPassOn]);
});

it.each([
  [{ EncryptionContextEquals: { dock: '7' } }, 'equal'],
  [{ EncryptionContextSubset: { dock: '7' } }, 'contains'],
  [{ EncryptionContextEquals: null }, undefined],
  [undefined, undefined],
])('of the constraints %j the context must be: %s', (Constraints, context) => {
  const { rules } = readKeyGrants([{ GranteePrincipal: role(owner), Constraints }], '/Grants');
  expect(rules.map((grant) => grant.context)).toEqual([context]);
});

it.each([
  [{ GranteePrincipal: role(owner), RetiringPrincipal: role(foreign) }, 'identity'],
  [{ GranteePrincipal: '', GranteeServicePrincipal: 'rds.amazonaws.com', RetiringPrincipal: '' }, 'service'],
  [{ GranteePrincipal: null, GranteeServicePrincipal: 'rds.amazonaws.com' }, 'service'],
  [{ GranteePrincipal: 'kms.cn-north-1.amazonaws.com.cn' }, 'service'],
])('reads the whole of %j', (written, kind) => {
  const { rules, unread } = readKeyGrants([{ ...written, Operations: ['Decrypt'] }], '/Grants');
  expect([rules.map(({ grantee }) => grantee.kind), unread]).toEqual([[kind], []]);
});

it('reads constraints, and names what cannot be read', () => {
  const source = `arn:aws:s3:::harbour`;
  const { rules, unread } = readKeyGrants(
    [
      {
        GranteeServicePrincipal: 's3.amazonaws.com',
        Operations: ['Decrypt', 7],
        Constraints: { SourceArn: source, EncryptionContextSubset: { dock: '7' } },
      },
      'text',
      { GranteePrincipal: 7, Operations: ['Decrypt'] },
      { GranteePrincipal: role(owner), RetiringPrincipal: 'master' },
    ],
    '/Grants',
  );
  expect(rules[0]).toEqual({
    at: '/Grants/0',
    grantee: { kind: 'service', text: 's3.amazonaws.com' },
    retiring: undefined,
    operations: ['Decrypt'],
    context: 'contains',
    sourceArn: source,
  });
  expect(unread).toEqual([
    '/Grants/1: is no grant',
    '/Grants/2: names no grantee of a known form',
    '/Grants/3: names no operation',
    '/Grants/3: its retiring principal is of no known form',
  ]);
});
