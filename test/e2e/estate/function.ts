/** A Lambda function of the estate as it is written down, and how it is built. What is not written has neither policy nor URL. */
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  CreateFunctionUrlConfigCommand,
  type LambdaClient,
  PublishVersionCommand,
} from '@aws-sdk/client-lambda';
import { type AccountName, accountIds, type RegionName } from './known.ts';

type Opening = {
  /** The statements as Lambda writes them, which the emulator does not: a correction on the wire shows these. */
  readonly policy?: readonly object[];
  readonly url?: 'NONE' | 'AWS_IAM';
};

export type FunctionSpec = Opening & {
  readonly name: string;
  readonly region: RegionName;
  /** Published as version 1, which may have a policy of its own. */
  readonly version?: Pick<Opening, 'policy'>;
  /** An alias of version 1, which may have a policy and a URL of its own. */
  readonly alias?: Opening & { readonly name: string };
  readonly tags?: Readonly<Record<string, string>>;
};

/** The role in which all functions run; it has to be there before. */
export const runnerName = 'function-runner';

export async function buildFunction(
  lambda: LambdaClient,
  account: AccountName,
  spec: FunctionSpec,
): Promise<void> {
  const { name: FunctionName, version, alias, url, tags } = spec;
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: `arn:aws:iam::${accountIds[account]}:role/${runnerName}`,
      Code: { ZipFile: emptyZip() },
      ...(tags !== undefined && { Tags: { ...tags } }),
    }),
  );
  if ([spec, version, alias].some((one) => one?.policy !== undefined))
    await addSomePolicy(lambda, FunctionName);
  const anyUrl = url ?? alias?.url;
  if (anyUrl !== undefined)
    await lambda.send(new CreateFunctionUrlConfigCommand({ FunctionName, AuthType: anyUrl }));
  if (version === undefined && alias === undefined) return;
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  if (alias !== undefined)
    await lambda.send(new CreateAliasCommand({ FunctionName, Name: alias.name, FunctionVersion: '1' }));
}

/** Without any statement the emulator says that there is no policy, and then there is nothing to correct. */
async function addSomePolicy(lambda: LambdaClient, FunctionName: string): Promise<void> {
  const permission = {
    StatementId: 'any',
    Action: 'lambda:InvokeFunction',
    Principal: 'events.amazonaws.com',
  };
  await lambda.send(new AddPermissionCommand({ FunctionName, ...permission }));
}

/** The record with which an archive that holds nothing begins and ends: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function emptyZip(): Uint8Array {
  return Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);
}
