/** The config of a key, as far as checks read it: https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys */
import { z } from 'zod';
import type { InventorySource } from '../asset-inventory/source.ts';
import { allowPolicy } from '../client/allow-policy.ts';

export const kmsKeyConfig = z.looseObject({
  /** `projects/P/locations/L/keyRings/R/cryptoKeys/K`. */
  name: z.string(),
  purpose: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  /** Seconds and an `s`; absent where the key is not rotated by itself. */
  rotationPeriod: z.string().optional(),
  /** ISO 8601. */
  nextRotationTime: z.string().optional(),
  /** The version that encrypts; absent on keys of other purposes. */
  primary: z.looseObject({ state: z.string().optional(), protectionLevel: z.string().optional() }).optional(),
  versionTemplate: z.looseObject({ protectionLevel: z.string().optional() }).optional(),
  iamPolicy: allowPolicy,
});

export type KmsKeyConfig = z.output<typeof kmsKeyConfig>;

const assetType = 'cloudkms.googleapis.com/CryptoKey';

/** The policy of a ring holds for its keys. */
export const kmsKeySource: InventorySource = {
  assetType,
  form: { int64: [] },
  policies: [assetType, 'cloudkms.googleapis.com/KeyRing'],
  lacks: [],
};
