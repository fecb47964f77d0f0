/** Watches VPC networks: one listing for the project. Which subnetworks lie in one is a relation: Google adds some by itself. */
import { type Description, defineWatcher, type JsonObject, type WatchContext } from '@security-monkey/sdk';
import { projectPage } from '../account-type/console.ts';
import { resourcePermission } from '../asset-inventory/assets.ts';
import { resourceHistoryPermission } from '../asset-inventory/history.ts';
import { listEitherWay } from '../asset-inventory/list-either-way.ts';
import { pastThroughInventory } from '../asset-inventory/past.ts';
import { confirmGlobal, listGlobal } from '../client/compute.ts';
import { gone } from '../client/gone.ts';
import { computeName, lastPart, projectIn } from '../lineage.ts';
import { networkConfig, networkForm, networkSource } from './config.ts';

const reference = 'https://cloud.google.com/compute/docs/reference/rest/v1/networks';

export const computeNetwork = defineWatcher({
  id: 'gcp.compute-network',
  accountType: 'gcp',
  title: { one: 'VPC network', many: 'VPC networks' },
  documentation: 'https://cloud.google.com/compute/docs/reference/rest/v1/networks/list',
  legacyIndex: 'gcenetwork',
  version: 1,
  scope: 'global',
  permissions: {
    ...resourcePermission,
    ...resourceHistoryPermission,
    'compute:networks.list': 'compute.networks.list',
    'compute:networks.get': 'compute.networks.get',
  },
  gone,
  ephemeral: [
    // Whether the other side has peered as well is its doing.
    '/peerings/*/state',
    '/peerings/*/stateDetails',
  ],
  secret: [],
  // Peerings have names of their own, and each stands for itself.
  unordered: [{ path: '/peerings', source: reference }],
  relations: ['subnetworks'],
  config: networkConfig,
  identity: ({ id }) => id,
  lineage: ({ selfLink }) => computeName(selfLink),
  name: ({ name }) => name,
  terms: ({ name, IPv4Range, peerings = [] }) => [
    name,
    ...(IPv4Range === undefined ? [] : [IPv4Range]),
    ...peerings.flatMap((peering) => [peering.name ?? '', lastPart(peering.network ?? '')]),
  ],
  consolePath: ({ selfLink, name }) =>
    projectPage('/networking/networks/details', { project: projectIn(selfLink), name }),
  list: (context) =>
    listEitherWay(context, {
      source: networkSource,
      direct: (own) => listGlobal(own, { operation: 'compute:networks.list', form: networkForm }),
    }),
  describe: describeNetwork,
  confirm: (context, missing) =>
    confirmGlobal(context, missing, { operation: 'compute:networks.get', parameter: 'network' }),
  past: (context, question) =>
    pastThroughInventory(context, question, { source: networkSource, describe: describeNetwork }),
});

async function describeNetwork(
  _context: WatchContext,
  { subnetworks, ...config }: JsonObject,
): Promise<Description> {
  const addresses = Array.isArray(subnetworks) ? subnetworks : [];
  const relations = addresses.flatMap((address: unknown) =>
    typeof address === 'string'
      ? [{ name: 'subnetworks', technology: 'gcp.compute-subnetwork', key: computeName(address) }]
      : [],
  );
  return { config, relations };
}
