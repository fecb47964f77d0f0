/** Watches the assets of a project that people have named by their types: recorded with their history, whatever they are. */
import type { WatchContext } from '@security-monkey/sdk';
import { inventoryParent, projectInventory } from '../asset-inventory/inventory.ts';
import { assetWatcher } from '../other-assets/asset-watcher.ts';

export const asset = assetWatcher({
  id: 'gcp.asset',
  accountType: 'gcp',
  title: { one: 'other asset', many: 'other assets' },
  partOf: (context, assetType) =>
    projectInventory(context, {
      parent: inventoryParent(context) ?? root(context),
      assetTypes: [assetType],
      policies: [assetType],
    }),
  root,
});

function root({ place }: WatchContext): string {
  return `projects/${place.account}`;
}
