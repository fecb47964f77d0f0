/** What AWS answers of an account as a whole: the summary, password policy, credential report and contacts of it. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Account } from '../technologies/account.ts';
import { isoOf } from '../time/moment.ts';
import { rootOf } from '../world/policy.ts';
import { type Answers, type Call, found, ofAccount } from './call.ts';

export const accountAnswers: Answers = {
  'iam:GetAccountSummary': (call) => ({ SummaryMap: summaryOf(call) }),
  'iam:GetAccountPasswordPolicy': (call) => {
    const length = found(accountOf(call).passwordLength, 'NoSuchEntity');
    return {
      PasswordPolicy: {
        MinimumPasswordLength: length,
        RequireNumbers: true,
        RequireSymbols: true,
        AllowUsersToChangePassword: true,
        ...(length >= 14 && { PasswordReusePrevention: 24 }),
      },
    };
  },
  'iam:ListAccountAliases': (call) => ({ AccountAliases: [accountOf(call).alias], IsTruncated: false }),
  'iam:ListVirtualMFADevices': (call) => ({ VirtualMFADevices: devicesOf(call), IsTruncated: false }),
  'iam:GenerateCredentialReport': () => ({ State: 'COMPLETE' }),
  'iam:GetCredentialReport': (call) => ({
    Content: Buffer.from(reportOf(accountOf(call))).toString('base64'),
    ReportFormat: 'text/csv',
    GeneratedTime: isoOf(call.moment.now),
  }),
  'account:GetContactInformation': () => ({
    ContactInformation: {
      FullName: 'Shop Example Ltd',
      AddressLine1: '1 Example Street',
      City: 'Dublin',
      CountryCode: 'IE',
      PhoneNumber: '+353 1 555 0100',
    },
  }),
  'account:GetAlternateContact': (call) => ({
    AlternateContact: found(
      accountOf(call).securityContact ? contact : undefined,
      'ResourceNotFoundException',
    ),
  }),
};

const contact = {
  AlternateContactType: 'SECURITY',
  Name: 'Security desk',
  EmailAddress: 'security@shop.example',
  PhoneNumber: '+353 1 555 0101',
};

function accountOf(call: Call): Account {
  return found(ofAccount(call.world.accounts, call)[0], 'AccessDenied');
}

function summaryOf(call: Call): JsonObject {
  const { users, groups, roles, policies } = call.world;
  return {
    Users: ofAccount(users, call).length,
    Groups: ofAccount(groups, call).length,
    Roles: ofAccount(roles, call).length,
    Policies: ofAccount(policies, call).filter(({ arn, account }) => arn.includes(account)).length,
    AccountMFAEnabled: accountOf(call).rootHasMfa ? 1 : 0,
    AccountAccessKeysPresent: 0,
    AccountPasswordPresent: 1,
    UsersQuota: 5000,
    GroupsQuota: 300,
    RolesQuota: 1000,
  };
}

function devicesOf(call: Call): readonly JsonObject[] {
  const { account, rootHasMfa } = accountOf(call);
  const root = {
    SerialNumber: `arn:aws:iam::${account}:mfa/root-account-mfa-device`,
    User: { Arn: rootOf(account) },
  };
  const ofUsers = ofAccount(call.world.users, call)
    .filter(({ hasMfa }) => hasMfa)
    .map(({ name }) => ({
      SerialNumber: `arn:aws:iam::${account}:mfa/${name}`,
      User: { Arn: `arn:aws:iam::${account}:user/${name}` },
    }));
  return rootHasMfa ? [root, ...ofUsers] : ofUsers;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html: what Security Monkey reads is the root user's row. */
function reportOf({ account, rootHasMfa }: Account): string {
  const key = (number: number) => ({
    [`access_key_${number}_active`]: 'false',
    [`access_key_${number}_last_used_date`]: 'N/A',
    [`access_key_${number}_last_used_region`]: 'N/A',
    [`access_key_${number}_last_used_service`]: 'N/A',
  });
  const row = {
    user: '<root_account>',
    arn: rootOf(account),
    user_creation_time: '2023-10-02T09:00:00+00:00',
    password_enabled: 'not_supported',
    password_last_used: '2024-02-14T10:30:00+00:00',
    mfa_active: String(rootHasMfa),
    ...key(1),
    ...key(2),
  };
  return [Object.keys(row), Object.values(row)].map((cells) => cells.join(',')).join('\n');
}
