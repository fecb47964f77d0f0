/** Builds the whole estate in the emulator: both accounts, both regions. */
import { PutPublicAccessBlockCommand } from '@aws-sdk/client-s3-control';
import { buildBucket } from './bucket.ts';
import { type AccountClients, signIn } from './clients.ts';
import { correctionsFor, inTurn } from './corrections.ts';
import { buildGroup, type GroupSpec } from './group.ts';
import { buildKey } from './key.ts';
import { correctKeys } from './key-corrections.ts';
import { partnerKeys, prodKeys } from './keys.ts';
import { type AccountName, partner, type RegionName } from './known.ts';
import { partnerAccountBlock, partnerBuckets } from './partner-buckets.ts';
import { partnerGroups } from './partner-groups.ts';
import { prodBuckets } from './prod-buckets.ts';
import { prodGroups } from './prod-groups.ts';
import { buildQueue } from './queue.ts';
import { partnerQueues, prodQueues } from './queues.ts';
import { buildTopic } from './topic.ts';
import { correctSubscriptions } from './topic-corrections.ts';
import { partnerTopics, prodTopics } from './topics.ts';

export type Estate = {
  readonly clients: Readonly<Record<AccountName, AccountClients>>;
  /** The id of a group of the estate. */
  readonly groupId: (account: AccountName, region: RegionName, name: string) => string;
  /** What the tables call a thing whose name the emulator has made up, such as an id. */
  readonly nameOf: (name: string) => string;
  readonly close: () => void;
};

/** What the emulator cannot hold of it. */
export const correctEstate = inTurn(
  correctionsFor([...prodBuckets, ...partnerBuckets], [...prodGroups, ...partnerGroups]),
  correctSubscriptions([...prodTopics, ...partnerTopics]),
  correctKeys([...prodKeys, ...partnerKeys]),
);

/** Builds it at the emulator's own address: nothing of the building goes through the proxy. */
export async function buildEstate(endpoint: string): Promise<Estate> {
  const clients = { prod: await signIn(endpoint, 'prod'), partner: await signIn(endpoint, 'partner') };
  for (const spec of prodBuckets) await buildBucket(clients.prod.in(spec.region).s3, spec);
  for (const spec of partnerBuckets) await buildBucket(clients.partner.in(spec.region).s3, spec);
  await clients.partner.in('us-east-1').control.send(
    new PutPublicAccessBlockCommand({
      AccountId: partner,
      PublicAccessBlockConfiguration: partnerAccountBlock,
    }),
  );
  const ids = new Map<string, string>([
    ...(await buildGroups('prod', clients.prod, prodGroups)),
    ...(await buildGroups('partner', clients.partner, partnerGroups)),
  ]);
  for (const spec of prodQueues) await buildQueue(clients.prod.in(spec.region).sqs, spec);
  for (const spec of partnerQueues) await buildQueue(clients.partner.in(spec.region).sqs, spec);
  for (const spec of prodTopics) await buildTopic(clients.prod.in(spec.region).sns, spec);
  for (const spec of partnerTopics) await buildTopic(clients.partner.in(spec.region).sns, spec);
  const names = new Map<string, string>();
  for (const spec of prodKeys)
    names.set(await buildKey(clients.prod.in(spec.region).kms, 'prod', spec), spec.name);
  for (const spec of partnerKeys)
    names.set(await buildKey(clients.partner.in(spec.region).kms, 'partner', spec), spec.name);
  return {
    clients,
    nameOf: (name) => names.get(name) ?? name,
    groupId: (account, region, name) => known(ids, `${account} ${region} ${name}`),
    close: () => {
      clients.prod.close();
      clients.partner.close();
    },
  };
}

async function buildGroups(
  account: AccountName,
  clients: AccountClients,
  specs: readonly GroupSpec[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const spec of specs)
    ids.set(`${account} ${spec.region} ${spec.name}`, await buildGroup(clients.in(spec.region).ec2, spec));
  return ids;
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The estate has no group ${key}.`);
  return id;
}
