/** Watches the firewall rules of VPC networks: one listing for the project, or for its whole organization. */
import { defineWatcher } from '@security-monkey/sdk';
import { projectPage } from '../account-type/console.ts';
import { resourcePermission } from '../asset-inventory/assets.ts';
import { resourceHistoryPermission } from '../asset-inventory/history.ts';
import { listEitherWay } from '../asset-inventory/list-either-way.ts';
import { pastThroughInventory } from '../asset-inventory/past.ts';
import { confirmGlobal, listGlobal } from '../client/compute.ts';
import { gone } from '../client/gone.ts';
import { computeName, lastPart, projectIn } from '../lineage.ts';
import { firewallConfig, firewallForm, firewallSource } from './config.ts';

/** A rule applies to what is in its lists; none of them says that an earlier entry goes before a later one. */
const reference = 'https://cloud.google.com/compute/docs/reference/rest/v1/firewalls';

export const computeFirewall = defineWatcher({
  id: 'gcp.compute-firewall',
  accountType: 'gcp',
  title: { one: 'firewall rule', many: 'firewall rules' },
  documentation: 'https://cloud.google.com/compute/docs/reference/rest/v1/firewalls/list',
  legacyIndex: 'gcefirewallrule',
  version: 1,
  scope: 'global',
  permissions: {
    ...resourcePermission,
    ...resourceHistoryPermission,
    'compute:firewalls.list': 'compute.firewalls.list',
    'compute:firewalls.get': 'compute.firewalls.get',
  },
  gone,
  ephemeral: [],
  secret: [],
  unordered: [
    { path: '/allowed', source: reference },
    { path: '/allowed/*/ports', source: reference },
    { path: '/denied', source: reference },
    { path: '/denied/*/ports', source: reference },
    { path: '/sourceRanges', source: reference },
    { path: '/destinationRanges', source: reference },
    { path: '/sourceTags', source: reference },
    { path: '/sourceServiceAccounts', source: reference },
    { path: '/targetTags', source: reference },
    { path: '/targetServiceAccounts', source: reference },
  ],
  relations: [],
  config: firewallConfig,
  identity: ({ id }) => id,
  lineage: ({ selfLink }) => computeName(selfLink),
  name: ({ name }) => name,
  terms: ({ name, network = '', ...rule }) => [
    name,
    lastPart(network),
    ...(rule.sourceRanges ?? []),
    ...(rule.destinationRanges ?? []),
    ...(rule.sourceTags ?? []),
    ...(rule.targetTags ?? []),
    ...(rule.sourceServiceAccounts ?? []),
    ...(rule.targetServiceAccounts ?? []),
  ],
  consolePath: ({ selfLink, name }) =>
    projectPage('/networking/firewalls/details', { project: projectIn(selfLink), name }),
  list: (context) =>
    listEitherWay(context, {
      source: firewallSource,
      direct: (own) => listGlobal(own, { operation: 'compute:firewalls.list', form: firewallForm }),
    }),
  confirm: (context, missing) =>
    confirmGlobal(context, missing, { operation: 'compute:firewalls.get', parameter: 'firewall' }),
  past: (context, question) => pastThroughInventory(context, question, { source: firewallSource }),
});
