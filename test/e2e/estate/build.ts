/** Builds the whole estate in the emulator: both accounts, both regions. */
import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { PutPublicAccessBlockCommand } from '@aws-sdk/client-s3-control';
import { inTurn } from '../fault-proxy.ts';
import { buildBucket } from './bucket.ts';
import { type AccountClients, signIn } from './clients.ts';
import { correctionsFor } from './corrections.ts';
import { buildFunction, runnerName } from './function.ts';
import { correctFunctions } from './function-corrections.ts';
import { buildGroup } from './group.ts';
import { buildKey } from './key.ts';
import { correctKeys } from './key-corrections.ts';
import { type AccountName, partner } from './known.ts';
import { partnerAccountBlock } from './partner-buckets.ts';
import { estateParts } from './parts.ts';
import { buildQueue } from './queue.ts';
import { allow, policyText } from './statements.ts';
import { buildTopic } from './topic.ts';
import { correctSubscriptions } from './topic-corrections.ts';

export type Estate = {
  readonly clients: Readonly<Record<AccountName, AccountClients>>;
  /** What the tables call a thing whose name the emulator has made up, such as an id. */
  readonly nameOf: (name: string) => string;
  readonly close: () => void;
};

const { prod: own, partner: theirs } = estateParts;

/** What the emulator cannot hold of it. */
export const correctEstate = inTurn(
  correctionsFor([...own.buckets, ...theirs.buckets], [...own.groups, ...theirs.groups]),
  correctSubscriptions([...own.topics, ...theirs.topics]),
  correctKeys([...own.keys, ...theirs.keys]),
  correctFunctions([...own.functions, ...theirs.functions]),
);

/** Builds it at the emulator's own address: nothing of the building goes through the proxy. */
export async function buildEstate(endpoint: string): Promise<Estate> {
  const clients = { prod: await signIn(endpoint, 'prod'), partner: await signIn(endpoint, 'partner') };
  const names = new Map<string, string>([
    ...(await buildAccount('prod', clients.prod)),
    ...(await buildAccount('partner', clients.partner)),
  ]);
  await clients.partner.in('us-east-1').control.send(
    new PutPublicAccessBlockCommand({
      AccountId: partner,
      PublicAccessBlockConfiguration: partnerAccountBlock,
    }),
  );
  return {
    clients,
    nameOf: (name) => names.get(name) ?? name,
    close: () => {
      clients.prod.close();
      clients.partner.close();
    },
  };
}

/** Gives the names that the emulator makes up, and those of the tables. */
async function buildAccount(
  account: AccountName,
  clients: AccountClients,
): Promise<ReadonlyMap<string, string>> {
  const { buckets, functions, groups, keys, queues, topics } = estateParts[account];
  const names = new Map<string, string>();
  for (const spec of buckets) await buildBucket(clients.in(spec.region).s3, spec);
  for (const spec of groups) await buildGroup(clients.in(spec.region).ec2, spec);
  for (const spec of queues) await buildQueue(clients.in(spec.region).sqs, spec);
  for (const spec of topics) await buildTopic(clients.in(spec.region).sns, spec);
  for (const spec of keys) names.set(await buildKey(clients.in(spec.region).kms, account, spec), spec.name);
  await buildRunner(clients);
  for (const spec of functions) await buildFunction(clients.in(spec.region).lambda, account, spec);
  return names;
}

/** The role in which the functions run. */
async function buildRunner(clients: AccountClients): Promise<void> {
  const Principal = { Service: 'lambda.amazonaws.com' };
  const trust = policyText(allow({ Action: 'sts:AssumeRole', Principal }));
  await clients
    .in('us-east-1')
    .iam.send(new CreateRoleCommand({ RoleName: runnerName, AssumeRolePolicyDocument: trust }));
}
