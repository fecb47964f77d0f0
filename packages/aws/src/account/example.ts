/** Accounts for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** A well-kept account with these fields. */
export function account(fields: JsonObject): JsonObject {
  return {
    AccountId: '111122223333',
    Summary: { AccountMFAEnabled: 1, AccountAccessKeysPresent: 0, AccountPasswordPresent: 1 },
    AccountAliases: [],
    PasswordPolicy: { MinimumPasswordLength: 14, PasswordReusePrevention: 24 },
    PublicAccessBlock: block(true),
    RootCredentials: rootCredentials({}),
    RootVirtualMfaDevices: [],
    ContactInformation: ['AddressLine1', 'City', 'FullName', 'PhoneNumber'],
    SecurityContact: ['EmailAddress', 'Name', 'PhoneNumber', 'Title'],
    ...fields,
  };
}

/** An account whose organisation has removed the root user's credentials, with these fields. */
export function withoutRoot(fields: JsonObject): JsonObject {
  return account({
    Summary: { AccountMFAEnabled: 0, AccountAccessKeysPresent: 0, AccountPasswordPresent: 0 },
    ...fields,
  });
}

/** The root user's row of the credential report: nothing was ever used unless the fields say otherwise. */
export function rootCredentials(fields: JsonObject): JsonObject {
  return {
    user: '<root_account>',
    password_last_used: 'no_information',
    access_key_1_last_used_date: 'N/A',
    access_key_2_last_used_date: 'N/A',
    ...fields,
  };
}

/** The four switches of a public access block, alike. */
export function block(on: boolean): JsonObject {
  return {
    BlockPublicAcls: on,
    IgnorePublicAcls: on,
    BlockPublicPolicy: on,
    RestrictPublicBuckets: on,
  };
}
