/** Two buckets as S3 describes them: one with everything configured, one with nothing. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { accountBlock } from './account-block.ts';
import { bucketParts } from './parts.ts';

const owner = { DisplayName: 'acme', ID: 'a'.repeat(64) };
const reports = { Name: 'acme-reports', CreationDate: '2024-03-01T09:00:00.000Z', BucketRegion: 'eu-west-1' };
const scratch = { Name: 'acme-scratch', CreationDate: '2025-05-05T05:05:05.000Z' };

const grants = [
  { Grantee: { ...owner, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' },
  {
    Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/s3/LogDelivery' },
    Permission: 'WRITE',
  },
];
const block = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
};
const accountSwitches = { ...block, BlockPublicPolicy: true };
const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::acme-reports/*' }],
};
const parts = {
  Versioning: { Status: 'Enabled', MFADelete: 'Disabled' },
  Logging: {
    LoggingEnabled: {
      TargetBucket: 'acme-logs',
      TargetPrefix: 'reports/',
      TargetGrants: [{ Grantee: { ...owner, Type: 'CanonicalUser' }, Permission: 'READ' }],
    },
  },
  Lifecycle: {
    Rules: [{ ID: 'expire', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 30 } }],
  },
  Website: { IndexDocument: { Suffix: 'index.html' }, ErrorDocument: { Key: 'error.html' } },
  Notification: { EventBridgeConfiguration: {} },
  Accelerate: { Status: 'Suspended' },
  RequestPayment: { Payer: 'Requester' },
  Tagging: {
    TagSet: [
      { Key: 'team', Value: 'finance' },
      { Key: 'stage', Value: 'prod' },
    ],
  },
};
const inner = {
  PolicyStatus: { IsPublic: false },
  OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
  Encryption: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] },
  Cors: [{ AllowedMethods: ['GET'], AllowedOrigins: ['https://example.com'] }],
  Replication: { Role: 'arn:aws:iam::111122223333:role/copy', Rules: [{ ID: 'all', Status: 'Enabled' }] },
  ObjectLock: { ObjectLockEnabled: 'Enabled' },
};

const full: Readonly<Record<string, JsonObject>> = {
  's3:GetBucketAcl': { Owner: owner, Grants: grants },
  's3:GetBucketPolicy': { Policy: JSON.stringify(policy) },
  's3:GetBucketPolicyStatus': { PolicyStatus: inner.PolicyStatus },
  's3:GetPublicAccessBlock': { PublicAccessBlockConfiguration: block },
  's3:GetBucketOwnershipControls': { OwnershipControls: inner.OwnershipControls },
  's3:GetBucketVersioning': parts.Versioning,
  's3:GetBucketEncryption': { ServerSideEncryptionConfiguration: inner.Encryption },
  's3:GetBucketLogging': parts.Logging,
  's3:GetBucketLifecycleConfiguration': parts.Lifecycle,
  's3:GetBucketWebsite': parts.Website,
  's3:GetBucketCors': { CORSRules: inner.Cors },
  's3:GetBucketReplication': { ReplicationConfiguration: inner.Replication },
  's3:GetBucketNotificationConfiguration': parts.Notification,
  's3:GetObjectLockConfiguration': { ObjectLockConfiguration: inner.ObjectLock },
  's3:GetBucketAccelerateConfiguration': parts.Accelerate,
  's3:GetBucketRequestPayment': parts.RequestPayment,
  's3:GetBucketTagging': parts.Tagging,
};

/** What a bucket answers for which nobody has configured anything. */
const bare: Readonly<Record<string, JsonObject>> = {
  's3:GetBucketLocation': {},
  's3:GetBucketAcl': { Owner: owner, Grants: grants.slice(0, 1) },
  's3:GetBucketVersioning': {},
  's3:GetBucketLogging': {},
  's3:GetBucketNotificationConfiguration': {},
  's3:GetBucketRequestPayment': { Payer: 'BucketOwner' },
};

const relations = [
  { name: accountBlock, technology: 'aws.account', key: '111122223333', value: accountSwitches },
];

export const estate: Estate = {
  answers: ({ operation, input, region }) => {
    if (operation === 's3:ListBuckets') return listing(input);
    if (operation === 's3control:GetPublicAccessBlock')
      return { PublicAccessBlockConfiguration: accountSwitches };
    if (operation === 's3:GetBucketLocation' && input['Bucket'] === reports.Name)
      return { LocationConstraint: reports.BucketRegion };
    return input['Bucket'] === reports.Name
      ? inRegion(full[operation], region, 'eu-west-1')
      : (inRegion(bare[operation], region, 'us-east-1') ?? absence(operation));
  },
  listing: {
    operation: 's3:ListBuckets',
    secondPage: ({ ContinuationToken }) => ContinuationToken !== undefined,
  },
  describing: Object.values(bucketParts).map(({ operation }) => operation),
  items: [
    {
      identity: 'acme-reports 2024-03-01T09:00:00.000Z',
      lineage: 'arn:aws:s3:::acme-reports',
      name: 'acme-reports',
      console: '/s3/buckets/acme-reports?region=eu-west-1',
      region: 'eu-west-1',
      tags: { team: 'finance', stage: 'prod' },
      relations,
      config: {
        ...reports,
        Acl: { Owner: owner, Grants: grants },
        Policy: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Deny', Principal: '*', Action: ['s3:*'], Resource: ['arn:aws:s3:::acme-reports/*'] },
          ],
        },
        PublicAccessBlock: block,
        ...parts,
        ...inner,
      },
    },
    {
      identity: 'acme-scratch 2025-05-05T05:05:05.000Z',
      lineage: 'arn:aws:s3:::acme-scratch',
      name: 'acme-scratch',
      region: 'us-east-1',
      tags: {},
      relations,
      config: {
        ...scratch,
        BucketRegion: 'us-east-1',
        Acl: { Owner: owner, Grants: grants.slice(0, 1) },
        Policy: null,
        PolicyStatus: null,
        PublicAccessBlock: null,
        OwnershipControls: null,
        Versioning: {},
        Encryption: null,
        Logging: {},
        Lifecycle: null,
        Website: null,
        Cors: null,
        Replication: null,
        Notification: {},
        ObjectLock: null,
        Accelerate: null,
        RequestPayment: { Payer: 'BucketOwner' },
        Tagging: null,
      },
    },
  ],
};

function listing({ ContinuationToken }: JsonObject): JsonObject {
  if (ContinuationToken === 'second') return { Owner: owner, Buckets: [scratch] };
  return { Owner: owner, Buckets: [reports], ContinuationToken: 'second' };
}

/** S3 redirects a client that asks another region than the bucket's. */
function inRegion(answer: JsonObject | undefined, asked: string, actual: string): JsonObject | undefined {
  if (asked !== actual) throw providerError('PermanentRedirect', 'rejected');
  return answer;
}

function absence(operation: string): never {
  const part = Object.values(bucketParts).find((candidate) => candidate.operation === operation);
  throw providerError(part?.absent?.[0] ?? 'NoAnswerInTheEstate');
}
