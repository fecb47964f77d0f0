/** A very small estate, to be looked at again and again while the provider fails. */

import { type Answer, type Correct, inTurn } from '../fault-proxy.ts';
import { type BucketSpec, buildBucket, logTargetPolicy } from './bucket.ts';
import { signIn } from './clients.ts';
import { correctionsFor } from './corrections.ts';
import { buildGroup, type GroupSpec, tcp } from './group.ts';
import { canonicalIds, groups } from './known.ts';
import { buildInstance, buildOneOfEach } from './one-of-each.ts';

export const faultyBuckets: readonly BucketSpec[] = [
  {
    name: 'f-safe',
    region: 'us-east-1',
    policy: logTargetPolicy('f-safe'),
    logsTo: null,
    ownership: 'ObjectWriter',
    tags: { team: 'payments' },
    // The account's own id, as long as anybody knows that it is.
    grants: [[canonicalIds.prod, 'READ']],
  },
  {
    name: 'f-open',
    region: 'us-east-1',
    ownership: 'ObjectWriter',
    grants: [[groups.everyone, 'READ']],
    block: null,
    policy: null,
    versioning: null,
    encryption: null,
    logsTo: null,
  },
];

export const faultyGroups: readonly GroupSpec[] = [
  { name: 'f-open', region: 'us-east-1', attached: true, ingress: [tcp(22, '0.0.0.0/0')] },
  { name: 'f-closed', region: 'us-east-1', attached: true },
];

/** How many items each technology has there, in the order of the alphabet. Every network begins with a default group. */
const counts = {
  'aws.account': 1,
  'aws.ec2-instance': 1,
  'aws.ec2-network-interface': 3,
  'aws.ec2-security-group': 3,
  'aws.iam-group': 1,
  'aws.iam-policy': 1,
  'aws.iam-role': 1,
  'aws.iam-user': 1,
  'aws.kms-key': 1,
  'aws.lambda-function': 1,
  'aws.s3-bucket': 2,
  'aws.sns-topic': 1,
  'aws.sqs-queue': 1,
} as const;

export type FaultyTechnology = keyof typeof counts;
export const faultyCounts: Readonly<Record<FaultyTechnology, number>> = counts;
export const faultyTechnologies = Object.keys(counts);
export const faultyItemCount = Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What the emulator cannot hold of it, and the owner of all buckets: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
export const correctFaultyEstate: Correct = inTurn(correctionsFor(faultyBuckets, faultyGroups), ownedByProd);

function ownedByProd({ operation, body }: Answer): string {
  if (operation.name !== 's3:ListBuckets') return body;
  return body.replace(/(<Owner>.*?<ID>)[^<]*(<\/ID>)/s, `$1${canonicalIds.prod}$2`);
}

/** A listing that shows nothing, though nothing says that it failed. */
export const emptyListings: Correct = ({ operation, body }) => {
  if (operation.name === 's3:ListBuckets') return body.replace(/<Buckets>.*<\/Buckets>/s, '<Buckets/>');
  if (operation.name !== 'ec2:DescribeSecurityGroups') return body;
  return body.replace(/<securityGroupInfo>.*<\/securityGroupInfo>/s, '<securityGroupInfo/>');
};

/** Listings that lack what has to be asked for by a call of its own: users, roles, groups, policies and queues. */
export const lackingListings: Correct = ({ operation, body }) => {
  if (operation.name === 'sqs:ListQueues') return '{}';
  if (operation.name !== 'iam:GetAccountAuthorizationDetails') return body;
  return body.replaceAll(/<(\w+DetailList|Policies)>.*?<\/\1>/gs, '<$1/>');
};

/** Builds it in the first account of an emulator that is empty. */
export async function buildFaultyEstate(endpoint: string): Promise<void> {
  const account = await signIn(endpoint, 'prod');
  const { s3, ec2 } = account.in('us-east-1');
  for (const spec of faultyBuckets) await buildBucket(s3, spec);
  let groupId = '';
  for (const spec of faultyGroups) groupId = await buildGroup(ec2, spec);
  await buildInstance(ec2, groupId);
  account.close();
  await buildOneOfEach(endpoint);
}
