/** What the emulator cannot hold of an account, made on the wire: its contact, and all that is about its root user. */
import type { Answer, Correct, Refusal } from '../fault-proxy.ts';
import { credentialReport } from '../stand-ins.ts';
import { type AccountSpec, accountSpecs } from './account.ts';
import { ambientCredentials } from './clients.ts';
import { type AccountName, accountIds } from './known.ts';
import { daysAgo } from './user-corrections.ts';

type Corrected = (body: string, spec: AccountSpec, account: AccountName) => string | Refusal;

const corrections: Readonly<Record<string, Corrected>> = {
  // https://docs.aws.amazon.com/accounts/latest/reference/API_GetContactInformation.html
  'account:GetContactInformation': (body, { hasContact }) =>
    hasContact ? body : { status: 404, code: 'ResourceNotFoundException' },
  // The emulator always says 0 of both: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
  'iam:GetAccountSummary': (body, { rootHasKey, rootMfa }) => {
    const withKeys = rootHasKey ? withCount(body, 'AccountAccessKeysPresent') : body;
    return rootMfa === 'none' ? withKeys : withCount(withKeys, 'AccountMFAEnabled');
  },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
  'iam:GetCredentialReport': (_body, { rootSignedIn }) =>
    credentialReport({ password_last_used: daysAgo(rootSignedIn) }).body,
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_VirtualMFADevice.html
  'iam:ListVirtualMFADevices': (body, { rootMfa }, account) =>
    rootMfa === 'virtual' ? withRootDevice(body, accountIds[account]) : body,
};

/** Whose answer it is shows by the key that signed: the product looks at its own account by the key that it was given. */
export const correctAccounts: Correct = ({ operation, body }: Answer) => {
  const account = operation.keyId === ambientCredentials.accessKeyId ? 'prod' : 'partner';
  return corrections[operation.name]?.(body, accountSpecs[account], account) ?? body;
};

function withCount(body: string, name: string): string {
  return body.replace(`<key>${name}</key><value>0</value>`, `<key>${name}</key><value>1</value>`);
}

function withRootDevice(body: string, account: string): string {
  const serial = `<SerialNumber>arn:aws:iam::${account}:mfa/root-account-mfa-device</SerialNumber>`;
  const user = `<User><UserId>${account}</UserId><Arn>arn:aws:iam::${account}:root</Arn></User>`;
  const member = `<member>${serial}${user}</member>`;
  return body
    .replace('<VirtualMFADevices/>', '<VirtualMFADevices></VirtualMFADevices>')
    .replace('</VirtualMFADevices>', `${member}</VirtualMFADevices>`);
}
