/** What the asset inventory gives of a technology. */
import type { JsonObject } from '@security-monkey/sdk';
import { type BodyForm, normalBody } from '../client/normal-body.ts';

export type InventorySource = {
  /** Such as `compute.googleapis.com/Firewall`: https://cloud.google.com/asset-inventory/docs/supported-asset-types */
  readonly assetType: string;
  readonly form: BodyForm;
  /** Asset types whose allow policies are recorded; without any, none is asked for. */
  readonly policies: readonly string[];
  /** Members of the config that the inventory leaves out or empty: each resource's own API is asked for them. */
  readonly lacks: readonly string[];
};

/** Where an asset's policy is put beside its body, as the calls of its own API would. */
export const policyMember = 'iamPolicy';

/** The one form of an asset's body. What the inventory lacks it may write as empty, which would be another thing. */
export function bodyOf({ form, lacks }: InventorySource, body: JsonObject): JsonObject {
  const members = Object.entries(body).filter(([name]) => !lacks.includes(name));
  return normalBody(form, Object.fromEntries(members));
}
