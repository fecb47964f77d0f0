/** The virtual machines of the estate, all of them in acme-web. */
import { computeAddress, computeLink, firewall, nothing, tcp, zone } from './compute.ts';
import { defaultAccount } from './known.ts';
import { type Fields, type Holds, holdsOf, idOf } from './wire.ts';

const project = 'acme-web';

type Machine = {
  readonly fields?: Fields;
  /** What is in force for its interface; told only where it has an external address. */
  readonly firewalls?: {
    readonly firewalls?: readonly Fields[];
    readonly firewallPolicys?: readonly Fields[];
  };
};

const network = {
  name: 'nic0',
  network: computeLink(project, 'global/networks/main'),
  networkIP: '10.0.0.5',
};
const nat = { type: 'ONE_TO_ONE_NAT', name: 'External NAT', natIP: '203.0.113.7' };
const addressed = { networkInterfaces: [{ ...network, accessConfigs: [nat] }], tags: { items: ['web'] } };
const addressedBy6 = {
  networkInterfaces: [
    { ...network, ipv6AccessConfigs: [{ type: 'DIRECT_IPV6', externalIpv6: '2001:db8::5' }] },
  ],
};

const key = 'projects/acme-data/locations/europe-west1/keyRings/shop/cryptoKeys/quarterly';
const disk = (fields: Fields = { diskEncryptionKey: { kmsKeyName: key } }) => ({
  disks: [{ type: 'PERSISTENT', deviceName: 'boot', boot: true, ...fields }],
});
const metadata = (values: Readonly<Record<string, string>>) => ({
  metadata: { items: Object.entries(values).map(([name, value]) => ({ key: name, value })) },
});
const osLogin = { 'enable-oslogin': 'TRUE' };
const actingAs = (email: string, scope: string) => ({
  serviceAccounts: [{ email, scopes: [`https://www.googleapis.com/auth/${scope}`] }],
});
const own = 'web@acme-web.iam.gserviceaccount.com';

const letIn = (name: string, ports: readonly string[], fields: Fields = {}) =>
  firewall(project, name, { sourceRanges: ['0.0.0.0/0'], allowed: [tcp(...ports)], ...fields });
const behind = (...firewalls: readonly Fields[]) => ({ firewalls });
const denyingPolicy = {
  type: 'NETWORK',
  name: '345678901234',
  rules: [
    {
      action: 'deny',
      direction: 'INGRESS',
      priority: 10,
      match: { srcIpRanges: ['0.0.0.0/0'], layer4Configs: [{ ipProtocol: 'all' }] },
    },
  ],
};

