/** What KMS answers: https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html */
import type { JsonObject, JsonValue } from '@security-monkey/sdk';
import type { Key } from '../technologies/key.ts';
import { rootOf } from '../world/policy.ts';
import { type Answers, type Call, found, ofRegion, textOf } from './call.ts';
import { pageOf } from './pages.ts';

export const kmsAnswers: Answers = {
  'kms:ListKeys': (call) =>
    listed(
      call,
      'Keys',
      keysOf(call).map((key) => ({ KeyId: key.id, KeyArn: arnOf(key) })),
    ),
  'kms:ListAliases': (call) => listed(call, 'Aliases', keysOf(call).map(aliasOf)),
  'kms:DescribeKey': (call) => ({ KeyMetadata: metadataOf(keyOf(call)) }),
  'kms:GetKeyPolicy': (call) => ({ PolicyName: 'default', Policy: JSON.stringify(keyOf(call).policy) }),
  'kms:GetKeyRotationStatus': (call) => {
    const { id, rotates } = keyOf(call);
    return { KeyId: id, KeyRotationEnabled: rotates, ...(rotates && { RotationPeriodInDays: 365 }) };
  },
  'kms:ListGrants': (call) => listed(call, 'Grants', grantsOf(keyOf(call))),
  'kms:ListResourceTags': (call) => {
    const tags = Object.entries(keyOf(call).tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
    return listed(call, 'Tags', tags);
  },
};

function keysOf(call: Call): readonly Key[] {
  return ofRegion(call.world.keys, call);
}

function listed({ input }: Call, list: string, all: readonly JsonValue[]): JsonObject {
  const { elements, next } = pageOf(all, input['Marker']);
  return { [list]: elements, Truncated: next !== undefined, ...(next !== undefined && { NextMarker: next }) };
}

function keyOf(call: Call): Key {
  const wanted = textOf(call.input, 'KeyId');
  return found(
    keysOf(call).find((key) => key.id === wanted || arnOf(key) === wanted),
    'NotFoundException',
  );
}

function arnOf({ account, region, id }: Key): string {
  return `arn:aws:kms:${region}:${account}:key/${id}`;
}

function aliasOf({ account, region, name, id }: Key): JsonObject {
  return {
    AliasName: `alias/${name}`,
    AliasArn: `arn:aws:kms:${region}:${account}:alias/${name}`,
    TargetKeyId: id,
  };
}

function metadataOf(key: Key): JsonObject {
  return {
    AWSAccountId: key.account,
    KeyId: key.id,
    Arn: arnOf(key),
    CreationDate: key.created,
    Description: `What ${key.name} keeps`,
    Enabled: true,
    KeyState: 'Enabled',
    KeyManager: 'CUSTOMER',
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeySpec: 'SYMMETRIC_DEFAULT',
    Origin: 'AWS_KMS',
    MultiRegion: false,
  };
}

function grantsOf({ account, id, grants }: Key): readonly JsonObject[] {
  return grants.map((grant) => ({
    KeyId: id,
    GrantId: grant.id,
    GranteePrincipal: grant.grantee,
    IssuingAccount: rootOf(account),
    Operations: grant.operations,
  }));
}
