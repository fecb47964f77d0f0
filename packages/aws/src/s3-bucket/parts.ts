/** The calls that describe a bucket: one part of the config each. */
import { type JsonObject, type JsonValue, OperationError, type Part } from '@security-monkey/sdk';
import { policyOfText } from '../client/policy-text.ts';

type BucketPart = {
  readonly operation: string;
  readonly absent?: readonly string[];
  /** The member of the answer that is the part; the whole answer unless given. */
  readonly member?: string;
  /** What becomes of the member. */
  readonly take?: (member: JsonValue) => JsonValue;
  /** The IAM action that allows the call: https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html */
  readonly permission: string;
};

/**
 * `absent` holds the error codes by which S3 says that the part is not configured. They stand on the page of each call under
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ and in https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html.
 */
export const bucketParts: Readonly<Record<string, BucketPart>> = {
  Acl: { operation: 's3:GetBucketAcl', permission: 's3:GetBucketAcl' },
  Policy: {
    operation: 's3:GetBucketPolicy',
    permission: 's3:GetBucketPolicy',
    absent: ['NoSuchBucketPolicy'],
    member: 'Policy',
    take: (text) => policyOfText('s3:GetBucketPolicy', text),
  },
  PolicyStatus: {
    operation: 's3:GetBucketPolicyStatus',
    permission: 's3:GetBucketPolicyStatus',
    absent: ['NoSuchBucketPolicy'],
    member: 'PolicyStatus',
  },
  PublicAccessBlock: {
    operation: 's3:GetPublicAccessBlock',
    permission: 's3:GetBucketPublicAccessBlock',
    absent: ['NoSuchPublicAccessBlockConfiguration'],
    member: 'PublicAccessBlockConfiguration',
  },
  OwnershipControls: {
    operation: 's3:GetBucketOwnershipControls',
    permission: 's3:GetBucketOwnershipControls',
    absent: ['OwnershipControlsNotFoundError'],
    member: 'OwnershipControls',
  },
  Versioning: { operation: 's3:GetBucketVersioning', permission: 's3:GetBucketVersioning' },
  Encryption: {
    operation: 's3:GetBucketEncryption',
    permission: 's3:GetEncryptionConfiguration',
    absent: ['ServerSideEncryptionConfigurationNotFoundError'],
    member: 'ServerSideEncryptionConfiguration',
  },
  Logging: { operation: 's3:GetBucketLogging', permission: 's3:GetBucketLogging' },
  Lifecycle: {
    operation: 's3:GetBucketLifecycleConfiguration',
    permission: 's3:GetLifecycleConfiguration',
    absent: ['NoSuchLifecycleConfiguration'],
  },
  Website: {
    operation: 's3:GetBucketWebsite',
    permission: 's3:GetBucketWebsite',
    absent: ['NoSuchWebsiteConfiguration'],
  },
  Cors: {
    operation: 's3:GetBucketCors',
    permission: 's3:GetBucketCORS',
    absent: ['NoSuchCORSConfiguration'],
    member: 'CORSRules',
  },
  Replication: {
    operation: 's3:GetBucketReplication',
    permission: 's3:GetReplicationConfiguration',
    absent: ['ReplicationConfigurationNotFoundError'],
    member: 'ReplicationConfiguration',
  },
  Notification: {
    operation: 's3:GetBucketNotificationConfiguration',
    permission: 's3:GetBucketNotification',
  },
  ObjectLock: {
    operation: 's3:GetObjectLockConfiguration',
    permission: 's3:GetBucketObjectLockConfiguration',
    absent: ['ObjectLockConfigurationNotFoundError'],
    member: 'ObjectLockConfiguration',
  },
  Accelerate: {
    operation: 's3:GetBucketAccelerateConfiguration',
    permission: 's3:GetAccelerateConfiguration',
    // Regions without transfer acceleration answer with the first, GovCloud with the second, which is documented nowhere:
    // https://github.com/aws-controllers-k8s/s3-controller/pull/85
    absent: ['MethodNotAllowed', 'UnsupportedArgument'],
  },
  RequestPayment: { operation: 's3:GetBucketRequestPayment', permission: 's3:GetBucketRequestPayment' },
  Tagging: {
    operation: 's3:GetBucketTagging',
    permission: 's3:GetBucketTagging',
    absent: ['NoSuchTagSet'],
  },
};

/** The calls for one bucket, to be sent in its region. The owner is named so that a bucket of another account that has taken the name is not described as ours. */
export function partsOf(bucket: {
  readonly name: string;
  readonly region: string;
  readonly account: string;
}): Readonly<Record<string, Part>> {
  const input = { Bucket: bucket.name, ExpectedBucketOwner: bucket.account };
  const parts = Object.entries(bucketParts).map(([key, part]) => {
    const call = { operation: part.operation, input, region: bucket.region };
    const { absent = [], member, take = same } = part;
    if (member === undefined) return [key, { ...call, absent }] as const;
    return [
      key,
      { ...call, absent, take: (answer: JsonObject) => take(memberOf(part, answer, member)) },
    ] as const;
  });
  return Object.fromEntries(parts);
}

/** S3 says by an error code that a part is absent, so an answer without its member is a broken one. */
function memberOf({ operation }: BucketPart, answer: JsonObject, member: string): JsonValue {
  const value = answer[member];
  if (value !== undefined) return value;
  throw new OperationError({
    class: 'invalid_response',
    message: `The answer of ${operation} has no ${member}`,
    operation,
  });
}

function same(member: JsonValue): JsonValue {
  return member;
}
