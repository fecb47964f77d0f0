/** An IAM group of the estate as it is written down, and how it is built. */
import {
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  type IAMClient,
  PutGroupPolicyCommand,
} from '@aws-sdk/client-iam';
import type { AccountName } from './known.ts';
import { policyArn } from './role.ts';
import { policyText } from './statements.ts';

export type IamGroupSpec = {
  readonly name: string;
  /** Statements of inline policies by the policy's name. */
  readonly inline?: Readonly<Record<string, readonly object[]>>;
  /** Names of managed policies, of the account or of AWS. */
  readonly attached?: readonly string[];
};

/** Builds a group whose policies are there. */
export async function buildIamGroup(
  iam: IAMClient,
  account: AccountName,
  { name: GroupName, inline = {}, attached = [] }: IamGroupSpec,
): Promise<void> {
  await iam.send(new CreateGroupCommand({ GroupName }));
  for (const [PolicyName, statements] of Object.entries(inline)) {
    const PolicyDocument = policyText(...statements);
    await iam.send(new PutGroupPolicyCommand({ GroupName, PolicyName, PolicyDocument }));
  }
  for (const policy of attached)
    await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: policyArn(account, policy) }));
}