const machines: Readonly<Record<string, Machine>> = {
  calm: {},
  'plain-memory': { fields: { confidentialInstanceConfig: { enableConfidentialCompute: false } } },
  'memory-not-said': { fields: { confidentialInstanceConfig: {} } },

  'own-account': { fields: actingAs(own, 'logging.write') },
  'own-account-everything': { fields: actingAs(own, 'cloud-platform') },
  'default-account': { fields: actingAs(defaultAccount(project), 'logging.write') },
  'default-account-everything': { fields: actingAs(defaultAccount(project), 'cloud-platform') },
  'cluster-node': {
    fields: {
      ...actingAs(defaultAccount(project), 'cloud-platform'),
      ...addressed,
      canIpForward: true,
      labels: { 'goog-gke-node': '' },
    },
    firewalls: behind(letIn('node-web', ['443'])),
  },

  'plain-disk': { fields: disk({}) },
  'scratch-disk': { fields: disk({ type: 'SCRATCH' }) },
  'disk-with-a-key-of-each-call': { fields: disk({ diskEncryptionKey: { sha256: 'aGFzaA==' } }) },
  router: { fields: { canIpForward: true } },

  'os-login-off': { fields: metadata({ 'enable-oslogin': 'FALSE', 'block-project-ssh-keys': 'TRUE' }) },
  'os-login-not-said': { fields: metadata({ 'block-project-ssh-keys': 'TRUE' }) },
  'project-keys-not-said': { fields: metadata({ 'enable-guest-attributes': 'TRUE' }) },
  'project-keys-let-in': { fields: metadata({ 'block-project-ssh-keys': 'FALSE' }) },

  addressed: { fields: addressed, firewalls: behind(letIn('only-web', ['443'])) },
  'addressed-by-ipv6': { fields: addressedBy6, firewalls: behind() },
  'ssh-reached': { fields: addressed, firewalls: behind(letIn('open-ssh', ['22'])) },
  'ssh-for-others': {
    fields: addressed,
    firewalls: behind(letIn('open-ssh-of-db', ['22'], { targetTags: ['db'] })),
  },
  'ssh-denied-first': {
    fields: addressed,
    firewalls: behind(
      letIn('open-ssh-late', ['22']),
      letIn('deny-ssh', [], { allowed: [], denied: [tcp('22')], priority: 900 }),
    ),
  },
  'ssh-perhaps': {
    fields: addressed,
    firewalls: { firewalls: [letIn('open-ssh-beside', ['22'])], firewallPolicys: [denyingPolicy] },
  },
  'ssh-without-an-address': { fields: { tags: { items: ['web'] } } },
  'database-reached': { fields: addressed, firewalls: behind(letIn('open-mysql', ['3300-3310'])) },

  'script-with-a-password': {
    fields: metadata({ ...osLogin, 'startup-script': '#!/bin/sh\nexport DB_PASSWORD=correct-horse-9\n' }),
  },
  'script-without': {
    fields: metadata({ ...osLogin, 'startup-script': '#!/bin/sh\nexport DB_HOST=db.internal\n' }),
  },
  'password-by-its-key': { fields: metadata({ ...osLogin, 'db-password': 'correct-horse-9' }) },
  'host-by-its-key': { fields: metadata({ ...osLogin, 'db-host': 'correct-horse-9' }) },
  'serial-port': { fields: metadata({ ...osLogin, 'serial-port-enable': 'TRUE' }) },
  'serial-port-by-a-number': { fields: metadata({ ...osLogin, 'serial-port-enable': '1' }) },
  'serial-port-off': { fields: metadata({ ...osLogin, 'serial-port-enable': 'false' }) },

  'no-trusted-module': {
    fields: { shieldedInstanceConfig: { enableVtpm: false, enableIntegrityMonitoring: true } },
  },
  'not-monitored': {
    fields: { shieldedInstanceConfig: { enableVtpm: true, enableIntegrityMonitoring: false } },
  },
  'not-shielded': { fields: { shieldedInstanceConfig: {} } },
};

/** One that no check has anything to say of, unless its fields say otherwise. */
function body(name: string, { fields = {} }: Machine): Fields {
  return {
    kind: 'compute#instance',
    id: idOf(`${project} instance ${name}`),
    name,
    zone: computeLink(project, `zones/${zone}`),
    selfLink: computeLink(project, `zones/${zone}/instances/${name}`),
    status: 'RUNNING',
    canIpForward: false,
    networkInterfaces: [network],
    ...disk(),
    ...metadata(osLogin),
    shieldedInstanceConfig: { enableVtpm: true, enableIntegrityMonitoring: true },
    confidentialInstanceConfig: { enableConfidentialCompute: true },
    ...fields,
  };
}

const address = computeAddress(project);

export const instanceHolds: Holds = holdsOf([
  {
    [`${address}/aggregated/instances`]: {
      items: {
        [`zones/${zone}`]: {
          instances: Object.entries(machines).map(([name, machine]) => body(name, machine)),
        },
        'zones/us-east1-c': nothing,
      },
    },
  },
  ...Object.entries(machines).map(
    ([name, { firewalls }]): Holds =>
      firewalls === undefined
        ? {}
        : { [`${address}/zones/${zone}/instances/${name}/getEffectiveFirewalls`]: { ...firewalls } },
  ),
]);
