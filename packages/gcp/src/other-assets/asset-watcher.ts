/** Makes the watchers of assets whose types no technology knows. */
import { defineWatcher, type WatchContext, type Watcher } from '@security-monkey/sdk';
import { inventoryPermissions } from '../asset-inventory/assets.ts';
import { resourceHistoryPermission } from '../asset-inventory/history.ts';
import { unorderedPolicy } from '../client/allow-policy.ts';
import { gone } from '../client/gone.ts';
import { assetConfig, identityOf, nameOf, regionOf, tagsOf, termsOf } from './config.ts';
import { confirmAsset } from './confirm.ts';
import { listAssets, type PartOf } from './listing.ts';

export type OwnOfAssets = Pick<Watcher, 'id' | 'accountType' | 'title'> & {
  readonly partOf: PartOf;
  /** `projects/acme-web`: below what the account's assets lie. */
  readonly root: (context: WatchContext) => string;
};

export function assetWatcher({
  id,
  accountType,
  title,
  partOf,
  root,
}: OwnOfAssets): Watcher<typeof assetConfig> {
  return defineWatcher({
    id,
    accountType,
    title,
    documentation: 'https://cloud.google.com/asset-inventory/docs/reference/rest/v1/assets/list',
    version: 1,
    scope: 'global',
    permissions: { ...inventoryPermissions, ...resourceHistoryPermission },
    gone,
    // Of the body, only what every change moves and what says nothing of what there is.
    ephemeral: [
      // Stand for the state as a whole: most APIs, Compute Engine, Kubernetes.
      '/resource/etag',
      '/resource/fingerprint',
      '/resource/labelFingerprint',
      '/resource/metadata/resourceVersion',
      // When that was: the revision has a time of its own.
      '/resource/updateTime',
      '/resource/status/conditions/*/lastTransitionTime',
      // Count what has been asked for, and how much of it has been done.
      '/resource/generation',
      '/resource/observedGeneration',
      '/resource/metadata/generation',
      '/resource/status/observedGeneration',
    ],
    // What jobs send, in base64: whatever is in it.
    secret: ['/resource/*/body', '/resource/*/data'],
    unordered: unorderedPolicy,
    relations: [],
    config: assetConfig,
    identity: identityOf,
    lineage: ({ name }) => name,
    name: nameOf,
    region: regionOf,
    tags: tagsOf,
    terms: termsOf,
    list: (context) => listAssets(context, partOf),
    confirm: (context, missing) => confirmAsset(context, missing, root(context)),
  });
}
