/** What Compute Engine answers of virtual machines, and of the project: https://cloud.google.com/compute/docs/reference/rest/v1/instances */
import type { JsonObject } from '@security-monkey/sdk';
import { found, ofAccount } from '../../answers/call.ts';
import type { Instance } from '../technologies/instance.ts';
import { keyName } from '../technologies/key.ts';
import { defaultAccountOf, projectOf } from '../world/organisation.ts';
import { aggregated, placedIn } from './aggregated.ts';
import { firewallAnswer } from './compute.ts';
import { addressIn, commonOf } from './compute-address.ts';
import { type GoogleAnswers, type GoogleCall, inOwn, named, notFound } from './google-call.ts';

export const instanceAnswers: GoogleAnswers = {
  'compute:instances.aggregatedList': (call) =>
    aggregated(inOwn(call), {
      kind: 'compute#instanceAggregatedList',
      member: 'instances',
      empty: 'zones/asia-east1-a',
      all: ofAccount(call.world.instances, call).map((one) => ({
        place: `zones/${one.zone}`,
        body: instanceAnswer(one),
      })),
    }),
  'compute:instances.get': (call) => instanceAnswer(instanceOf(call)),
  'compute:instances.getEffectiveFirewalls': (call) => {
    const { network, targets } = instanceOf(call);
    const rules = ofAccount(call.world.firewalls, call).filter(
      (rule) =>
        rule.network === network &&
        (rule.targets.length === 0 || rule.targets.some((tag) => targets.includes(tag))),
    );
    return { firewalls: rules.map(firewallAnswer) };
  },
  'compute:projects.get': projectAnswer,
};

function instanceOf(call: GoogleCall): Instance {
  const [name, zone] = [named(inOwn(call), 'instance'), named(call, 'zone')];
  const one = ofAccount(call.world.instances, call).find((instance) => instance.name === name);
  return placedIn(found(one, notFound), (instance) => instance.zone === zone);
}

function instanceAnswer(instance: Instance): JsonObject {
  const { account, name, zone, size, tags, targets, metadata, actsAs, scope, isShielded } = instance;
  return {
    ...commonOf(instance, 'instance', `zones/${zone}/instances/${name}`),
    zone: addressIn(account, `zones/${zone}`),
    machineType: addressIn(account, `zones/${zone}/machineTypes/${size}`),
    status: 'RUNNING',
    fingerprint: 'demo4shopiF=',
    canIpForward: false,
    deletionProtection: false,
    ...(Object.keys(tags).length > 0 && { labels: tags, labelFingerprint: 'demo4shoplF=' }),
    ...(targets.length > 0 && { tags: { items: targets, fingerprint: 'demo4shoptF=' } }),
    networkInterfaces: [interfaceAnswer(instance)],
    disks: [diskAnswer(instance)],
    metadata: metadataAnswer(metadata),
    serviceAccounts: [{ email: actsAs, scopes: [scope] }],
    scheduling: { onHostMaintenance: 'MIGRATE', automaticRestart: true, preemptible: false },
    shieldedInstanceConfig: {
      enableSecureBoot: isShielded,
      enableVtpm: isShielded,
      enableIntegrityMonitoring: isShielded,
    },
    ...(size.startsWith('n2d-') && { confidentialInstanceConfig: { enableConfidentialCompute: true } }),
  };
}

function interfaceAnswer({ account, region, network, subnetwork, address, outside }: Instance): JsonObject {
  return {
    name: 'nic0',
    network: addressIn(account, `global/networks/${network}`),
    subnetwork: addressIn(account, `regions/${region}/subnetworks/${subnetwork}`),
    networkIP: address,
    stackType: 'IPV4_ONLY',
    fingerprint: 'demo4shopnF=',
    ...(outside !== undefined && {
      accessConfigs: [
        {
          kind: 'compute#accessConfig',
          type: 'ONE_TO_ONE_NAT',
          name: 'External NAT',
          natIP: outside,
          networkTier: 'PREMIUM',
        },
      ],
    }),
  };
}

function diskAnswer({ account, region, zone, name, diskKey }: Instance): JsonObject {
  return {
    kind: 'compute#attachedDisk',
    type: 'PERSISTENT',
    mode: 'READ_WRITE',
    source: addressIn(account, `zones/${zone}/disks/${name}`),
    deviceName: 'boot',
    index: 0,
    boot: true,
    autoDelete: true,
    interface: 'SCSI',
    diskSizeGb: '20',
    licenses: [
      'https://www.googleapis.com/compute/v1/projects/debian-cloud/global/licenses/debian-12-bookworm',
    ],
    guestOsFeatures: [{ type: 'UEFI_COMPATIBLE' }, { type: 'GVNIC' }],
    ...(diskKey !== undefined && {
      diskEncryptionKey: {
        kmsKeyName: `${keyName({ account, region, name: diskKey })}/cryptoKeyVersions/1`,
      },
    }),
  };
}

function metadataAnswer(metadata: Readonly<Record<string, string>>): JsonObject {
  return {
    kind: 'compute#metadata',
    fingerprint: 'demo4shopmF=',
    items: Object.entries(metadata).map(([key, value]) => ({ key, value })),
  };
}

function projectAnswer(call: GoogleCall): JsonObject {
  const { account, world, dice } = inOwn(call);
  const node = found(ofAccount(world.hierarchy, call)[0], notFound);
  const made = { ...node, name: account, id: dice.digits(`compute of ${account}`, 19) };
  const { selfLink, ...common } = commonOf(made, 'project', '');
  return {
    ...common,
    selfLink: selfLink.replace(/\/$/, ''),
    defaultServiceAccount: defaultAccountOf(projectOf(account)),
    defaultNetworkTier: 'PREMIUM',
    xpnProjectStatus: 'UNSPECIFIED_XPN_PROJECT_STATUS',
    commonInstanceMetadata: metadataAnswer(node.metadata),
    quotas: [{ metric: 'INSTANCES', limit: 100, usage: ofAccount(world.instances, call).length }],
  };
}
