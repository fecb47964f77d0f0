/** What there is to say of an account itself, and how it is built. */
import { PutAlternateContactCommand } from '@aws-sdk/client-account';
import { UpdateAccountPasswordPolicyCommand } from '@aws-sdk/client-iam';
import { type PublicAccessBlockConfiguration, PutPublicAccessBlockCommand } from '@aws-sdk/client-s3-control';
import type { AccountClients } from './clients.ts';
import { type AccountName, accountIds } from './known.ts';

export type AccountSpec = {
  /** Absent for none. */
  readonly passwordPolicy?: { readonly length: number; readonly remembered: number };
  /** Absent for none. */
  readonly block?: PublicAccessBlockConfiguration;
  readonly hasSecurityContact: boolean;
  /** What follows the emulator cannot hold: corrections on the wire make it so. */
  readonly hasContact: boolean;
  readonly rootHasKey: boolean;
  readonly rootMfa: 'none' | 'virtual';
  /** Days before now. */
  readonly rootSignedIn: number;
};

/** The one has hardly been set up, the other not very well. */
export const accountSpecs: Readonly<Record<AccountName, AccountSpec>> = {
  prod: {
    hasSecurityContact: true,
    hasContact: false,
    rootHasKey: true,
    rootMfa: 'none',
    rootSignedIn: 91,
  },
  partner: {
    passwordPolicy: { length: 13, remembered: 23 },
    block: {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: false,
    },
    hasSecurityContact: false,
    hasContact: true,
    rootHasKey: false,
    rootMfa: 'virtual',
    rootSignedIn: 89,
  },
};

export async function configureAccount(account: AccountName, clients: AccountClients): Promise<void> {
  const { passwordPolicy, block, hasSecurityContact } = accountSpecs[account];
  const { iam, control, account: contacts } = clients.in('us-east-1');
  if (passwordPolicy !== undefined)
    await iam.send(
      new UpdateAccountPasswordPolicyCommand({
        MinimumPasswordLength: passwordPolicy.length,
        PasswordReusePrevention: passwordPolicy.remembered,
      }),
    );
  if (block !== undefined)
    await control.send(
      new PutPublicAccessBlockCommand({
        AccountId: accountIds[account],
        PublicAccessBlockConfiguration: block,
      }),
    );
  if (!hasSecurityContact) return;
  await contacts.send(
    new PutAlternateContactCommand({
      AlternateContactType: 'SECURITY',
      Name: 'Ada',
      Title: 'Security',
      EmailAddress: 'security@acme.example',
      PhoneNumber: '+440000000000',
    }),
  );
}
