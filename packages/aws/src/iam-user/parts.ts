/** The calls that tell of a user what the account's authorization details lack. */
import { type JsonObject, type JsonValue, OperationError, type Part } from '@security-monkey/sdk';

/** The lists of a user's credentials: operation to the member of its answer. A user has a handful of each at most. */
const lists = {
  AccessKeys: ['iam:ListAccessKeys', 'AccessKeyMetadata'],
  MFADevices: ['iam:ListMFADevices', 'MFADevices'],
  SigningCertificates: ['iam:ListSigningCertificates', 'Certificates'],
  SSHPublicKeys: ['iam:ListSSHPublicKeys', 'SSHPublicKeys'],
  // Of the passwords and secrets themselves this call gives nothing:
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_ServiceSpecificCredentialMetadata.html
  ServiceSpecificCredentials: ['iam:ListServiceSpecificCredentials', 'ServiceSpecificCredentials'],
} as const;

/** The calls for one user. */
export function userParts(name: string): Readonly<Record<string, Part>> {
  const input = { UserName: name };
  const listed = Object.entries(lists).map(([key, [operation, member]]) => [
    key,
    { operation, input, take: (answer: JsonObject) => wholeList(operation, answer, member) },
  ]);
  return {
    ...Object.fromEntries(listed),
    // The same code says that the user has no password and that there is no user; the other calls tell which.
    LoginProfile: {
      operation: 'iam:GetLoginProfile',
      input,
      absent: ['NoSuchEntity'],
      take: ({ LoginProfile }) => LoginProfile,
    },
  };
}

/** The calls for the access keys of a user, each under its id. A key that is gone meanwhile is null. */
export function lastUseParts(ids: readonly string[]): Readonly<Record<string, Part>> {
  const parts = ids.map((id) => [
    id,
    {
      operation: 'iam:GetAccessKeyLastUsed',
      input: { AccessKeyId: id },
      absent: ['NoSuchEntity'],
      take: ({ AccessKeyLastUsed }: JsonObject) => AccessKeyLastUsed,
    },
  ]);
  return Object.fromEntries(parts);
}

/** A list that is cut off or not there would be read as absence. */
function wholeList(operation: string, answer: JsonObject, member: string): JsonValue {
  const list = answer[member];
  if (Array.isArray(list) && answer['IsTruncated'] !== true) return list;
  throw new OperationError({
    class: 'invalid_response',
    message: `The answer of ${operation} does not hold the whole list ${member}`,
    operation,
  });
}
