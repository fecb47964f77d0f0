/** Watches virtual machines: one listing over all zones. */
import { defineWatcher, type JsonObject, type WatchContext } from '@security-monkey/sdk';
import { projectPage } from '../account-type/console.ts';
import { confirmPlaced, listEverywhere, placeIn } from '../client/compute.ts';
import { gone } from '../client/gone.ts';
import { computeName, lastPart, projectIn } from '../lineage.ts';
import { type InstanceConfig, instanceConfig, instanceForm } from './config.ts';
import { firewallsOperation, withFirewalls } from './firewalls.ts';
import { metadataFindings } from './metadata-findings.ts';

const reference = 'https://cloud.google.com/compute/docs/reference/rest/v1/instances';

export const computeInstance = defineWatcher({
  id: 'gcp.compute-instance',
  accountType: 'gcp',
  title: { one: 'virtual machine', many: 'virtual machines' },
  documentation: 'https://cloud.google.com/compute/docs/reference/rest/v1/instances/aggregatedList',
  version: 1,
  scope: 'global',
  permissions: {
    'compute:instances.aggregatedList': 'compute.instances.list',
    'compute:instances.get': 'compute.instances.get',
    [firewallsOperation]: 'compute.instances.getEffectiveFirewalls',
  },
  gone,
  ephemeral: [
    // Running or stopped is operation, not configuration (docs/adr/0013-running-or-stopped.md), and so is what a start changes.
    '/status',
    '/statusMessage',
    '/lastStartTimestamp',
    '/lastStopTimestamp',
    '/lastSuspendedTimestamp',
    '/resourceStatus',
    '/cpuPlatform',
    // An address that Google lends is another one after each stop and start.
    '/networkInterfaces/*/accessConfigs/*/natIP',
    // They move with every change.
    '/fingerprint',
    '/labelFingerprint',
    '/metadata/fingerprint',
    '/networkInterfaces/*/fingerprint',
    '/tags/fingerprint',
  ],
  // Values of metadata are hidden by the redactor, which keeps the switches among them.
  secret: [],
  unordered: [
    '/disks/*/guestOsFeatures',
    '/disks/*/licenses',
    '/metadata/items',
    '/networkInterfaces/*/aliasIpRanges',
    '/resourcePolicies',
    '/serviceAccounts/*/scopes',
    '/tags/items',
  ].map((path) => ({ path, source: reference })),
  relations: ['firewalls'],
  config: instanceConfig,
  identity: ({ id }) => id,
  lineage: ({ selfLink }) => computeName(selfLink),
  name: ({ name }) => name,
  region: ({ selfLink }) => placeIn(selfLink, 'zone').replace(/-[a-z]$/, ''),
  tags: ({ labels = {} }) => labels,
  terms: (config) => [...new Set([...wordsOf(config), ...addressesOf(config)])],
  consolePath: ({ name, selfLink }) =>
    projectPage(`/compute/instancesDetail/zones/${placeIn(selfLink, 'zone')}/instances`, {
      project: projectIn(selfLink),
      name,
    }),
  list: listInstances,
  describe: withFirewalls,
  confirm: (context, missing) =>
    confirmPlaced(context, missing, {
      operation: 'compute:instances.get',
      parameter: 'instance',
      within: 'zone',
    }),
});

async function* listInstances(context: WatchContext): AsyncIterable<readonly JsonObject[]> {
  const listing = { operation: 'compute:instances.aggregatedList', member: 'instances', form: instanceForm };
  for await (const page of listEverywhere(context, listing))
    yield page.map((body) => ({ ...body, metadataFindings: metadataFindings(body) }));
}

function wordsOf({
  name,
  machineType = '',
  tags,
  serviceAccounts = [],
  networkInterfaces = [],
}: InstanceConfig) {
  return [
    name,
    lastPart(machineType),
    ...(tags?.items ?? []),
    ...serviceAccounts.map(({ email }) => email),
    ...networkInterfaces.flatMap(({ network = '', subnetwork = '' }) => [
      lastPart(network),
      lastPart(subnetwork),
    ]),
  ].filter((word) => word !== '');
}

function addressesOf({ networkInterfaces = [] }: InstanceConfig): readonly string[] {
  return networkInterfaces.flatMap(
    ({ networkIP, ipv6Address, accessConfigs = [], ipv6AccessConfigs = [] }) => {
      const outside = [...accessConfigs, ...ipv6AccessConfigs].map(
        ({ natIP, externalIpv6 }) => natIP ?? externalIpv6,
      );
      return [networkIP, ipv6Address, ...outside].filter((address) => address !== undefined);
    },
  );
}
