/** Watches the folders of an organization, with the policies that hold for everything in them. */
import { defineWatcher } from '@security-monkey/sdk';
import { gone } from '../client/gone.ts';
import { membersOf } from '../client/normal-policy.ts';
import { lastPart } from '../lineage.ts';
import { abovePermissions, aboveRelations, withAbove } from '../resource-manager/ancestors.ts';
import {
  describePolicies,
  ephemeralPolicies,
  policyPermissions,
  unorderedPolicies,
} from '../resource-manager/policies.ts';
import { folderConfig } from './config.ts';
import { confirmFolder, listFolders } from './listing.ts';

export const folder = defineWatcher({
  id: 'gcp.folder',
  accountType: 'gcp-organization',
  title: { one: 'folder', many: 'folders' },
  documentation: 'https://cloud.google.com/resource-manager/reference/rest/v3/folders/list',
  version: 2,
  scope: 'global',
  permissions: {
    'cloudresourcemanager:folders.list': 'resourcemanager.folders.list',
    ...policyPermissions('folders'),
    ...abovePermissions,
  },
  gone,
  // They move with every change.
  ephemeral: ['/etag', '/updateTime', ...ephemeralPolicies],
  secret: [],
  unordered: unorderedPolicies,
  relations: Object.values(aboveRelations),
  config: folderConfig,
  identity: ({ name }) => name,
  lineage: ({ name }) => `//cloudresourcemanager.googleapis.com/${name}`,
  name: ({ name, displayName = name }) => displayName,
  terms: ({ name, displayName = '', iamPolicy }) => [lastPart(name), displayName, ...membersOf(iamPolicy)],
  consolePath: ({ name }) => `/iam-admin/iam?folder=${lastPart(name)}`,
  list: listFolders,
  describe: async (context, listed) => {
    const { name, parent } = folderConfig.parse(listed);
    return await withAbove(context, parent, await describePolicies(context.send, { listed, name }));
  },
  confirm: confirmFolder,
});
