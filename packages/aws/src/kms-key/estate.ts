/** Three keys as KMS describes them: a symmetric one with everything, an asymmetric one with nothing, and one of AWS. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { inputText } from '../test-support/input-text.ts';
import { grants } from './grants.ts';

const arnOf = (id: string) => `arn:aws:kms:us-east-1:111122223333:key/${id}`;
const listed = (id: string) => ({ KeyId: id, KeyArn: arnOf(id) });
const [orders, signing, ofAws] = ['0a1b2c3d-aaaa', '4e5f6071-bbbb', '8293a4b5-cccc'];

const metadataOf = (id: string, more: JsonObject): JsonObject => ({
  AWSAccountId: '111122223333',
  KeyId: id,
  Arn: arnOf(id),
  CreationDate: '2024-03-01T09:00:00.000Z',
  Enabled: true,
  KeyState: 'Enabled',
  Origin: 'AWS_KMS',
  KeyManager: 'CUSTOMER',
  KeySpec: 'SYMMETRIC_DEFAULT',
  ...more,
});
const replica = (region: string) => ({ Arn: arnOf(orders).replace('us-east-1', region), Region: region });
const metadata: Readonly<Record<string, JsonObject>> = {
  [orders]: metadataOf(orders, {
    Description: 'orders at rest',
    MultiRegion: true,
    MultiRegionConfiguration: {
      MultiRegionKeyType: 'PRIMARY',
      PrimaryKey: { Arn: arnOf(orders), Region: 'us-east-1' },
      ReplicaKeys: [replica('eu-west-1'), replica('eu-north-1')],
    },
  }),
  [signing]: metadataOf(signing, { KeySpec: 'RSA_2048', SigningAlgorithms: ['RSASSA_PSS_SHA_256'] }),
  [ofAws]: metadataOf(ofAws, { KeyManager: 'AWS', Description: 'Default key of EBS' }),
};

const root = 'arn:aws:iam::111122223333:root';
const statement = { Sid: 'own', Effect: 'Allow' };
const written = {
  Version: '2012-10-17',
  Statement: { ...statement, Principal: { AWS: root }, Action: 'kms:*', Resource: '*' },
};
const read = {
  Version: '2012-10-17',
  Statement: [{ ...statement, Principal: { AWS: [root] }, Action: ['kms:*'], Resource: ['*'] }],
};
const rotation = {
  KeyId: orders,
  KeyRotationEnabled: true,
  RotationPeriodInDays: 365,
  NextRotationDate: '2027-03-01T09:00:00.000Z',
};
const alias = (name: string) => ({
  AliasName: `alias/${name}`,
  AliasArn: `arn:aws:kms:us-east-1:111122223333:alias/${name}`,
});
const tags = [
  { TagKey: 'team', TagValue: 'shop' },
  { TagKey: 'stage', TagValue: 'prod' },
];
const grant = { GranteePrincipal: 'arn:aws:iam::222233334444:role/reader', IssuingAccount: root };
const volume = {
  GranteePrincipal: 'AROAEXAMPLEEXAMPLEXY',
  Constraints: { EncryptionContextSubset: { v: '1' } },
};

type Pages = readonly [first: JsonObject, second: JsonObject];

const aliasPages: Pages = [
  { Aliases: [{ ...alias('orders'), TargetKeyId: orders }, alias('aws/unused')], NextMarker: 'more' },
  {
    Aliases: [
      { ...alias('aws/ebs'), TargetKeyId: ofAws },
      { ...alias('bills'), TargetKeyId: orders },
    ],
  },
];
const grantPages: Pages = [
  {
    Grants: [{ KeyId: orders, GrantId: 'g1', ...grant, Operations: ['Encrypt', 'Decrypt'] }],
    NextMarker: 'more',
  },
  { Grants: [{ KeyId: orders, GrantId: 'g2', ...volume, Operations: ['Decrypt'] }] },
];

export const estate: Estate = {
  answers: {
    'kms:ListKeys': ({ Marker }) =>
      Marker === 'second'
        ? { Keys: [listed(signing), listed(ofAws)], Truncated: false }
        : { Keys: [listed(orders)], NextMarker: 'second', Truncated: true },
    'kms:DescribeKey': (input) => {
      const found = metadata[inputText(input, 'KeyId').split('/').at(-1) ?? ''];
      if (found === undefined) throw providerError('NotFoundException');
      return { KeyMetadata: found };
    },
    'kms:GetKeyPolicy': { Policy: JSON.stringify(written), PolicyName: 'default' },
    'kms:GetKeyRotationStatus': ({ KeyId }) => {
      if (KeyId === orders) return rotation;
      throw providerError('UnsupportedOperationException', 'rejected');
    },
    'kms:ListGrants': ({ KeyId, Marker }) =>
      KeyId === orders ? grantPages[Marker === 'more' ? 1 : 0] : { Grants: [] },
    'kms:ListAliases': ({ Marker }) => aliasPages[Marker === 'more' ? 1 : 0],
    'kms:ListResourceTags': ({ KeyId }) => (KeyId === orders ? { Tags: tags } : {}),
  },
  listing: {
    operation: 'kms:ListKeys',
    secondPage: ({ Marker }) => Marker !== undefined,
  },
  describing: [
    'kms:DescribeKey',
    'kms:GetKeyPolicy',
    'kms:GetKeyRotationStatus',
    'kms:ListGrants',
    'kms:ListResourceTags',
  ],
  items: [
    {
      identity: arnOf(orders),
      lineage: arnOf(orders),
      name: orders,
      console: `/kms/home?region=us-east-1#/kms/keys/${orders}`,
      tags: { team: 'shop', stage: 'prod' },
      config: {
        ...listed(orders),
        KeyMetadata: metadata[orders] ?? null,
        Policy: read,
        Rotation: rotation,
        Aliases: [alias('bills'), alias('orders')],
        Tags: tags,
      },
      relations: [
        {
          name: grants,
          technology: 'aws.kms-grant',
          key: 'g1',
          value: { ...grant, Operations: ['Decrypt', 'Encrypt'] },
        },
        {
          name: grants,
          technology: 'aws.kms-grant',
          key: 'g2',
          value: { ...volume, Operations: ['Decrypt'] },
        },
      ],
    },
    bare(signing, []),
    bare(ofAws, [alias('aws/ebs')]),
  ],
};

function bare(id: string, aliases: readonly JsonObject[]) {
  return {
    identity: arnOf(id),
    lineage: arnOf(id),
    name: id,
    tags: {},
    config: {
      ...listed(id),
      KeyMetadata: metadata[id] ?? null,
      Policy: read,
      Rotation: null,
      Aliases: aliases,
      Tags: [],
    },
  };
}
