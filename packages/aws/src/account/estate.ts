/** An account as AWS tells of it. */
import type { Estate } from '@security-monkey/sdk/testing';
import { deploy } from '../test-support/iam-account.ts';

const counts = {
  Users: 2,
  Groups: 2,
  Roles: 2,
  Policies: 1,
  PolicyVersionsInUse: 4,
  InstanceProfiles: 2,
  MFADevices: 1,
  MFADevicesInUse: 1,
  ServerCertificates: 0,
  Providers: 0,
};
const summary = { ...counts, AccountMFAEnabled: 1, AccountAccessKeysPresent: 0, UsersQuota: 5000 };
const passwordPolicy = { MinimumPasswordLength: 14, RequireSymbols: true };
const block = { BlockPublicAcls: true, IgnorePublicAcls: false };
const row = {
  user: '<root_account>',
  password_last_used: '2025-01-01T00:00:00+00:00',
  access_key_1_last_used_date: 'N/A',
  access_key_1_last_used_region: 'N/A',
  access_key_1_last_used_service: 'N/A',
  access_key_2_last_used_date: 'N/A',
  access_key_2_last_used_region: 'N/A',
  access_key_2_last_used_service: 'N/A',
};
const report = [Object.keys(row), Object.keys(row).map(() => 'alice'), Object.values(row)]
  .map((cells) => cells.join(','))
  .join('\n');
const supported = {
  ...deploy,
  AssumeRolePolicyDocument: '{}',
  AttachedManagedPolicies: [
    { PolicyName: 'AWSSupportAccess', PolicyArn: 'arn:aws:iam::aws:policy/AWSSupportAccess' },
  ],
};
const device = 'arn:aws:iam::111122223333:mfa/root-account-mfa-device';

export const estate: Estate = {
  place: { partition: 'aws' },
  answers: {
    'iam:GetAccountSummary': { SummaryMap: summary },
    'iam:GetAccountAuthorizationDetails': { RoleDetailList: [supported], IsTruncated: false },
    'iam:GetAccountPasswordPolicy': { PasswordPolicy: passwordPolicy },
    'iam:ListAccountAliases': { AccountAliases: ['acme'], IsTruncated: false },
    'iam:ListVirtualMFADevices': ({ Marker }) =>
      Marker === undefined
        ? {
            VirtualMFADevices: [
              {
                SerialNumber: 'arn:aws:iam::111122223333:mfa/alice',
                User: { Arn: 'arn:aws:iam::111122223333:user/alice' },
              },
            ],
            IsTruncated: true,
            Marker: 'more',
          }
        : {
            VirtualMFADevices: [{ SerialNumber: device, User: { Arn: 'arn:aws:iam::111122223333:root' } }],
            IsTruncated: false,
          },
    'iam:GenerateCredentialReport': { State: 'COMPLETE' },
    'iam:GetCredentialReport': {
      Content: Buffer.from(report).toString('base64'),
      ReportFormat: 'text/csv',
      GeneratedTime: '2026-01-01T00:00:00.000Z',
    },
    's3control:GetPublicAccessBlock': { PublicAccessBlockConfiguration: block },
    'account:GetContactInformation': {
      ContactInformation: { FullName: 'Ann Example', City: 'Bern', CompanyName: '' },
    },
    'account:GetAlternateContact': {
      AlternateContact: { EmailAddress: 'security@example.com', Name: 'Sec Team' },
    },
  },
  listing: {
    operation: 'iam:GetAccountSummary',
    whole: 'an account is one item, and the summary one answer',
  },
  describing: [],
  items: [
    {
      identity: '111122223333',
      lineage: 'arn:aws:iam::111122223333:root',
      name: '111122223333',
      console: '/iam/home#/account_settings',
      config: {
        AccountId: '111122223333',
        Summary: summary,
        AccountAliases: ['acme'],
        PasswordPolicy: passwordPolicy,
        PublicAccessBlock: block,
        RootCredentials: row,
        RootVirtualMfaDevices: [device],
        ContactInformation: ['City', 'FullName'],
        SecurityContact: ['EmailAddress', 'Name'],
      },
      relations: [{ name: 'support-role', technology: 'aws.iam-role', key: deploy.Arn }],
    },
  ],
};
