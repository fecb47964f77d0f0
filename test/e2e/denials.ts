/** What must become of a scan of the small estate when one operation is denied: by hand, from what each is needed for. */

/**
 * What cannot be looked at any more: the whole account, a listing, every item of a technology, a part of every item,
 * or only a fact about the account that nothing of the estate depends on.
 */
export type Loss = 'account' | 'listing' | 'items' | 'part' | 'fact';

export type Denial = {
  readonly loss: Loss;
  /** The technology that suffers; for an account both do. */
  readonly technology?: 'aws.s3-bucket' | 'aws.ec2-security-group';
  /** How many answers are unknown then, by the item's name. */
  readonly unknowns?: Readonly<Record<string, number>>;
  readonly why: string;
};

const bucket = { technology: 'aws.s3-bucket' } as const;
const part = { ...bucket, loss: 'part' } as const;
const both = (count: number) => ({ 'f-safe': count, 'f-open': count });

export const denials: Readonly<Record<string, Denial>> = {
  'sts:GetCallerIdentity': { loss: 'account', why: 'nobody can tell whose credentials these are' },
  'ec2:DescribeRegions': { loss: 'account', why: 'nobody can tell which regions there are to look at' },
  'organizations:DescribeOrganization': { loss: 'fact', why: 'no policy here names an organisation' },

  's3:ListBuckets': { ...bucket, loss: 'listing', why: 'the listing itself' },
  's3:GetBucketLocation': {
    ...bucket,
    loss: 'items',
    unknowns: both(17),
    why: 'without the region a bucket cannot be asked anything: all checks of buckets',
  },
  's3:GetBucketAcl': { ...part, unknowns: both(5), why: 'the five checks of the ACL' },
  's3:GetBucketPolicy': {
    ...part,
    unknowns: both(7),
    why: 'whether there is a policy, whether it denies HTTP, and the five checks of whom it lets in',
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
    why: 'where the bucket has a setting on, the account need not be asked',
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
    why: 'the score of an open door depends on who uses it: SSH inwards, and everything outwards of the default group',
  },
};
