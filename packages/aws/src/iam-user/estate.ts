/** Two users as IAM tells of them: one with every kind of credential, one with none. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import {
  alice,
  arns,
  attachedPolicy,
  authorizationDetails,
  bob,
  boundaryPolicy,
  detailsListing,
  developers,
  documents,
  inlineRead,
  readers,
} from '../test-support/iam-account.ts';

const two = (field: string, more: JsonObject): readonly JsonObject[] =>
  ['1', '2'].map((id) => ({ UserName: 'alice', [field]: `${field}${id}`, ...more }));

const credentials: Readonly<Record<string, readonly JsonObject[]>> = {
  AccessKeys: two('AccessKeyId', { Status: 'Active', CreateDate: '2025-01-01T00:00:00.000Z' }),
  MFADevices: two('SerialNumber', { EnableDate: '2025-01-01T00:00:00.000Z' }),
  SigningCertificates: two('CertificateId', { CertificateBody: 'PEM', Status: 'Active' }),
  SSHPublicKeys: two('SSHPublicKeyId', { Status: 'Active' }),
  ServiceSpecificCredentials: two('ServiceSpecificCredentialId', { ServiceName: 'codecommit' }),
};
const none = Object.fromEntries(Object.keys(credentials).map((key) => [key, []]));
const loginProfile = { UserName: 'alice', CreateDate: '2025-01-01T00:00:00.000Z' };
const lastUse = {
  LastUsedDate: '2025-12-01T00:00:00.000Z',
  ServiceName: 's3',
  Region: 'eu-west-1',
};
const passwordUse = '2025-12-02T00:00:00.000Z';

const answerOf = (key: string, member: string) => (input: JsonObject) => ({
  [member]: input['UserName'] === 'alice' ? (credentials[key] ?? []) : [],
  IsTruncated: false,
});

export const estate: Estate = {
  answers: {
    'iam:GetAccountAuthorizationDetails': authorizationDetails,
    'iam:ListUsers': {
      Users: [{ ...alice, PasswordLastUsed: passwordUse }, bob],
      IsTruncated: false,
    },
    'iam:ListAccessKeys': answerOf('AccessKeys', 'AccessKeyMetadata'),
    'iam:ListMFADevices': answerOf('MFADevices', 'MFADevices'),
    'iam:ListSigningCertificates': answerOf('SigningCertificates', 'Certificates'),
    'iam:ListSSHPublicKeys': answerOf('SSHPublicKeys', 'SSHPublicKeys'),
    'iam:ListServiceSpecificCredentials': answerOf(
      'ServiceSpecificCredentials',
      'ServiceSpecificCredentials',
    ),
    'iam:GetLoginProfile': ({ UserName }) => {
      if (UserName !== 'alice') throw providerError('NoSuchEntity');
      return { LoginProfile: loginProfile };
    },
    'iam:GetAccessKeyLastUsed': ({ AccessKeyId }) => {
      if (AccessKeyId === 'AccessKeyId1') return { UserName: 'alice', AccessKeyLastUsed: lastUse };
      throw providerError('NoSuchEntity');
    },
    'iam:GetUser': ({ UserName }) => ({ User: UserName === 'alice' ? alice : bob }),
  },
  listing: detailsListing,
  // Of a password and a last use the code says that they are not there, not that the user is gone.
  describing: [
    'iam:ListAccessKeys',
    'iam:ListMFADevices',
    'iam:ListSigningCertificates',
    'iam:ListSSHPublicKeys',
    'iam:ListServiceSpecificCredentials',
  ],
  items: [
    {
      identity: 'AIDAALICE',
      lineage: alice.Arn,
      name: 'alice',
      console: '/iam/home#/users/details/alice',
      tags: { team: 'shop', stage: 'prod' },
      config: {
        ...alice,
        UserPolicyList: inlineRead,
        ...credentials,
        AccessKeyLastUsed: { AccessKeyId1: lastUse, AccessKeyId2: null },
        LoginProfile: loginProfile,
        PasswordLastUsed: passwordUse,
      },
      relations: [
        attachedPolicy('deployers'),
        attachedPolicy('ReadOnlyAccess'),
        {
          name: 'groups',
          technology: 'aws.iam-group',
          key: developers.Arn,
          value: {
            GroupName: 'developers',
            InlinePolicies: inlineRead,
            AttachedPolicies: [
              { PolicyArn: arns.own, Document: documents.deploy },
              { PolicyArn: arns.readOnly, Document: documents.read },
            ],
          },
        },
        {
          name: 'groups',
          technology: 'aws.iam-group',
          key: readers.Arn,
          value: { GroupName: 'readers', InlinePolicies: [], AttachedPolicies: [] },
        },
        boundaryPolicy,
      ],
    },
    {
      identity: 'AIDABOB',
      lineage: bob.Arn,
      name: 'bob',
      tags: {},
      config: {
        ...bob,
        UserPolicyList: [],
        GroupList: [],
        AttachedManagedPolicies: [],
        Tags: [],
        ...none,
        AccessKeyLastUsed: {},
        LoginProfile: null,
        PasswordLastUsed: null,
      },
    },
  ],
};
