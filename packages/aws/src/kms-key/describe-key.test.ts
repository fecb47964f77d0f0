/** What is known of a key whose policy keeps us out, and which keys are asked for their rotation. */
import { type Check, type JsonObject, OperationError, runCheck } from '@security-monkey/sdk';
import { exampleInput } from '@security-monkey/sdk/testing';
import { describe, expect, it } from 'vitest';
import { watchContext } from '../test-support/watch-context.ts';
import { policyInternetAccessible } from './checks/policy-internet-accessible.ts';
import { rotationDisabled } from './checks/rotation-disabled.ts';
import { describeKey } from './describe-key.ts';
import { key } from './example.ts';

const listed = { KeyId: 'k1', KeyArn: 'arn:aws:kms:us-east-1:111122223333:key/k1' };

const answers: Readonly<Record<string, JsonObject>> = {
  'kms:GetKeyPolicy': { Policy: '{"Statement":[]}' },
  'kms:GetKeyRotationStatus': { KeyRotationEnabled: true },
  'kms:ListGrants': { Grants: [] },
  'kms:ListAliases': { Aliases: [] },
  'kms:ListResourceTags': {},
};

async function describeWith(metadata: JsonObject, denied: readonly string[] = []) {
  const asked: string[] = [];
  const context = watchContext((operation) => {
    asked.push(operation);
    if (denied.includes(operation))
      throw new OperationError({ class: 'access_denied', message: 'no', operation });
    return operation === 'kms:DescribeKey' ? { KeyMetadata: metadata } : answers[operation];
  });
  const { config, unreadable = [] } = await describeKey(context, listed);
  return {
    config,
    isAsked: asked.includes('kms:GetKeyRotationStatus'),
    paths: unreadable.map(({ path }) => path),
  };
}

const plain = { KeyManager: 'CUSTOMER', KeySpec: 'SYMMETRIC_DEFAULT', Origin: 'AWS_KMS' };

it('a key that only its users may describe is seen with what may be read', async () => {
  const { config, paths, isAsked } = await describeWith(plain, ['kms:DescribeKey']);
  expect({ config, paths, isAsked }).toEqual({
    config: { ...listed, Policy: { Statement: [] }, Aliases: [], Tags: [] },
    paths: ['/KeyMetadata', '/Rotation'],
    isAsked: false,
  });
});

it('a key of which nothing may be read is seen all the same', async () => {
  const { config, paths } = await describeWith(plain, ['kms:DescribeKey', ...Object.keys(answers)]);
  expect({ config, paths }).toEqual({
    config: listed,
    paths: ['/KeyMetadata', '/Rotation', '/Tags', '/Policy', '/Aliases', '@grants'],
  });
});

describe('the rotation', () => {
  it.each<[string, JsonObject, boolean]>([
    ['a symmetric key', plain, true],
    ['a key that does not say of what kind it is', {}, true],
    ['a disabled key', { ...plain, KeyState: 'Disabled' }, true],
    ['a key for signing', { ...plain, KeySpec: 'ECC_NIST_P256' }, false],
    ['a key for HMAC', { ...plain, KeySpec: 'HMAC_256' }, false],
    ['imported material', { ...plain, Origin: 'EXTERNAL' }, false],
    ['a key store of CloudHSM', { ...plain, Origin: 'AWS_CLOUDHSM' }, false],
    ['a key of AWS', { ...plain, KeyManager: 'AWS' }, false],
  ])('is asked only where it can be switched: %s', async (_name, metadata, isAsked) => {
    const found = await describeWith(metadata);
    expect([found.isAsked, found.config['Rotation']]).toEqual([
      isAsked,
      isAsked ? { KeyRotationEnabled: true } : null,
    ]);
  });
});

it('a key of AWS is not asked for tags, which it cannot have and some of them deny to everyone', async () => {
  const { config, paths } = await describeWith({ KeyManager: 'AWS' }, ['kms:ListResourceTags']);
  expect([config['Tags'], paths]).toEqual([[], []]);
});

it('the rotation of a key that says too late that it has none is null', async () => {
  const context = watchContext((operation) => {
    if (operation === 'kms:DescribeKey') return { KeyMetadata: {} };
    if (operation !== 'kms:GetKeyRotationStatus') return answers[operation];
    const code = 'UnsupportedOperationException';
    throw new OperationError({ class: 'rejected', code, message: code, operation });
  });
  const { config, unreadable } = await describeKey(context, listed);
  expect([config['Rotation'], unreadable]).toEqual([null, []]);
});

describe('of a key of AWS', () => {
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: ['kms:*'], Resource: ['*'] }],
  };
  const judge = (check: Check, config: JsonObject, unreadable: readonly string[] = []) =>
    runCheck(exampleInput(check, { name: 'a case', config, unreadable }));

  it('the policy is not judged, as nobody here can change it', () => {
    const found = ['AWS', 'CUSTOMER'].map((KeyManager) => {
      const result = judge(policyInternetAccessible, key({ KeyManager }, { Policy: policy }));
      return result.kind === 'judged' ? result.findings.length : result.kind;
    });
    expect(found).toEqual([0, 1]);
  });

  it.each([policyInternetAccessible, rotationDisabled])(
    'and of others nothing is known while the metadata are not: $id',
    (check) => {
      const { KeyMetadata: _, ...rest } = key({}, { Policy: policy });
      expect(judge(check, rest, ['/KeyMetadata'])).toEqual({ kind: 'unknown', path: '/KeyMetadata' });
    },
  );
});
