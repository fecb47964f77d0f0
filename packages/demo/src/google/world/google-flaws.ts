/** What has been wrong in Google Cloud since before anybody looked, and stays so. */
import { peopleDomain } from '../../world/organisation.ts';
import { bucketName } from '../technologies/bucket.ts';
import { firewallOf } from '../technologies/firewall.ts';
import { ownRoles } from '../technologies/hierarchy.ts';
import { networkOf } from '../technologies/network.ts';
import { granted } from './allow-policy.ts';
import { type GoogleChange, on } from './google-change.ts';
import {
  accountMail,
  analytics,
  dataFolder,
  defaultAccountOf,
  group,
  organizationId,
  partner,
  person,
  production,
  projectOf,
  staging,
} from './organisation.ts';

/** As Google sets a new project up. */
const withDefaultNetwork: GoogleChange = (world, { dice }) => {
  const network = { ...networkOf(staging, 'default', dice), description: 'Default network for the project' };
  const rule = (name: string) => ({
    ...firewallOf(staging, name, dice),
    network: 'default',
    priority: 65534,
  });
  return {
    ...world,
    networks: [...world.networks, { ...network, isAutomatic: true }],
    firewalls: [
      ...world.firewalls,
      {
        ...rule('default-allow-internal'),
        description: 'Allow internal traffic on the default network',
        sources: ['10.128.0.0/9'],
        allowed: { tcp: ['0-65535'], udp: ['0-65535'], icmp: [] },
      },
      {
        ...rule('default-allow-rdp'),
        description: 'Allow RDP from anywhere',
        sources: ['0.0.0.0/0'],
        allowed: { tcp: ['3389'] },
      },
    ],
  };
};

export const googleFlaws: readonly GoogleChange[] = [
  withDefaultNetwork,
  on('hierarchy', [staging, `projects/${projectOf(staging).counted}`], (node) => ({
    ...node,
    bindings: granted(
      granted(node.bindings, 'roles/editor', `serviceAccount:${defaultAccountOf(projectOf(staging))}`),
      'roles/owner',
      person('ravi.menon'),
    ),
    metadata: {},
  })),
  // Whoever has this role can have Cloud Build run anything in production.
  on('hierarchy', [production, `projects/${projectOf(production).counted}`], (node) => ({
    ...node,
    bindings: granted(node.bindings, ownRoles.releases, group('release-managers')),
  })),
  // No flaw: a deny policy of the organization takes from this role what would be one.
  on('hierarchy', [organizationId, dataFolder.name], (node) => ({
    ...node,
    bindings: granted(node.bindings, ownRoles.roles, person('amir.haddad')),
  })),
  on('hierarchy', [analytics, `projects/${projectOf(analytics).counted}`], (node) => ({
    ...node,
    bindings: granted(node.bindings, 'roles/iam.serviceAccountUser', person('tom.achebe')),
  })),
  // Published once for a campaign, by its access list.
  on('buckets', [staging, bucketName(staging, 'images')], (bucket) => ({
    ...bucket,
    keepsPublicOut: false,
    acl: [{ entity: 'allUsers', role: 'READER' }],
  })),
  on('buckets', [production, bucketName(production, 'wallet')], (bucket) => ({
    ...bucket,
    bindings: granted(
      bucket.bindings,
      'roles/storage.objectViewer',
      `serviceAccount:${accountMail(partner, 'settlement')}`,
    ),
  })),
  on('databases', [staging, 'staging-wallet-db'], (database) => ({
    ...database,
    outside: '203.0.113.41',
    clients: { everywhere: '0.0.0.0/0' },
    takesPlainText: true,
  })),
  on('serviceAccounts', [production, accountMail(production, 'push')], (account, { dice }) => ({
    ...account,
    keys: [{ id: dice.hex('key of push', 40), created: '2024-06-03T12:10:00Z' }],
  })),
  on('instances', [analytics, 'data-forecast-1'], (instance) => ({
    ...instance,
    metadata: {
      'serial-port-enable': 'TRUE',
      'startup-script': '#!/bin/sh\nexport DB_PASSWORD=maple-ladder-43\nexec /opt/forecast/start\n',
    },
    isShielded: false,
  })),
  on('keys', [analytics, 'forecast'], (key) => ({ ...key, rotatesEvery: undefined })),
  on('datasets', [analytics, 'clicks'], (dataset) => ({
    ...dataset,
    access: [...dataset.access, { role: 'READER', userByEmail: 'reports@agency.example' }],
    key: undefined,
  })),
  on('subnetworks', [analytics, 'main-us-east1'], (subnetwork) => ({ ...subnetwork, reachesGoogle: false })),
  on('serviceAccounts', [staging, accountMail(staging, 'mobile-api')], (account) => ({
    ...account,
    bindings: granted(
      account.bindings,
      'roles/iam.serviceAccountTokenCreator',
      `group:developers@${peopleDomain}`,
    ),
  })),
];
