/** Watches subnetworks: one listing over all regions, and of each who may use it. */
import { defineWatcher, readParts } from '@security-monkey/sdk';
import { projectPage } from '../account-type/console.ts';
import { inventoryPermissions } from '../asset-inventory/assets.ts';
import { historyPermissions } from '../asset-inventory/history.ts';
import { listEitherWay } from '../asset-inventory/list-either-way.ts';
import { pastThroughInventory } from '../asset-inventory/past.ts';
import { policyPart, unorderedPolicy } from '../client/allow-policy.ts';
import { confirmPlaced, listEverywhere, placeIn } from '../client/compute.ts';
import { gone } from '../client/gone.ts';
import { membersOf } from '../client/normal-policy.ts';
import { computeName, lastPart, projectIn } from '../lineage.ts';
import { type SubnetworkConfig, subnetworkConfig, subnetworkForm, subnetworkSource } from './config.ts';

const reference = 'https://cloud.google.com/compute/docs/reference/rest/v1/subnetworks';

export const computeSubnetwork = defineWatcher({
  id: 'gcp.compute-subnetwork',
  accountType: 'gcp',
  title: { one: 'subnetwork', many: 'subnetworks' },
  documentation: 'https://cloud.google.com/compute/docs/reference/rest/v1/subnetworks/aggregatedList',
  version: 1,
  scope: 'global',
  permissions: {
    ...inventoryPermissions,
    ...historyPermissions,
    'compute:subnetworks.aggregatedList': 'compute.subnetworks.list',
    'compute:subnetworks.get': 'compute.subnetworks.get',
    'compute:subnetworks.getIamPolicy': 'compute.subnetworks.getIamPolicy',
  },
  gone,
  ephemeral: [
    // Moves with every change.
    '/fingerprint',
    // Passes through on the way to what was asked for.
    '/state',
  ],
  secret: [],
  unordered: [
    { path: '/secondaryIpRanges', source: reference },
    { path: '/logConfig/metadataFields', source: reference },
    ...unorderedPolicy,
  ],
  relations: [],
  config: subnetworkConfig,
  identity: ({ id }) => id,
  lineage: ({ selfLink }) => computeName(selfLink),
  name: ({ name }) => name,
  region: ({ selfLink }) => placeIn(selfLink, 'region'),
  terms: termsOf,
  consolePath: ({ name, selfLink }) =>
    projectPage(`/networking/subnetworks/details/${placeIn(selfLink, 'region')}`, {
      project: projectIn(selfLink),
      name,
    }),
  list: (context) =>
    listEitherWay(context, {
      source: subnetworkSource,
      direct: (own) =>
        listEverywhere(own, {
          operation: 'compute:subnetworks.aggregatedList',
          member: 'subnetworks',
          form: subnetworkForm,
        }),
    }),
  describe: async ({ send, place }, listed) => {
    const { name, selfLink, iamPolicy } = subnetworkConfig.parse(listed);
    if (iamPolicy !== undefined) return { config: listed };
    const asked = { project: place.account, region: placeIn(selfLink, 'region'), resource: name };
    return await readParts({ send, gone }, listed, {
      iamPolicy: policyPart('compute:subnetworks.getIamPolicy', {
        ...asked,
        optionsRequestedPolicyVersion: 3,
      }),
    });
  },
  confirm: (context, missing) =>
    confirmPlaced(context, missing, {
      operation: 'compute:subnetworks.get',
      parameter: 'subnetwork',
      within: 'region',
    }),
  past: (context, question) => pastThroughInventory(context, question, { source: subnetworkSource }),
});

function termsOf({ name, network = '', iamPolicy, ...ranges }: SubnetworkConfig): readonly string[] {
  const { ipCidrRange, ipv6CidrRange, secondaryIpRanges = [] } = ranges;
  const secondary = secondaryIpRanges.flatMap((range) => [range.rangeName, range.ipCidrRange]);
  const words = [name, lastPart(network), ipCidrRange, ipv6CidrRange, ...secondary, ...membersOf(iamPolicy)];
  return words.filter((word) => word !== undefined).filter((word) => word !== '');
}
