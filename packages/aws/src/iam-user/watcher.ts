/** Watches IAM users: from the account's authorization details, each described by her credentials. */

import { defineWatcher, isJsonObject } from '@security-monkey/sdk';
import { iamPage } from '../account-type/console.ts';
import { accountDetails } from '../iam/account-details.ts';
import { asListed } from '../iam/as-listed.ts';
import { confirmEntity, gone } from '../iam/confirm-entity.ts';
import { entitySource, tagPairs } from '../iam/entity-config.ts';
import { userConfig } from './config.ts';
import { describeUser } from './describe.ts';

export const iamUser = defineWatcher({
  id: 'aws.iam-user',
  accountType: 'aws',
  title: { one: 'IAM user', many: 'IAM users' },
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html',
  legacyIndex: 'iamuser',
  version: 1,
  scope: 'global',
  // Each is an IAM action of its own name: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
  permissions: {
    'iam:GetAccountAuthorizationDetails': 'iam:GetAccountAuthorizationDetails',
    'iam:ListUsers': 'iam:ListUsers',
    'iam:ListAccessKeys': 'iam:ListAccessKeys',
    'iam:GetAccessKeyLastUsed': 'iam:GetAccessKeyLastUsed',
    'iam:GetLoginProfile': 'iam:GetLoginProfile',
    'iam:ListMFADevices': 'iam:ListMFADevices',
    'iam:ListSigningCertificates': 'iam:ListSigningCertificates',
    'iam:ListSSHPublicKeys': 'iam:ListSSHPublicKeys',
    'iam:ListServiceSpecificCredentials': 'iam:ListServiceSpecificCredentials',
    'iam:GetUser': 'iam:GetUser',
  },
  gone,
  // Moments of the last use move without anybody changing the user.
  ephemeral: ['/PasswordLastUsed', '/AccessKeyLastUsed/*'],
  secret: [],
  unordered: [
    '/UserPolicyList',
    '/GroupList',
    '/AttachedManagedPolicies',
    '/Tags',
    '/AccessKeys',
    '/MFADevices',
    '/SigningCertificates',
    '/SSHPublicKeys',
    '/ServiceSpecificCredentials',
  ].map((path) => ({ path, source: entitySource })),
  relations: ['attached-policies', 'groups', 'boundary'],
  config: userConfig,
  identity: ({ UserId }) => UserId,
  lineage: ({ Arn }) => Arn,
  name: ({ UserName }) => UserName,
  tags: ({ Tags }) => tagPairs(Tags),
  terms: ({ UserName, UserId, Arn, AccessKeys = [] }) => [
    UserName,
    UserId,
    Arn,
    ...AccessKeys.map(({ AccessKeyId }) => AccessKeyId),
  ],
  consolePath: ({ UserName }) => iamPage('users', UserName),
  list: async function* (context) {
    for (const { users } of (await accountDetails(context)).pages) yield users.map(asListed);
  },
  describe: describeUser,
  confirm: (context, { name, identity }) =>
    confirmEntity(context, {
      operation: 'iam:GetUser',
      input: { UserName: name },
      isSame: ({ User }) => isJsonObject(User) && User['UserId'] === identity,
    }),
});
