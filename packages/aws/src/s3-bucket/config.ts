/** The config of a bucket, as far as checks read it. Parts that S3 says are not configured are null. */
import { z } from 'zod';
import { part } from '../client/part-schema.ts';

const switches = z.looseObject({
  BlockPublicAcls: z.boolean().optional(),
  IgnorePublicAcls: z.boolean().optional(),
  BlockPublicPolicy: z.boolean().optional(),
  RestrictPublicBuckets: z.boolean().optional(),
});

const grant = z.looseObject({
  Grantee: z.looseObject({
    Type: z.string().optional(),
    ID: z.string().optional(),
    URI: z.string().optional(),
    EmailAddress: z.string().optional(),
  }),
  Permission: z.string(),
});

/** The SDK leaves out an empty value. */
const tag = z.looseObject({ Key: z.string(), Value: z.string().optional() });

export const bucketConfig = z.looseObject({
  Name: z.string(),
  /** ISO 8601. Ephemeral, so not in the recorded config that checks see. */
  CreationDate: z.string().optional(),
  BucketRegion: z.string(),
  Acl: part(
    z.looseObject({
      Owner: z.looseObject({ ID: z.string().optional() }).optional(),
      Grants: z.array(grant).optional(),
    }),
  ),
  Policy: part(z.looseObject({})),
  PolicyStatus: part(z.looseObject({ IsPublic: z.boolean().optional() })),
  PublicAccessBlock: part(switches),
  OwnershipControls: part(
    z.looseObject({ Rules: z.array(z.looseObject({ ObjectOwnership: z.string().optional() })).optional() }),
  ),
  Versioning: part(z.looseObject({ Status: z.string().optional(), MFADelete: z.string().optional() })),
  Encryption: part(z.looseObject({})),
  Logging: part(
    z.looseObject({ LoggingEnabled: z.looseObject({ TargetBucket: z.string().optional() }).optional() }),
  ),
  Lifecycle: part(z.looseObject({})),
  Website: part(z.looseObject({})),
  Cors: part(z.array(z.looseObject({}))),
  Replication: part(z.looseObject({})),
  Notification: part(z.looseObject({})),
  ObjectLock: part(z.looseObject({})),
  Accelerate: part(z.looseObject({})),
  RequestPayment: part(z.looseObject({ Payer: z.string().optional() })),
  Tagging: part(z.looseObject({ TagSet: z.array(tag).optional() })),
});

export type BucketConfig = z.output<typeof bucketConfig>;

/** The four switches of a public access block, as the relation to the account's carries them too. */
export const publicAccessSwitches = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;

export type PublicAccessSwitch = (typeof publicAccessSwitches)[number];
