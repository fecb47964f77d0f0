/** The config of a bucket, as far as checks read it: https://cloud.google.com/storage/docs/json_api/v1/buckets */
import { z } from 'zod';
import type { InventorySource } from '../asset-inventory/source.ts';
import type { BodyForm } from '../client/normal-body.ts';

const grant = z.looseObject({ entity: z.string().optional(), role: z.string().optional() });

const binding = z.looseObject({
  role: z.string().optional(),
  members: z.array(z.string()).optional(),
  condition: z.looseObject({ expression: z.string().optional() }).optional(),
});

export const bucketConfig = z.looseObject({
  name: z.string(),
  /** ISO 8601. */
  timeCreated: z.string(),
  location: z.string().optional(),
  projectNumber: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  /** Absent where uniform access has switched access lists off. */
  acl: z.array(grant).optional(),
  /** What new objects get. */
  defaultObjectAcl: z.array(grant).optional(),
  cors: z
    .array(
      z.looseObject({
        method: z.array(z.string()).optional(),
        origin: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  iamConfiguration: z
    .looseObject({
      uniformBucketLevelAccess: z.looseObject({ enabled: z.boolean().optional() }).optional(),
      /** `enforced`, or `inherited` from the organization's policy. */
      publicAccessPrevention: z.string().optional(),
    })
    .optional(),
  versioning: z.looseObject({ enabled: z.boolean().optional() }).optional(),
  logging: z.looseObject({ logBucket: z.string().optional() }).optional(),
  retentionPolicy: z
    .looseObject({ retentionPeriod: z.string().optional(), isLocked: z.boolean().optional() })
    .optional(),
  encryption: z.looseObject({ defaultKmsKeyName: z.string().optional() }).optional(),
  /** From a call of its own; missing only when it has never been readable. */
  iamPolicy: z.looseObject({ bindings: z.array(binding) }).optional(),
});

export type BucketConfig = z.output<typeof bucketConfig>;

export const bucketForm: BodyForm = {
  kind: 'storage#bucket',
  int64: [
    '/metageneration',
    '/projectNumber',
    '/retentionPolicy/retentionPeriod',
    '/softDeletePolicy/retentionDurationSeconds',
  ],
};

const assetType = 'storage.googleapis.com/Bucket';

export const bucketSource: InventorySource = {
  assetType,
  form: bucketForm,
  policies: [assetType],
  lacks: ['acl', 'defaultObjectAcl', 'owner'],
};
