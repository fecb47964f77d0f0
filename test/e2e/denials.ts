/** What must become of a scan of the small estate when one operation is denied: by hand, from what each is needed for. */
import { type FaultyTechnology, faultyTechnologies } from './estate/faulty.ts';
import { prod } from './estate/known.ts';

/**
 * What cannot be looked at any more: the whole account, a listing, the names without which nobody can tell which item a listing
 * shows, every item of a technology, a part of every item, or only a fact about the account that nothing of the estate depends on.
 */
export type Loss = 'account' | 'listing' | 'names' | 'items' | 'part' | 'fact';

export type Hit = {
  readonly loss: Loss;
  /** The technology that suffers; for an account all do. */
  readonly technology?: FaultyTechnology;
  /** How many answers are unknown then, by the item's name. */
  readonly unknowns?: Readonly<Record<string, number>>;
};

export type Denial = Hit & {
  /** Other technologies that ask the same. */
  readonly also?: readonly Hit[];
  readonly why: string;
};

const bucket = { technology: 'aws.s3-bucket' } as const;
const part = { ...bucket, loss: 'part' } as const;
const both = (count: number) => ({ 'f-safe': count, 'f-open': count });

const listing = (technology: FaultyTechnology) => ({ technology, loss: 'listing' }) as const;
const partOf = (technology: FaultyTechnology) => ({ technology, loss: 'part' }) as const;
const account = (count: number) => ({ ...partOf('aws.account'), unknowns: { [prod]: count } }) satisfies Hit;
const user = (count: number) => ({ ...partOf('aws.iam-user'), unknowns: { 'f-user': count } }) satisfies Hit;
const key = (count: number) => ({ ...partOf('aws.kms-key'), unknowns: { 'f-key': count } }) satisfies Hit;
const topic = (count: number) =>
  ({ ...partOf('aws.sns-topic'), unknowns: { 'f-topic': count } }) satisfies Hit;
const lambda = (count: number) =>
  ({ ...partOf('aws.lambda-function'), unknowns: { 'f-function': count } }) satisfies Hit;

