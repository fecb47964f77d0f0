/** Two virtual machines as Compute Engine lists them: one with everything, one stopped and bare. */
import { type Estate, providerError } from '@security-monkey/sdk/testing';

const project = 'https://www.googleapis.com/compute/v1/projects/acme-web';
const zones = { web: 'europe-west1-b', bare: 'us-east1-c' };

const common = (id: string, name: string, zone: string) => ({
  kind: 'compute#instance',
  id,
  creationTimestamp: '2026-03-01T01:02:03.456-07:00',
  name,
  zone: `${project}/zones/${zone}`,
  selfLink: `${project}/zones/${zone}/instances/${name}`,
  machineType: `${project}/zones/${zone}/machineTypes/e2-small`,
  fingerprint: 'a1b2c3d4e5f=',
  labelFingerprint: 'f5e4d3c2b1a=',
  canIpForward: false,
  deletionProtection: false,
  startRestricted: false,
});

const disk = {
  type: 'PERSISTENT',
  mode: 'READ_WRITE',
  source: `${project}/zones/${zones.web}/disks/web`,
  deviceName: 'boot',
  index: 0,
  boot: true,
  autoDelete: true,
  interface: 'SCSI',
  diskSizeGb: '20',
  licenses: [`${project}/global/licenses/debian-12`, `${project}/global/licenses/tool`],
  guestOsFeatures: [{ type: 'UEFI_COMPATIBLE' }, { type: 'GVNIC' }],
};

const script = '#!/bin/sh\nexport DB_PASSWORD=correct-horse-9\n';

const web = {
  ...common('4234567890123456789', 'web-1', zones.web),
  description: 'The shop',
  status: 'RUNNING',
  statusMessage: 'All is well',
  lastStartTimestamp: '2026-05-05T05:05:05.000-07:00',
  lastStopTimestamp: '2026-05-04T05:05:05.000-07:00',
  lastSuspendedTimestamp: '2026-05-03T05:05:05.000-07:00',
  cpuPlatform: 'Intel Broadwell',
  resourceStatus: { physicalHost: '/aaa/bbb/ccc' },
  tags: { items: ['web', 'ssh'], fingerprint: 'tF1=' },
  labels: { team: 'shop' },
  networkInterfaces: [
    {
      name: 'nic0',
      network: `${project}/global/networks/main`,
      subnetwork: `${project}/regions/europe-west1/subnetworks/main`,
      networkIP: '10.0.0.5',
      stackType: 'IPV4_ONLY',
      fingerprint: 'nF1=',
      aliasIpRanges: [{ ipCidrRange: '10.8.0.0/24' }, { ipCidrRange: '10.9.0.0/24' }],
      accessConfigs: [
        { type: 'ONE_TO_ONE_NAT', name: 'External NAT', natIP: '203.0.113.7', networkTier: 'PREMIUM' },
      ],
    },
  ],
  disks: [disk],
  metadata: {
    fingerprint: 'mF1=',
    items: [
      { key: 'startup-script', value: script },
      { key: 'enable-oslogin', value: 'TRUE' },
    ],
  },
  serviceAccounts: [
    {
      email: 'web@acme-web.iam.gserviceaccount.com',
      scopes: [
        'https://www.googleapis.com/auth/logging.write',
        'https://www.googleapis.com/auth/monitoring.write',
      ],
    },
  ],
  resourcePolicies: [
    `${project}/regions/europe-west1/resourcePolicies/nightly`,
    `${project}/regions/europe-west1/resourcePolicies/weekly`,
  ],
  scheduling: { onHostMaintenance: 'MIGRATE', automaticRestart: true, preemptible: false },
  shieldedInstanceConfig: { enableSecureBoot: true, enableVtpm: true, enableIntegrityMonitoring: true },
};

const bare = {
  ...common('5234567890123456789', 'bare-1', zones.bare),
  status: 'TERMINATED',
  networkInterfaces: [
    {
      name: 'nic0',
      network: `${project}/global/networks/main`,
      networkIP: '10.1.0.5',
      ipv6Address: 'fd20::5',
    },
  ],
};

const tagged = {
  ...web,
  metadata: { kind: 'compute#metadata', ...web.metadata },
  disks: [{ kind: 'compute#attachedDisk', ...disk }],
};

const instances = [tagged, bare];

const rule = {
  name: 'allow-web',
  direction: 'INGRESS',
  disabled: false,
  priority: 1000,
  network: `${project}/global/networks/main`,
  sourceRanges: ['0.0.0.0/0'],
  targetTags: ['web'],
  allowed: [{ IPProtocol: 'tcp', ports: ['443'] }],
};

const policyRule = {
  action: 'goto_next',
  direction: 'INGRESS',
  priority: 2147483646,
  match: { srcIpRanges: ['0.0.0.0/0'], layer4Configs: [{ ipProtocol: 'all' }] },
};

const firewalls = {
  firewalls: [
    {
      kind: 'compute#firewall',
      id: '1234567890123456789',
      selfLink: `${project}/global/firewalls/allow-web`,
      logConfig: { enable: false },
      ...rule,
    },
  ],
  firewallPolicys: [
    {
      type: 'HIERARCHY',
      name: '345678901234',
      shortName: 'base',
      rules: [{ kind: 'compute#firewallPolicyRule', ruleTupleCount: 2, ...policyRule }],
    },
  ],
};
const nothing = { warning: { code: 'NO_RESULTS_ON_PAGE', message: 'There are no results for this scope.' } };

export const estate: Estate = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  answers: {
    'compute:instances.aggregatedList': ({ pageToken }) => {
      const kind = 'compute#instanceAggregatedList';
      return pageToken === undefined
        ? {
            kind,
            items: { [`zones/${zones.web}`]: { instances: [tagged] }, 'zones/europe-west1-c': nothing },
            nextPageToken: 'second',
          }
        : { kind, items: { [`zones/${zones.bare}`]: { instances: [bare] } } };
    },
    'compute:instances.getEffectiveFirewalls': firewalls,
    'compute:instances.get': ({ instance }) => {
      const found = instances.find(({ name }) => name === instance);
      if (found === undefined) throw providerError('NOT_FOUND');
      return found;
    },
  },
  listing: { operation: 'compute:instances.aggregatedList' },
  items: [
    {
      identity: web.id,
      lineage: '//compute.googleapis.com/projects/acme-web/zones/europe-west1-b/instances/web-1',
      name: 'web-1',
      console: '/compute/instancesDetail/zones/europe-west1-b/instances/web-1?project=acme-web',
      region: 'europe-west1',
      tags: { team: 'shop' },
      config: { ...web, metadataFindings: { 'startup-script': ['value under the name of a secret'] } },
      relations: [
        {
          name: 'firewalls',
          technology: 'gcp.compute-firewall',
          key: '//compute.googleapis.com/projects/acme-web/global/firewalls/allow-web',
          value: { interfaces: ['nic0'], rule },
        },
        {
          name: 'firewalls',
          technology: 'gcp.compute-firewall-policy',
          key: '345678901234',
          value: { interfaces: ['nic0'], type: 'HIERARCHY', rules: [policyRule] },
        },
      ],
    },
    {
      identity: bare.id,
      lineage: '//compute.googleapis.com/projects/acme-web/zones/us-east1-c/instances/bare-1',
      name: 'bare-1',
      region: 'us-east1',
      tags: {},
      config: { ...bare, metadataFindings: {} },
    },
  ],
};
