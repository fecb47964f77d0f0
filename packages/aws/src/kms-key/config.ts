/** The config of a KMS key: what is listed, its metadata, policy, rotation, aliases and tags. */
import { z } from 'zod';
import { part } from '../client/part-schema.ts';

export const keyConfig = z.looseObject({
  KeyId: z.string(),
  KeyArn: z.string(),
  KeyMetadata: part(
    z.looseObject({
      /** `AWS` for the keys that AWS keeps for its services in the account, `CUSTOMER` for all others. */
      KeyManager: z.string().optional(),
      KeyState: z.string().optional(),
      KeySpec: z.string().optional(),
      /** Where its material comes from: `AWS_KMS`, `EXTERNAL` (imported) or a key store. */
      Origin: z.string().optional(),
      Description: z.string().optional(),
      MultiRegionConfiguration: z.looseObject({ MultiRegionKeyType: z.string().optional() }).optional(),
    }),
  ),
  Policy: part(z.looseObject({})),
  /** Null for keys that cannot be rotated, or that AWS rotates. */
  Rotation: part(z.looseObject({ KeyRotationEnabled: z.boolean().optional() })),
  Aliases: part(z.array(z.looseObject({ AliasName: z.string() }))),
  Tags: part(z.array(z.looseObject({ TagKey: z.string(), TagValue: z.string().optional() }))),
});

export type KeyConfig = z.output<typeof keyConfig>;