export const denials: Readonly<Record<string, Denial>> = {
  'sts:GetCallerIdentity': { loss: 'account', why: 'nobody can tell whose credentials these are' },
  'ec2:DescribeRegions': { loss: 'account', why: 'nobody can tell which regions there are to look at' },
  'organizations:DescribeOrganization': { loss: 'fact', why: 'no policy here names an organisation' },

  's3:ListBuckets': {
    ...bucket,
    loss: 'listing',
    also: [{ loss: 'fact' }],
    why: 'the listing itself; and it tells the canonical id of the account',
  },
  's3:GetBucketLocation': {
    ...bucket,
    loss: 'items',
    unknowns: both(18),
    why: 'without the region a bucket cannot be asked anything: all checks of buckets',
  },
  's3:GetBucketAcl': { ...part, unknowns: both(5), why: 'the five checks of the ACL' },
  's3:GetBucketPolicy': {
    ...part,
    unknowns: { 'f-safe': 8, 'f-open': 9 },
    why: 'whether there is a policy, whether it can be read, whether it denies HTTP, and the five checks of whom it lets in; and whether it denies what the ACL grants to everyone',
  },
  's3:GetBucketPolicyStatus': { ...part, why: 'no check reads it' },
  's3:GetPublicAccessBlock': {
    ...part,
    unknowns: { 'f-safe': 1, 'f-open': 2 },
    why: 'the check of the block; and whether the grant to everyone counts',
  },
  's3:GetBucketOwnershipControls': {
    ...part,
    unknowns: { 'f-open': 1 },
    why: 'whether the grant to everyone counts; without grants nobody asks',
  },
  's3:GetBucketVersioning': { ...part, unknowns: both(2), why: 'versioning and MFA delete' },
  's3:GetBucketEncryption': { ...part, unknowns: both(1), why: 'default encryption' },
  's3:GetBucketLogging': { ...part, unknowns: both(1), why: 'access logging' },
  's3:GetBucketLifecycleConfiguration': { ...part, why: 'no check reads it' },
  's3:GetBucketWebsite': { ...part, why: 'no check reads it' },
  's3:GetBucketCors': { ...part, why: 'no check reads it' },
  's3:GetBucketReplication': { ...part, why: 'no check reads it' },
  's3:GetBucketNotificationConfiguration': { ...part, why: 'no check reads it' },
  's3:GetObjectLockConfiguration': { ...part, why: 'no check reads it' },
  's3:GetBucketAccelerateConfiguration': { ...part, why: 'no check reads it' },
  's3:GetBucketRequestPayment': { ...part, why: 'no check reads it' },
  's3:GetBucketTagging': { ...part, why: 'no check reads it' },
  's3control:GetPublicAccessBlock': {
    ...part,
    unknowns: { 'f-open': 2 },
    also: [account(1)],
    why: 'where the bucket has a setting on, the account need not be asked; the account’s own check of it',
  },

  'ec2:DescribeSecurityGroups': {
    technology: 'aws.ec2-security-group',
    loss: 'listing',
    why: 'the listing itself',
  },
  'ec2:DescribeNetworkInterfaces': {
    technology: 'aws.ec2-security-group',
    loss: 'part',
    unknowns: { 'f-open': 1, default: 1 },
    also: [listing('aws.ec2-network-interface')],
    why: 'the listing itself; and the score of an open door depends on who uses it: SSH inwards, and everything outwards of the default group',
  },
  'ec2:DescribeInstances': { ...listing('aws.ec2-instance'), why: 'the listing itself' },
  'ec2:DescribeInstanceAttribute': {
    ...partOf('aws.ec2-instance'),
    unknowns: { 'f-instance': 1 },
    why: 'whether the user data holds a secret',
  },

  'iam:GetAccountSummary': { ...listing('aws.account'), why: 'the account’s only listing' },
  'iam:GetAccountAuthorizationDetails': {
    ...listing('aws.iam-user'),
    also: [listing('aws.iam-role'), listing('aws.iam-group'), listing('aws.iam-policy'), account(1)],
    why: 'it lists all four; and the account does not know whether a role has the support policy',
  },
  'iam:ListUsers': { ...user(1), why: 'when the password was last used: unused credentials' },
  'iam:ListAccessKeys': {
    ...user(6),
    why: 'keys that are active, inactive, old, unused, beside a password, and unused credentials',
  },
  'iam:GetAccessKeyLastUsed': { ...user(2), why: 'unused keys and unused credentials' },
  'iam:GetLoginProfile': {
    ...user(3),
    why: 'a console without MFA, unused credentials, a password beside keys',
  },
  'iam:ListMFADevices': { ...user(1), why: 'a console without MFA' },
  'iam:ListSigningCertificates': { ...user(0), why: 'no check reads it' },
  'iam:ListSSHPublicKeys': { ...user(0), why: 'no check reads it' },
  'iam:ListServiceSpecificCredentials': { ...user(0), why: 'no check reads it' },
  'iam:ListRoles': {
    ...partOf('aws.iam-role'),
    why: 'the length of sessions and the description: no check reads them',
  },

  'iam:GetAccountPasswordPolicy': { ...account(3), why: 'whether there is one, its length, its memory' },
  'iam:ListAccountAliases': { ...account(0), why: 'no check reads it' },
  'iam:ListVirtualMFADevices': {
    ...account(0),
    why: 'whether the root user’s MFA is by hardware: she has none at all, so nobody asks',
  },
  'iam:GenerateCredentialReport': {
    ...account(1),
    why: 'without a report nobody knows whether root was used',
  },
  'iam:GetCredentialReport': { ...account(1), why: 'whether root was used' },
  'account:GetContactInformation': { ...account(1), why: 'whether the contact is filled in' },
  'account:GetAlternateContact': { ...account(1), why: 'whether there is a security contact' },

  'kms:ListKeys': { ...listing('aws.kms-key'), why: 'the listing itself' },
  'kms:DescribeKey': {
    ...key(10),
    why: 'every check asks first whether the key is one of AWS: six of the policy, three of grants, rotation',
  },
  'kms:GetKeyPolicy': {
    ...key(6),
    why: 'the five checks of whom the policy lets in, and whether it can be read',
  },
  'kms:GetKeyRotationStatus': { ...key(1), why: 'rotation' },
  'kms:ListGrants': { ...key(3), why: 'the three checks of grants' },
  'kms:ListAliases': { ...key(0), why: 'no check reads it' },
  'kms:ListResourceTags': { ...key(0), why: 'no check reads it' },

  'lambda:ListFunctions': { ...listing('aws.lambda-function'), why: 'the listing itself' },
  'lambda:GetPolicy': {
    ...lambda(7),
    why: 'the five checks of whom the policy lets in, whether it can be read, and whom the URL lets in',
  },
  'lambda:GetFunctionUrlConfig': { ...lambda(1), why: 'whom the URL lets in' },
  'lambda:ListAliases': {
    ...lambda(7),
    why: 'an alias may have a policy and a URL of its own: the checks of the policy and that of the URL',
  },
  'lambda:ListVersionsByFunction': {
    ...lambda(7),
    why: 'a version may have a policy of its own: the checks of the policy and that of the URL',
  },
  'lambda:ListEventSourceMappings': { ...lambda(0), why: 'no check reads it' },
  'lambda:ListTags': { ...lambda(0), why: 'no check reads it' },

  'sns:ListTopics': { ...listing('aws.sns-topic'), why: 'the listing itself' },
  'sns:GetTopicAttributes': {
    ...topic(7),
    why: 'whether there is a policy, whether it can be read, and the five checks of whom it lets in',
  },
  'sns:ListSubscriptionsByTopic': { ...topic(3), why: 'the three checks of subscriptions' },
  'sns:ListTagsForResource': { ...topic(0), why: 'no check reads it' },
  'sns:GetDataProtectionPolicy': { ...topic(0), why: 'no check reads it' },

  'sqs:ListQueues': { ...listing('aws.sqs-queue'), why: 'the listing itself' },
  'sqs:GetQueueAttributes': {
    technology: 'aws.sqs-queue',
    loss: 'names',
    why: 'a queue is known by the moment of its making, which stands there: without it, nobody knows which queue is listed',
  },
  'sqs:ListQueueTags': { ...partOf('aws.sqs-queue'), why: 'no check reads it' },
};

