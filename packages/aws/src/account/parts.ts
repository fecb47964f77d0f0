/** The calls that describe an account: one part of the config each. */
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  OperationError,
  type Part,
} from '@security-monkey/sdk';
import { rootRow } from './root-row.ts';

/** All but the credential report, which takes its time. */
export function accountParts(account: string): Readonly<Record<string, Part>> {
  return {
    AccountAliases: { operation: 'iam:ListAccountAliases', input: {}, take: member('AccountAliases') },
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountPasswordPolicy.html
    PasswordPolicy: {
      operation: 'iam:GetAccountPasswordPolicy',
      input: {},
      absent: ['NoSuchEntity'],
      take: member('PasswordPolicy'),
    },
    PublicAccessBlock: {
      operation: 's3control:GetPublicAccessBlock',
      input: { AccountId: account },
      absent: ['NoSuchPublicAccessBlockConfiguration'],
      take: member('PublicAccessBlockConfiguration'),
    },
    // https://docs.aws.amazon.com/accounts/latest/reference/API_GetContactInformation.html
    ContactInformation: {
      operation: 'account:GetContactInformation',
      input: {},
      absent: ['ResourceNotFoundException'],
      take: ({ ContactInformation }) => filledFields(ContactInformation),
    },
    SecurityContact: {
      operation: 'account:GetAlternateContact',
      input: { AlternateContactType: 'SECURITY' },
      absent: ['ResourceNotFoundException'],
      take: ({ AlternateContact }) => filledFields(AlternateContact),
    },
  };
}

/** The report that is ready; IAM answers with a code of its own when none is, and the part is unreadable until the next run. */
export const reportPart: Readonly<Record<string, Part>> = {
  RootCredentials: { operation: 'iam:GetCredentialReport', input: {}, take: rootRow },
};

function member(name: string): (answer: JsonObject) => JsonValue {
  return (answer) => {
    const value = answer[name];
    if (value !== undefined) return value;
    throw new OperationError({ class: 'invalid_response', message: `The answer has no ${name}` });
  };
}

/**
 * Which fields are filled in. Names, addresses and telephone numbers are of people and the checks ask only whether they are
 * there: what is not stored cannot leak.
 */
function filledFields(contact: JsonValue | undefined): JsonValue {
  if (!isJsonObject(contact)) {
    throw new OperationError({ class: 'invalid_response', message: 'The answer holds no contact' });
  }
  return Object.keys(contact)
    .filter((name) => typeof contact[name] === 'string' && contact[name] !== '')
    .sort();
}
