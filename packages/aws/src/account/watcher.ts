/** Watches the account itself: one item, with what protects its root user and all of its resources. */
import { defineWatcher, parseAnswer } from '@security-monkey/sdk';
import { z } from 'zod';
import { accountConfig } from './config.ts';
import { describeAccount } from './describe.ts';

const summary = 'iam:GetAccountSummary';
const summaryAnswer = z.looseObject({ SummaryMap: z.record(z.string(), z.json()) });

export const awsAccount = defineWatcher({
  id: 'aws.account',
  accountType: 'aws',
  title: { one: 'AWS account', many: 'AWS accounts' },
  documentation: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html',
  version: 1,
  scope: 'global',
  permissions: {
    [summary]: 'iam:GetAccountSummary',
    'iam:GetAccountAuthorizationDetails': 'iam:GetAccountAuthorizationDetails',
    'iam:GetAccountPasswordPolicy': 'iam:GetAccountPasswordPolicy',
    'iam:ListAccountAliases': 'iam:ListAccountAliases',
    'iam:ListVirtualMFADevices': 'iam:ListVirtualMFADevices',
    // Has IAM write a report about the account for its reader; it changes nothing in it, and AWS's SecurityAudit allows it:
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecurityAudit.html
    'iam:GenerateCredentialReport': 'iam:GenerateCredentialReport',
    'iam:GetCredentialReport': 'iam:GetCredentialReport',
    's3control:GetPublicAccessBlock': 's3:GetAccountPublicAccessBlock',
    'account:GetContactInformation': 'account:GetContactInformation',
    'account:GetAlternateContact': 'account:GetAlternateContact',
  },
  // Never concluded: every part of the account that fails is unreadable, and the account stays.
  gone: ['NoSuchEntity'],
  ephemeral: [
    // Counts of what has items of its own.
    ...['Users', 'Groups', 'Roles', 'Policies', 'PolicyVersionsInUse', 'InstanceProfiles'].map(summaryPath),
    ...['MFADevices', 'MFADevicesInUse', 'ServerCertificates', 'Providers'].map(summaryPath),
    // Moments and places of the last use.
    '/RootCredentials/password_last_used',
    ...['1', '2'].flatMap((key) =>
      ['date', 'region', 'service'].map((what) => `/RootCredentials/access_key_${key}_last_used_${what}`),
    ),
  ],
  secret: [],
  unordered: [],
  relations: ['support-role'],
  config: accountConfig,
  identity: ({ AccountId }) => AccountId,
  lineage: ({ AccountId }, { partition }) => `arn:${partition}:iam::${AccountId}:root`,
  name: ({ AccountId }) => AccountId,
  terms: ({ AccountId, AccountAliases = [] }) => [AccountId, ...AccountAliases],
  consolePath: () => '/iam/home#/account_settings',
  list: async function* ({ send, place }) {
    const { SummaryMap } = parseAnswer(summary, summaryAnswer, await send(summary, {}));
    yield [{ AccountId: place.account, Summary: SummaryMap }];
  },
  describe: describeAccount,
});

function summaryPath(name: string): string {
  return `/Summary/${name}`;
}
