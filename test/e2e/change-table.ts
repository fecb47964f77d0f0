/** The changes that are made to the small estate, and by hand what each must and must not bring about. */
import { PutBucketEncryptionCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { denyHttp, policyOf, putGrants, putPolicy, putTags } from './estate/bucket.ts';
import { type ChangingEstate, newBucket, shuffledGrants, shuffledRules } from './estate/changing.ts';
import { attach, authorize, tagGroup, tcp } from './estate/group.ts';
import { groups } from './estate/known.ts';

export type Change = {
  /** The resource. */
  readonly name: string;
  readonly what: string;
  readonly make: (estate: ChangingEstate) => Promise<void>;
  /** The new revisions of the items of that name, in the order in which the items were first seen. */
  readonly revisions: readonly string[];
  /** Issues that change, as `check message key=value …: before → after`; scores are part of both. */
  readonly issues: readonly string[];
};

const none = { revisions: [], issues: [] } as const;
const unencrypted = 'no-default-encryption absent setting=default encryption';
const unblocked = 'public-access-not-blocked off setting=public access block';
const httpAllowed = 'plain-http-allowed allowed transport=http';
const public_ = 'acl-internet-accessible granted principal=AllUsers';
const ingress = (check: string, ports: number, principal: string) =>
  `${check} direction=ingress ports=${ports} principal=${principal} protocol=tcp`;
const unknownNetwork = (ports: number, principal = '192.0.2.0/24') =>
  ingress('unknown-access-ingress network', ports, principal);
const internet = (ports: number) => ingress('internet-accessible-ingress open', ports, '0.0.0.0/0');
const admin = (port: number) => `admin-port-open-to-ipv4 open port=${port} principal=0.0.0.0/0 protocol=tcp`;

/** Issues that are justified before anything changes: the name and the beginning of the issue. */
export const justified: readonly (readonly [name: string, issue: string])[] = [
  ['b-reborn', unencrypted],
  ['b-tagged', unencrypted],
  ['b-wider', public_],
  ['b-narrower', public_],
  ['g-tagged', internet(443)],
  ['g-reborn', unknownNetwork(5432)],
];

export const firstChanges: readonly Change[] = [
  {
    name: 'b-new',
    what: 'a bucket is created, open to everyone',
    make: (estate) => estate.addBucket(newBucket),
    revisions: ['created'],
    issues: [`${public_}: – → open 10`, `${unblocked}: – → open 5`],
  },
  {
    name: 'g-new',
    what: 'a group is created, open to everyone',
    make: (estate) => estate.addGroup({ name: 'g-new', ingress: [tcp(22, '0.0.0.0/0')] }),
    revisions: ['created'],
    issues: [`${admin(22)}: – → open 9`, `${internet(22)}: – → open 10`],
  },
  {
    name: 'b-doomed',
    what: 'a bucket is deleted',
    make: (estate) => estate.removeBucket('b-doomed'),
    revisions: ['deleted'],
    issues: [`${unencrypted}: open 3 → fixed 3`],
  },
  {
    name: 'g-doomed',
    what: 'a group is deleted',
    make: (estate) => estate.removeGroup('g-doomed'),
    revisions: ['deleted'],
    issues: [`${unknownNetwork(5432)}: open 10 → fixed 10`],
  },
  {
    name: 'b-reborn',
    what: 'a bucket is deleted and made again with the same flaw: another item, the same issue, still justified',
    make: async (estate) => {
      await estate.removeBucket('b-reborn');
      await estate.addBucket({ name: 'b-reborn', encryption: null });
    },
    revisions: ['deleted', 'created'],
    issues: [],
  },
  {
    name: 'g-reborn',
    what: 'a group is deleted and made again: EC2 gives it another id, so it is another thing with an issue of its own',
    make: async (estate) => {
      await estate.removeGroup('g-reborn');
      await estate.addGroup({ name: 'g-reborn', ingress: [tcp(5432, '192.0.2.0/24')] });
    },
    revisions: ['deleted', 'created'],
    issues: [`${unknownNetwork(5432)}: – → open 10`, `${unknownNetwork(5432)}: justified 10 → fixed 10`],
  },
  {
    name: 'b-decrypted',
    what: 'default encryption is removed',
    make: (estate) => estate.dropEncryption('b-decrypted'),
    revisions: ['changed'],
    issues: [`${unencrypted}: – → open 3`],
  },
  {
    name: 'b-unblocked',
    what: 'public access is blocked',
    make: (estate) => estate.setBlock('b-unblocked', true),
    revisions: ['changed'],
    issues: [`${unblocked}: open 5 → fixed 5`],
  },
  {
    name: 'b-policy-cut',
    what: 'the policy is cut down to the objects',
    make: (estate) =>
      putPolicy(
        estate.s3,
        'b-policy-cut',
        policyOf(denyHttp('b-policy-cut', { Resource: 'arn:aws:s3:::b-policy-cut/*' })),
      ),
    revisions: ['changed'],
    issues: [`${httpAllowed}: – → open 3`],
  },
  {
    name: 'b-policy-gone',
    what: 'the policy is deleted',
    make: (estate) => estate.dropPolicy('b-policy-gone'),
    revisions: ['changed'],
    issues: ['no-policy absent part=policy: – → open 0', `${httpAllowed}: – → open 3`],
  },
  {
    name: 'b-tagged',
    what: 'another tag, which has nothing to do with the justified issue',
    make: (estate) => putTags(estate.s3, 'b-tagged', { team: 'payments', stage: 'prod' }),
    revisions: ['changed'],
    issues: [],
  },
  {
    name: 'b-wider',
    what: 'everyone may now write as well: more than was accepted',
    make: (estate) =>
      putGrants(estate.s3, 'b-wider', [
        [groups.everyone, 'READ'],
        [groups.everyone, 'WRITE'],
      ]),
    revisions: ['changed'],
    issues: [`${public_}: justified 10 → open 10`],
  },
  {
    name: 'b-narrower',
    what: 'everyone may only read now: less than was accepted',
    make: (estate) => putGrants(estate.s3, 'b-narrower', [[groups.everyone, 'READ']]),
    revisions: ['changed'],
    issues: [],
  },
  {
    name: 'g-opened',
    what: 'a rule is added',
    make: ({ ec2, idOf }) =>
      authorize(ec2, { GroupId: idOf('g-opened'), direction: 'ingress', rules: [tcp(22, '0.0.0.0/0')] }),
    revisions: ['changed'],
    issues: [`${admin(22)}: – → open 9`, `${internet(22)}: – → open 10`],
  },
  {
    name: 'g-closed',
    what: 'the one wrong rule of two is removed',
    make: (estate) => estate.revoke('g-closed', [tcp(22, '0.0.0.0/0')]),
    revisions: ['changed'],
    issues: [`${admin(22)}: open 9 → fixed 9`, `${internet(22)}: open 10 → fixed 10`],
  },
  {
    name: 'g-wider',
    what: 'one unknown network more: an issue of its own, the other stays as it is',
    make: ({ ec2, idOf }) =>
      authorize(ec2, { GroupId: idOf('g-wider'), direction: 'ingress', rules: [tcp(22, '198.18.0.0/15')] }),
    revisions: ['changed'],
    issues: [`${unknownNetwork(22, '198.18.0.0/15')}: – → open 10`],
  },
  {
    name: 'g-attached',
    what: 'an interface begins to use the group: no change of the group itself, but now it counts',
    make: ({ ec2, idOf }) => attach(ec2, idOf('g-attached'), 'late'),
    revisions: [],
    issues: [`${internet(443)}: open 0 → open 10`],
  },
  {
    name: 'g-tagged',
    what: 'a tag, which has nothing to do with the justified issue',
    make: ({ ec2, idOf }) => tagGroup(ec2, idOf('g-tagged'), { stage: 'prod' }),
    revisions: ['changed'],
    issues: [],
  },
  {
    name: 'b-same-policy',
    what: 'the same policy: other order, whitespace, and lists for single values',
    make: ({ s3 }) => putPolicy(s3, 'b-same-policy', reworded('b-same-policy')),
    ...none,
  },
  {
    name: 'b-same-tags',
    what: 'the same tags in another order',
    make: ({ s3 }) => putTags(s3, 'b-same-tags', { c: '3', a: '1', b: '2' }),
    ...none,
  },
  {
    name: 'b-same-grants',
    what: 'the same grants in another order',
    make: ({ s3 }) => putGrants(s3, 'b-same-grants', shuffledGrants.toReversed()),
    ...none,
  },
  {
    name: 'b-same-settings',
    what: 'versioning, encryption and block as they were, all set again',
    make: async ({ s3, setBlock }) => {
      const Bucket = 'b-same-settings';
      await s3.send(
        new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
      );
      const byDefault = { SSEAlgorithm: 'AES256' } as const;
      await s3.send(
        new PutBucketEncryptionCommand({
          Bucket,
          ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: byDefault }] },
        }),
      );
      await setBlock(Bucket, true);
    },
    ...none,
  },
  {
    name: 'g-same-rules',
    what: 'all rules revoked and authorised again in another order',
    make: async ({ ec2, idOf, revoke }) => {
      await revoke('g-same-rules', shuffledRules);
      const rules = shuffledRules.toReversed().map(({ cidrs = [], ...rule }) => ({
        ...rule,
        cidrs: cidrs.toReversed(),
      }));
      for (const rule of rules)
        await authorize(ec2, { GroupId: idOf('g-same-rules'), direction: 'ingress', rules: [rule] });
    },
    ...none,
  },
  {
    name: 'g-same-tags',
    what: 'all tags removed and set again in another order',
    make: async ({ ec2, idOf, untag }) => {
      await untag('g-same-tags');
      await tagGroup(ec2, idOf('g-same-tags'), { a: '1', b: '2' });
    },
    ...none,
  },
];

