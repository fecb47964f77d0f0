/** Builds the whole estate in the emulator: both accounts, both regions. */
import { inTurn } from '../fault-proxy.ts';
import { configureAccount } from './account.ts';
import { correctAccounts } from './account-corrections.ts';
import { buildBucket } from './bucket.ts';
import { type AccountClients, signIn } from './clients.ts';
import { correctionsFor } from './corrections.ts';
import { buildFunction } from './function.ts';
import { correctFunctions } from './function-corrections.ts';
import { buildGroup, groupIdOf } from './group.ts';
import { buildIamGroup } from './iam-group.ts';
import { buildInstance } from './instance.ts';
import { buildKey } from './key.ts';
import { correctKeys } from './key-corrections.ts';
import type { AccountName } from './known.ts';
import { buildNetworkInterface } from './network-interface.ts';
import { estateParts } from './parts.ts';
import { buildPolicy } from './policy.ts';
import { correctPolicies } from './policy-corrections.ts';
import { buildQueue } from './queue.ts';
import { buildRole } from './role.ts';
import { buildTopic } from './topic.ts';
import { correctSubscriptions } from './topic-corrections.ts';
import { buildUser } from './user.ts';
import { correctUsers } from './user-corrections.ts';

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
  correctUsers({ prod: own.users, partner: theirs.users }),
  correctPolicies({ prod: own.policies, partner: theirs.policies }),
  correctAccounts,
);

/** Builds it at the emulator's own address: nothing of the building goes through the proxy. */
export async function buildEstate(endpoint: string): Promise<Estate> {
  const clients = { prod: await signIn(endpoint, 'prod'), partner: await signIn(endpoint, 'partner') };
  const names = new Map<string, string>([
    ...(await buildAccount('prod', clients.prod)),
    ...(await buildAccount('partner', clients.partner)),
  ]);
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
  const { buckets, functions, keys, queues, topics } = estateParts[account];
  await configureAccount(account, clients);
  const names = new Map(await buildIam(account, clients));
  for (const spec of buckets) await buildBucket(clients.in(spec.region).s3, spec);
  for (const [id, name] of await buildMachines(account, clients)) names.set(id, name);
  for (const spec of queues) await buildQueue(clients.in(spec.region).sqs, spec);
  for (const spec of topics) await buildTopic(clients.in(spec.region).sns, spec);
  for (const spec of keys) names.set(await buildKey(clients.in(spec.region).kms, account, spec), spec.name);
  for (const spec of functions) await buildFunction(clients.in(spec.region).lambda, account, spec);
  return names;
}

/** Policies come first, then those who have them; gives the ids of access keys with their names. */
async function buildIam(account: AccountName, clients: AccountClients): Promise<ReadonlyMap<string, string>> {
  const { policies, iamGroups, roles, users } = estateParts[account];
  const { iam } = clients.in('us-east-1');
  for (const spec of policies) await buildPolicy(iam, spec);
  for (const spec of iamGroups) await buildIamGroup(iam, account, spec);
  for (const spec of roles) await buildRole(iam, account, spec);
  const names = new Map<string, string>();
  for (const spec of users) for (const [id, name] of await buildUser(iam, account, spec)) names.set(id, name);
  return names;
}

/** Groups come first, then who uses them; gives the ids of instances and of their interfaces with their names. */
async function buildMachines(
  account: AccountName,
  clients: AccountClients,
): Promise<ReadonlyMap<string, string>> {
  const { groups, instances, networkInterfaces } = estateParts[account];
  const names = new Map<string, string>();
  for (const spec of groups) await buildGroup(clients.in(spec.region).ec2, spec);
  for (const spec of instances)
    for (const [id, name] of await buildInstance(clients.in(spec.region).ec2, spec)) names.set(id, name);
  for (const spec of networkInterfaces) {
    const { ec2 } = clients.in(spec.region);
    await buildNetworkInterface(ec2, { ...spec, groupId: await groupIdOf(ec2, spec.group) });
  }
  return names;
}
