/** Watches the assets of an organization and of its folders that lie in no project, of the types that people have named. */
import type { WatchContext } from '@security-monkey/sdk';
import { inventoryOutsideProjects } from '../asset-inventory/inventory.ts';
import { assetWatcher } from '../other-assets/asset-watcher.ts';

export const organizationAsset = assetWatcher({
  id: 'gcp.organization-asset',
  accountType: 'gcp-organization',
  title: { one: 'other asset of an organization', many: 'other assets of organizations' },
  // Those of the projects come with them: the projects that are found here take them from the same listing.
  partOf: (context, assetType) =>
    inventoryOutsideProjects(context, {
      parent: root(context),
      assetTypes: [assetType],
      policies: [assetType],
    }),
  root,
});

function root({ place }: WatchContext): string {
  return `organizations/${place.account}`;
}