/** Operations that are asked only about an item that its listing lacks, and the item that then must stay. */
export const confirmations: Readonly<Record<string, string>> = {
  'iam:GetGroup': 'aws.iam-group f-group',
  'iam:GetPolicy': 'aws.iam-policy f-policy',
  'iam:GetRole': 'aws.iam-role f-role',
  'iam:GetUser': 'aws.iam-user f-user',
  'sqs:GetQueueUrl': 'aws.sqs-queue f-queue',
};

export function hitsOf({ also = [], ...first }: Denial): readonly Hit[] {
  return [first, ...also];
}

/**
 * The operations in rounds: those of one round are denied at the same time and hit different technologies, so that what each does
 * can be told; one at a time would take a quarter of an hour. Who cannot be listed keeps what was unknown before, so listings
 * come first, and no operation comes into a round before another that hits the same.
 */
export function roundsOf(all: Readonly<Record<string, Denial>>): readonly (readonly string[])[] {
  const rounds: string[][] = [];
  const lastHit = new Map<string, number>();
  const [listings, others] = [true, false].map((isListing) =>
    Object.entries(all).filter(([, { loss }]) => (loss === 'account' || loss === 'listing') === isListing),
  );
  for (const [operation, denial] of [...(listings ?? []), ...(others ?? [])]) {
    const names = hitsOf(denial).flatMap(hitNames);
    const at = Math.max(...names.map((name) => (lastHit.get(name) ?? -1) + 1));
    rounds[at] = [...(rounds[at] ?? []), operation];
    for (const name of names) lastHit.set(name, at);
  }
  return rounds;
}

const facts = 'facts';

function hitNames({ loss, technology }: Hit): readonly string[] {
  return loss === 'account' ? [...faultyTechnologies, facts] : [technology ?? facts];
}
