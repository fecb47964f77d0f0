/** A bucket of the estate as it is written down, and how it is built. What is not written is as safe as it can be. */
import {
  type BucketLoggingStatus,
  CreateBucketCommand,
  type Grant,
  type PublicAccessBlockConfiguration,
  PutBucketAclCommand,
  PutBucketEncryptionCommand,
  PutBucketLoggingCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutBucketWebsiteCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { canonicalIds, type RegionName } from './known.ts';

export type Grantee = readonly [who: string, permission: 'READ' | 'WRITE' | 'READ_ACP' | 'FULL_CONTROL'];

export type BucketSpec = {
  readonly name: string;
  readonly region: RegionName;
  /** Grants beside the owner's full control: a group's URI or a canonical id. */
  readonly grants?: readonly Grantee[];
  readonly ownership?: 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';
  /** `null` for none; by default one that denies plain HTTP. */
  readonly policy?: object | null;
  /** `null` for none; by default all four on. */
  readonly block?: PublicAccessBlockConfiguration | null;
  readonly versioning?: 'Enabled' | 'Suspended' | null;
  /** The emulator does not keep it: a correction on the wire adds it, `null` leaves it out. */
  readonly mfaDelete?: 'Enabled' | 'Disabled' | null;
  readonly encryption?: 'AES256' | 'aws:kms' | null;
  /** The bucket that gets the logs; `null` for none. */
  readonly logsTo?: string | null;
  readonly website?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
};

export const allOn: PublicAccessBlockConfiguration = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

/** A statement that denies everything over plain HTTP, with some fields changed. */
export function denyHttp(bucket: string, changed: object = {}): object {
  const arn = `arn:aws:s3:::${bucket}`;
  return {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    ...changed,
  };
}

/** A statement that lets somebody read the objects. */
export function letIn(bucket: string, Principal: object | string, Condition?: object): object {
  const allow = { Effect: 'Allow', Principal, Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` };
  return Condition === undefined ? allow : { ...allow, Condition };
}

export function policyOf(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

/** Lets the logging service write. The emulator chokes on a target's policy with the principal `*` in short. */
export function logTargetPolicy(bucket: string): object {
  const allow = {
    Effect: 'Allow',
    Principal: { Service: 'logging.s3.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${bucket}/*`,
  };
  return policyOf(denyHttp(bucket, { Principal: { AWS: '*' } }), allow);
}

/** Creates the bucket and puts every part that the spec has; targets of logs have to be there before. */
export async function buildBucket(s3: S3Client, spec: BucketSpec): Promise<void> {
  const { name: Bucket, region } = spec;
  await s3.send(
    new CreateBucketCommand({
      Bucket,
      ...(region !== 'us-east-1' && { CreateBucketConfiguration: { LocationConstraint: region } }),
    }),
  );
  await putAccess(s3, spec);
  await putPolicy(s3, Bucket, spec.policy === undefined ? policyOf(denyHttp(Bucket)) : spec.policy);
  await putSettings(s3, spec);
  await putLogging(s3, Bucket, spec.logsTo);
  if (spec.website)
    await s3.send(
      new PutBucketWebsiteCommand({ Bucket, WebsiteConfiguration: { IndexDocument: { Suffix: 'i.html' } } }),
    );
  if (spec.tags !== undefined) await putTags(s3, Bucket, spec.tags);
}

async function putAccess(
  s3: S3Client,
  { name: Bucket, grants, ownership, block }: BucketSpec,
): Promise<void> {
  if (ownership !== undefined)
    await s3.send(
      new PutBucketOwnershipControlsCommand({
        Bucket,
        OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] },
      }),
    );
  if (grants !== undefined) await putGrants(s3, Bucket, grants);
  if (block !== null)
    await s3.send(
      new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: block ?? allOn }),
    );
}

/** Replaces the ACL by the owner's full control and these grants. */
export async function putGrants(s3: S3Client, Bucket: string, grants: readonly Grantee[]): Promise<void> {
  const owner = { ID: canonicalIds.emulator };
  const all: readonly Grantee[] = [[owner.ID, 'FULL_CONTROL'], ...grants];
  await s3.send(
    new PutBucketAclCommand({ Bucket, AccessControlPolicy: { Owner: owner, Grants: all.map(grantOf) } }),
  );
}

function grantOf([who, Permission]: Grantee): Grant {
  const Grantee = who.startsWith('http')
    ? ({ Type: 'Group', URI: who } as const)
    : ({ Type: 'CanonicalUser', ID: who } as const);
  return { Grantee, Permission };
}

export async function putPolicy(s3: S3Client, Bucket: string, policy: object | null): Promise<void> {
  if (policy !== null) await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify(policy) }));
}

export async function putTags(
  s3: S3Client,
  Bucket: string,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  const TagSet = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
}

async function putSettings(s3: S3Client, spec: BucketSpec): Promise<void> {
  const { name: Bucket, versioning = 'Enabled', encryption = 'AES256' } = spec;
  if (versioning !== null)
    await s3.send(
      new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: versioning } }),
    );
  if (encryption !== null)
    await s3.send(
      new PutBucketEncryptionCommand({
        Bucket,
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: encryption } }],
        },
      }),
    );
}

async function putLogging(s3: S3Client, Bucket: string, target: string | null | undefined): Promise<void> {
  if (target === null || target === undefined) return;
  const BucketLoggingStatus: BucketLoggingStatus = {
    LoggingEnabled: { TargetBucket: target, TargetPrefix: `${Bucket}/` },
  };
  await s3.send(new PutBucketLoggingCommand({ Bucket, BucketLoggingStatus }));
}
