/** What S3 answers: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html */
import type { JsonObject } from '@security-monkey/sdk';
import type { Bucket } from '../technologies/bucket.ts';
import type { Document } from '../world/policy.ts';
import { type Answers, type Call, found, ofAccount, tagList, textOf } from './call.ts';
import { pageOf } from './pages.ts';
import { ProviderError } from './provider-error.ts';

export const s3Answers: Answers = {
  's3:ListBuckets': listBuckets,
  's3:GetBucketLocation': (call) => ({ LocationConstraint: bucketOf(call).region }),
  's3:GetBucketAcl': (call) => ({
    Owner: ownerOf(call),
    Grants: [ownGrant(call), ...bucketThere(call).grants],
  }),
  's3:GetBucketPolicy': (call) => ({ Policy: JSON.stringify(policyOf(call)) }),
  's3:GetBucketPolicyStatus': (call) => ({ PolicyStatus: { IsPublic: isPublic(policyOf(call)) } }),
  's3:GetPublicAccessBlock': (call) => ({
    PublicAccessBlockConfiguration: switches(
      found(bucketThere(call).block, 'NoSuchPublicAccessBlockConfiguration'),
    ),
  }),
  's3:GetBucketOwnershipControls': (call) => ({
    OwnershipControls: {
      Rules: [
        { ObjectOwnership: bucketThere(call).grants.length > 0 ? 'ObjectWriter' : 'BucketOwnerEnforced' },
      ],
    },
  }),
  's3:GetBucketVersioning': (call) => (bucketThere(call).versioned ? { Status: 'Enabled' } : {}),
  's3:GetBucketEncryption': (call) => ofThere(call, encryption),
  's3:GetBucketLogging': (call) => loggingOf(bucketThere(call)),
  's3:GetBucketLifecycleConfiguration': absent('NoSuchLifecycleConfiguration'),
  's3:GetBucketWebsite': absent('NoSuchWebsiteConfiguration'),
  's3:GetBucketCors': absent('NoSuchCORSConfiguration'),
  's3:GetBucketReplication': absent('ReplicationConfigurationNotFoundError'),
  's3:GetBucketNotificationConfiguration': (call) => ofThere(call, {}),
  's3:GetObjectLockConfiguration': absent('ObjectLockConfigurationNotFoundError'),
  's3:GetBucketAccelerateConfiguration': (call) => ofThere(call, {}),
  's3:GetBucketRequestPayment': (call) => ofThere(call, { Payer: 'BucketOwner' }),
  's3:GetBucketTagging': (call) => ({ TagSet: tagList(bucketThere(call).tags) }),
  's3control:GetPublicAccessBlock': (call) => ({
    PublicAccessBlockConfiguration: switches(
      found(ofAccount(call.world.accounts, call)[0]?.block, 'NoSuchPublicAccessBlockConfiguration'),
    ),
  }),
};

function listBuckets(call: Call): JsonObject {
  const { Prefix, ContinuationToken } = call.input;
  const prefix = typeof Prefix === 'string' ? Prefix : '';
  const all = ofAccount(call.world.buckets, call).filter(({ name }) => name.startsWith(prefix));
  const { elements, next } = pageOf(all, ContinuationToken);
  return {
    Owner: ownerOf(call),
    Buckets: elements.map(({ name, region, created }) => ({
      Name: name,
      CreationDate: created,
      BucketRegion: region,
    })),
    ...(next !== undefined && { ContinuationToken: next }),
  };
}

function bucketOf(call: Call): Bucket {
  const name = textOf(call.input, 'Bucket');
  return found(
    ofAccount(call.world.buckets, call).find((bucket) => bucket.name === name),
    'NoSuchBucket',
  );
}

/** S3 redirects whoever asks another region than the bucket's. */
function bucketThere(call: Call): Bucket {
  const bucket = bucketOf(call);
  if (bucket.region === call.region) return bucket;
  throw new ProviderError('PermanentRedirect', `The bucket lies in ${bucket.region}`);
}

function ofThere(call: Call, answer: JsonObject): JsonObject {
  bucketThere(call);
  return answer;
}

function absent(code: string): Answers[string] {
  return (call) => {
    const { name } = bucketThere(call);
    throw new ProviderError(code, `${name} has no such configuration`);
  };
}

function policyOf(call: Call): Document {
  return found(bucketThere(call).policy, 'NoSuchBucketPolicy');
}

/** As far as the demo's own policies go: a statement that allows everyone without a condition. */
function isPublic({ Statement }: Document): boolean {
  return Statement.some(
    ({ Effect, Principal, Condition }) => Effect === 'Allow' && Principal === '*' && Condition === undefined,
  );
}

/** Since January 2023 S3 encrypts whatever is written: https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html */
const encryption = {
  ServerSideEncryptionConfiguration: {
    Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
  },
};

function loggingOf({ name, logsTo }: Bucket): JsonObject {
  if (logsTo === undefined) return {};
  return { LoggingEnabled: { TargetBucket: logsTo, TargetPrefix: `${name}/` } };
}

function switches(on: boolean): JsonObject {
  return { BlockPublicAcls: on, IgnorePublicAcls: on, BlockPublicPolicy: on, RestrictPublicBuckets: on };
}

function ownerOf(call: Call): JsonObject {
  return { ID: found(ofAccount(call.world.accounts, call)[0]?.canonicalId, 'AccessDenied') };
}

function ownGrant(call: Call): JsonObject {
  return { Grantee: { ...ownerOf(call), Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' };
}
