/** An IAM user of the estate as it is written down, and how it is built. What is not written she does not have. */
import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  type IAMClient,
  PutUserPolicyCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import type { AccountName } from './known.ts';
import { policyArn } from './role.ts';
import { policyText } from './statements.ts';

/** Ages are days before now; the emulator makes everything this moment, and corrections on the wire make it older. */
export type UserSpec = {
  /** Unlike that of any user of the other account. */
  readonly name: string;
  readonly groups?: readonly string[];
  /** Statements of inline policies by the policy's name. */
  readonly inline?: Readonly<Record<string, readonly object[]>>;
  /** Names of managed policies of the account. */
  readonly attached?: readonly string[];
  /** The name of a managed policy of the account. The emulator knows no boundaries of users: a correction on the wire adds it. */
  readonly boundary?: string;
  readonly keys?: readonly KeySpec[];
  /** When her keys were last used; absent: never. */
  readonly keysUsed?: number;
  readonly password?: { readonly age: number; readonly used?: number };
  readonly hasMfa?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
};

type KeySpec = {
  /** What the tables call it: the emulator gives the id. */
  readonly name: string;
  readonly age: number;
  readonly isInactive?: boolean;
};

/** Builds a user whose groups and policies are there; gives the ids of her keys with their names. */
export async function buildUser(
  iam: IAMClient,
  account: AccountName,
  spec: UserSpec,
): Promise<ReadonlyMap<string, string>> {
  const { name: UserName, groups = [], inline = {}, attached = [], password, hasMfa, tags = {} } = spec;
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  await iam.send(new CreateUserCommand({ UserName, Tags }));
  for (const GroupName of groups) await iam.send(new AddUserToGroupCommand({ UserName, GroupName }));
  for (const [PolicyName, statements] of Object.entries(inline)) {
    const PolicyDocument = policyText(...statements);
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName, PolicyDocument }));
  }
  for (const policy of attached) {
    const PolicyArn = policyArn(account, policy);
    await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
  }
  if (password !== undefined)
    await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'correct-horse-battery' }));
  if (hasMfa) await enableMfa(iam, UserName);
  return await makeKeys(iam, spec);
}

async function enableMfa(iam: IAMClient, UserName: string): Promise<void> {
  const made = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: UserName }));
  await iam.send(
    new EnableMFADeviceCommand({
      UserName,
      SerialNumber: made.VirtualMFADevice?.SerialNumber,
      AuthenticationCode1: '123456',
      AuthenticationCode2: '234567',
    }),
  );
}

async function makeKeys(
  iam: IAMClient,
  { name: UserName, keys = [] }: UserSpec,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { name, isInactive } of keys) {
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
    const AccessKeyId = AccessKey?.AccessKeyId ?? '';
    names.set(AccessKeyId, name);
    if (isInactive) await iam.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId, Status: 'Inactive' }));
  }
  return names;
}
