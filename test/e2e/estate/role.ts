/** An IAM role of the estate as it is written down, and how it is built. What is not written it does not have. */
import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  type IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { type AccountName, accountIds } from './known.ts';
import { policyText } from './statements.ts';

export type RoleSpec = {
  readonly name: string;
  /** Statements of its trust policy. */
  readonly trust: readonly object[];
  /** Statements of inline policies by the policy's name. */
  readonly inline?: Readonly<Record<string, readonly object[]>>;
  /** Names of managed policies, of the account or of AWS. */
  readonly attached?: readonly string[];
  readonly boundary?: string;
  /** Whether machines can have it, by an instance profile of the same name. */
  readonly isForMachines?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
};

/** The ARN under which the emulator has a managed policy: a correction on the wire makes some policies AWS's own. */
export function policyArn(account: AccountName, name: string): string {
  return `arn:aws:iam::${accountIds[account]}:policy/${name}`;
}

/** Builds a role whose policies are there. */
export async function buildRole(iam: IAMClient, account: AccountName, spec: RoleSpec): Promise<void> {
  const { name: RoleName, trust, inline = {}, attached = [], boundary, isForMachines, tags = {} } = spec;
  await iam.send(
    new CreateRoleCommand({
      RoleName,
      AssumeRolePolicyDocument: policyText(...trust),
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      ...(boundary !== undefined && { PermissionsBoundary: policyArn(account, boundary) }),
    }),
  );
  for (const [PolicyName, statements] of Object.entries(inline)) {
    const PolicyDocument = policyText(...statements);
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
  }
  for (const policy of attached)
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: policyArn(account, policy) }));
  if (!isForMachines) return;
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: RoleName }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: RoleName, RoleName }));
}
