/** A managed policy of the estate as it is written down, and how it is built. */
import { CreatePolicyCommand, CreatePolicyVersionCommand, type IAMClient } from '@aws-sdk/client-iam';
import { policyText } from './statements.ts';

export type PolicySpec = {
  readonly name: string;
  readonly statements: readonly object[];
  /** Statements of an older version, which is in force no more. */
  readonly before?: readonly object[];
  /** One of AWS's own: the emulator has none of them, so a correction on the wire takes it out of the account. */
  readonly isOfAws?: boolean;
};

export async function buildPolicy(iam: IAMClient, { name, statements, before }: PolicySpec): Promise<void> {
  const PolicyDocument = policyText(...statements);
  if (before === undefined) {
    await iam.send(new CreatePolicyCommand({ PolicyName: name, PolicyDocument }));
    return;
  }
  const first = { PolicyName: name, PolicyDocument: policyText(...before) };
  const { Policy } = await iam.send(new CreatePolicyCommand(first));
  await iam.send(
    new CreatePolicyVersionCommand({ PolicyArn: Policy?.Arn, PolicyDocument, SetAsDefault: true }),
  );
}
