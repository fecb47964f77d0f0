/** A small estate to be changed, and the means to change it. All of it lies in one account and region. */

import {
  DeleteSecurityGroupCommand,
  DeleteTagsCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import {
  DeleteBucketCommand,
  DeleteBucketEncryptionCommand,
  DeleteBucketPolicyCommand,
  DeletePublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { allOn, type BucketSpec, buildBucket, logTargetPolicy } from './bucket.ts';
import { type AccountClients, type Clients, signIn } from './clients.ts';
import { buildGroup, type GroupSpec, permissionOf, type RuleSpec, tcp } from './group.ts';
import { canonicalIds, groups } from './known.ts';

const bucket = { region: 'us-east-1', logsTo: 'b-logs' } as const;
const publicBucket = {
  ...bucket,
  ownership: 'ObjectWriter',
  block: { ...allOn, IgnorePublicAcls: false },
} as const;
const group = { region: 'us-east-1', attached: true } as const;

export const shuffledGrants = [
  [canonicalIds.partner, 'READ'],
  [canonicalIds.vendor, 'READ'],
  [canonicalIds.vendor, 'WRITE'],
] as const;

export const shuffledRules: readonly RuleSpec[] = [
  tcp(443, '10.0.0.0/8', '203.0.113.0/24', 'fd00::/8'),
  tcp(80, '10.1.0.0/16', '10.2.0.0/16'),
  tcp(22, '203.0.113.7/32'),
];

export const changingBuckets: readonly BucketSpec[] = [
  { ...bucket, name: 'b-logs', logsTo: null, policy: logTargetPolicy('b-logs') },
  { ...bucket, name: 'b-doomed', encryption: null },
  { ...bucket, name: 'b-reborn', encryption: null },
  { ...bucket, name: 'b-decrypted' },
  { ...bucket, name: 'b-unblocked', block: null },
  { ...bucket, name: 'b-policy-cut' },
  { ...bucket, name: 'b-policy-gone' },
  { ...bucket, name: 'b-tagged', encryption: null, tags: { team: 'payments' } },
  { ...publicBucket, name: 'b-wider', grants: [[groups.everyone, 'READ']] },
  {
    ...publicBucket,
    name: 'b-narrower',
    grants: [
      [groups.everyone, 'READ'],
      [groups.everyone, 'WRITE'],
    ],
  },
  { ...bucket, name: 'b-same-policy' },
  { ...bucket, name: 'b-same-tags', tags: { b: '2', a: '1', c: '3' } },
  { ...bucket, name: 'b-same-grants', ownership: 'ObjectWriter', grants: shuffledGrants },
  { ...bucket, name: 'b-same-settings' },
  { ...bucket, name: 'b-untouched' },
];

/** Created by the first changes. */
export const newBucket = {
  name: 'b-new',
  ownership: 'ObjectWriter',
  block: null,
  grants: [[groups.everyone, 'READ']],
} as const satisfies Omit<BucketSpec, 'region'>;

export const changingGroups: readonly GroupSpec[] = [
  { ...group, name: 'g-doomed', ingress: [tcp(5432, '192.0.2.0/24')] },
  { ...group, name: 'g-reborn', ingress: [tcp(5432, '192.0.2.0/24')] },
  { ...group, name: 'g-opened' },
  { ...group, name: 'g-closed', ingress: [tcp(22, '0.0.0.0/0'), tcp(443, '10.0.0.0/8')] },
  { ...group, name: 'g-wider', ingress: [tcp(22, '192.0.2.0/24')] },
  { ...group, name: 'g-attached', attached: false, ingress: [tcp(443, '0.0.0.0/0')] },
  { ...group, name: 'g-tagged', ingress: [tcp(443, '0.0.0.0/0')] },
  { ...group, name: 'g-same-rules', ingress: shuffledRules },
  { ...group, name: 'g-same-tags', tags: { b: '2', a: '1' } },
  { ...group, name: 'g-untouched' },
];

export type ChangingEstate = Clients & {
  readonly idOf: (group: string) => string;
  readonly addBucket: (spec: Omit<BucketSpec, 'region'>) => Promise<void>;
  readonly addGroup: (spec: Omit<GroupSpec, 'region'>) => Promise<void>;
  readonly removeBucket: (name: string) => Promise<void>;
  readonly removeGroup: (name: string) => Promise<void>;
  readonly revoke: (name: string, rules: readonly RuleSpec[]) => Promise<void>;
  readonly untag: (name: string) => Promise<void>;
  readonly setBlock: (name: string, isOn: boolean) => Promise<void>;
  readonly dropEncryption: (name: string) => Promise<void>;
  readonly dropPolicy: (name: string) => Promise<void>;
  readonly close: () => void;
};

/** Builds it in an emulator that is empty. */
export async function buildChangingEstate(endpoint: string): Promise<ChangingEstate> {
  const account = await signIn(endpoint, 'prod');
  const ids = new Map<string, string>();
  const estate = createEstate(account, ids);
  for (const spec of changingBuckets) await estate.addBucket(spec);
  for (const spec of changingGroups) await estate.addGroup(spec);
  return estate;
}

function createEstate(account: AccountClients, ids: Map<string, string>): ChangingEstate {
  const clients = account.in('us-east-1');
  const { s3, ec2 } = clients;
  const idOf = (name: string): string => ids.get(name) ?? '';
  return {
    ...clients,
    idOf,
    addBucket: (spec) => buildBucket(s3, { ...bucket, ...spec }),
    addGroup: async (spec) => {
      ids.set(spec.name, await buildGroup(ec2, { ...group, ...spec }));
    },
    removeBucket: async (Bucket) => void (await s3.send(new DeleteBucketCommand({ Bucket }))),
    removeGroup: async (name) =>
      void (await ec2.send(new DeleteSecurityGroupCommand({ GroupId: idOf(name) }))),
    revoke: async (name, rules) => {
      const GroupId = idOf(name);
      const IpPermissions = rules.map((rule) => permissionOf(rule, GroupId));
      await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    },
    untag: async (name) => void (await ec2.send(new DeleteTagsCommand({ Resources: [idOf(name)] }))),
    setBlock: async (Bucket, isOn) => {
      const PublicAccessBlockConfiguration = allOn;
      if (isOn) await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
      else await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
    },
    dropEncryption: async (Bucket) => void (await s3.send(new DeleteBucketEncryptionCommand({ Bucket }))),
    dropPolicy: async (Bucket) => void (await s3.send(new DeleteBucketPolicyCommand({ Bucket }))),
    close: account.close,
  };
}
