/** Lists a technology's resources through the asset inventory where that is switched on, and by their own API where not. */
import type { JsonObject, WatchContext } from '@security-monkey/sdk';
import { type Entry, inventoryParent, projectInventory } from './inventory.ts';
import { bodyOf, type InventorySource, policyMember } from './source.ts';

export type Ways = {
  readonly source: InventorySource;
  /** By the resources' own API. */
  readonly direct: (context: WatchContext) => AsyncIterable<readonly JsonObject[]>;
  /** What else a resource has of the policies that were asked for. */
  readonly besides?: (body: JsonObject, policies: ReadonlyMap<string, JsonObject>) => JsonObject;
};

/** Either way the same bodies; through the inventory each has its policy already, under `iamPolicy`. */
export async function* listEitherWay(
  context: WatchContext,
  { source, direct, besides }: Ways,
): AsyncIterable<readonly JsonObject[]> {
  const parent = inventoryParent(context);
  if (parent === undefined) {
    yield* direct(context);
    return;
  }
  const { assetType, policies: governed } = source;
  const found = await projectInventory(context, { parent, assetTypes: [assetType], policies: governed });
  const policies = found.policies();
  const ofEntry = ({ name, body }: Entry): JsonObject => {
    // Without a body it has no id either: the engine tells so, and concludes nothing from this listing.
    if (body === null) return {};
    const own = bodyOf(source, body);
    return {
      ...own,
      ...(governed.includes(assetType) && { [policyMember]: policies.get(name) ?? { bindings: [] } }),
      ...besides?.(own, policies),
    };
  };
  for (const page of found.pages()) yield page.map(ofEntry);
}
