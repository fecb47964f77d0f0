/** The config of a service account, as far as checks read it: https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts */
import { z } from 'zod';
import type { InventorySource } from '../asset-inventory/source.ts';
import { allowPolicy } from '../client/allow-policy.ts';
import type { BodyForm } from '../client/normal-body.ts';

const key = z.looseObject({
  /** `projects/P/serviceAccounts/EMAIL/keys/ID`. */
  name: z.string(),
  keyType: z.string().optional(),
  keyOrigin: z.string().optional(),
  disabled: z.boolean().optional(),
  /** ISO 8601. */
  validAfterTime: z.string().optional(),
  validBeforeTime: z.string().optional(),
});

export type ServiceAccountKey = z.output<typeof key>;

export const serviceAccountConfig = z.looseObject({
  /** `projects/P/serviceAccounts/EMAIL`. */
  name: z.string(),
  uniqueId: z.string(),
  email: z.string(),
  projectId: z.string().optional(),
  displayName: z.string().optional(),
  disabled: z.boolean().optional(),
  /** Those that users made. Google's own come and go by themselves and are not recorded. */
  keys: z.array(key).optional(),
  iamPolicy: allowPolicy,
});

export type ServiceAccountConfig = z.output<typeof serviceAccountConfig>;

export const serviceAccountForm: BodyForm = { int64: [] };

const assetType = 'iam.googleapis.com/ServiceAccount';

/** Keys are assets of their own, of which Google documents no form. */
export const serviceAccountSource: InventorySource = {
  assetType,
  form: serviceAccountForm,
  policies: [assetType],
  lacks: ['keys'],
};