/** Made after the first ones have been seen. */
export const secondChanges: readonly Change[] = [
  {
    name: 'b-unblocked',
    what: 'the block is gone again: the same issue opens again',
    make: (estate) => estate.setBlock('b-unblocked', false),
    revisions: ['changed'],
    issues: [`${unblocked}: fixed 5 → open 5`],
  },
  {
    name: 'b-doomed',
    what: 'the deleted bucket is made again with its flaw: another item, the same issue opens again',
    make: (estate) => estate.addBucket({ name: 'b-doomed', encryption: null }),
    revisions: ['created'],
    issues: [`${unencrypted}: fixed 3 → open 3`],
  },
  {
    name: 'g-closed',
    what: 'the wrong rule is back',
    make: ({ ec2, idOf }) =>
      authorize(ec2, { GroupId: idOf('g-closed'), direction: 'ingress', rules: [tcp(22, '0.0.0.0/0')] }),
    revisions: ['changed'],
    issues: [`${admin(22)}: fixed 9 → open 9`, `${internet(22)}: fixed 10 → open 10`],
  },
];

/** The policy of every safe bucket, written by somebody else. */
function reworded(bucket: string): object {
  return {
    Statement: {
      Condition: { Bool: { 'aws:securetransport': [false] } },
      Resource: [`arn:aws:s3:::${bucket}/*`, `arn:aws:s3:::${bucket}`],
      Action: ['s3:*'],
      Principal: '*',
      Effect: 'Deny',
    },
    Version: '2012-10-17',
  };
}
