/** What must become of a scan of the small estate when one operation fails: by hand, from what each is needed for. */

/**
 * What cannot be looked at any more: the whole account, what lies in it, the listing of a technology, each of its items, or a part of
 * each.
 */
export type Loss = 'account' | 'discovery' | 'listing' | 'items' | 'part';

export type Hit = {
  readonly account: 'acme' | 'acme-web';
  readonly technology: string;
  readonly losses: readonly Loss[];
  /** How many items lose a part, or all. */
  readonly count?: number;
  /** That it is not found says that what was listed has gone since: that is believed. */
  readonly saysGone?: true;
};

export type FaultRow = {
  readonly permission: string;
  readonly hits: readonly Hit[];
  /** Listings that come in pages, of which the second may fail. */
  readonly isPaged?: true;
  readonly why: string;
};

const inProject = (technology: string, losses: readonly Loss[], count?: number): Hit => ({
  account: 'acme-web',
  technology,
  losses,
  ...(count !== undefined && { count }),
});
const inOrganization = (technology: string, losses: readonly Loss[], count?: number): Hit => ({
  ...inProject(technology, losses, count),
  account: 'acme',
});
const listing = (technology: string) => [inProject(technology, ['listing'])];
const part = (technology: string, count = 2) => [inProject(technology, ['part'], count)];
/** A part that only the item itself can have. */
const ownPart = (technology: string, count?: number) =>
  part(technology, count).map((hit): Hit => ({ ...hit, saysGone: true }));
const onAll = [
  inProject('gcp.project', ['part'], 1),
  inOrganization('gcp.folder', ['part'], 2),
  inOrganization('gcp.organization', ['part'], 1),
];

export const faultRows: Readonly<Record<string, FaultRow>> = {
  'cloudresourcemanager:projects.get': {
    permission: 'resourcemanager.projects.get',
    hits: [inProject('gcp.project', ['account'])],
    why: 'nobody can tell which project it is',
  },
  'cloudresourcemanager:organizations.get': {
    permission: 'resourcemanager.organizations.get',
    hits: [inOrganization('gcp.organization', ['account'])],
    why: 'nobody can tell which organization it is',
  },
  'cloudresourcemanager:projects.list': {
    permission: 'resourcemanager.projects.list',
    hits: [inOrganization('gcp.organization', ['discovery'])],
    why: 'the projects of an organization are found by it',
  },
  'cloudresourcemanager:folders.list': {
    permission: 'resourcemanager.folders.list',
    hits: [inOrganization('gcp.folder', ['listing', 'discovery'])],
    why: 'folders are listed and projects found by it',
  },
  'cloudresourcemanager:folders.get': {
    permission: 'resourcemanager.folders.get',
    hits: [inProject('gcp.project', ['part'], 1), inOrganization('gcp.folder', ['part'], 1)],
    why: 'it tells what a folder lies in; the organization of a project that was found in one is known',
  },
  'cloudresourcemanager:projects.getIamPolicy': {
    permission: 'resourcemanager.projects.getIamPolicy',
    hits: ownPart('gcp.project', 1),
    why: 'who may do what in the project',
  },
  'cloudresourcemanager:folders.getIamPolicy': {
    permission: 'resourcemanager.folders.getIamPolicy',
    hits: [
      inProject('gcp.project', ['part'], 1),
      { ...inOrganization('gcp.folder', ['part'], 2), saysGone: true },
    ],
    why: 'who may do what in the folder, and what projects inherit',
  },
  'cloudresourcemanager:organizations.getIamPolicy': {
    permission: 'resourcemanager.organizations.getIamPolicy',
    hits: [
      inProject('gcp.project', ['part'], 1),
      inOrganization('gcp.folder', ['part'], 2),
      { ...inOrganization('gcp.organization', ['part'], 1), saysGone: true },
    ],
    why: 'who may do what in the organization, and what projects and folders inherit',
  },
  'iam:policies.listPolicies': {
    permission: 'iam.denypolicies.list',
    hits: onAll,
    isPaged: true,
    why: 'what is denied',
  },
  'iam:policies.get': {
    permission: 'iam.denypolicies.get',
    hits: onAll.map((hit): Hit => ({ ...hit, saysGone: true })),
    why: 'the rules of what is denied',
  },
  'orgpolicy:projects.policies.list': {
    permission: 'orgpolicy.policies.list',
    hits: part('gcp.project', 1),
    isPaged: true,
    why: 'what is constrained in the project',
  },
  'orgpolicy:folders.policies.list': {
    permission: 'orgpolicy.policies.list',
    hits: [inOrganization('gcp.folder', ['part'], 2)],
    isPaged: true,
    why: 'what is constrained in the folder',
  },
  'orgpolicy:organizations.policies.list': {
    permission: 'orgpolicy.policies.list',
    hits: [inOrganization('gcp.organization', ['part'], 1)],
    isPaged: true,
    why: 'what is constrained in the organization',
  },
  'iam:organizations.roles.list': {
    permission: 'iam.roles.list',
    hits: [inOrganization('gcp.organization', ['part'], 1)],
    isPaged: true,
    why: 'what custom roles give',
  },
  'iam:organizations.roles.get': {
    permission: 'iam.roles.get',
    hits: [inProject('gcp.project', ['part'], 1), inOrganization('gcp.folder', ['part'], 2)].map(
      (hit): Hit => ({ ...hit, saysGone: true }),
    ),
    why: 'what custom roles give that are held below the organization',
  },
  'iam:projects.roles.list': {
    permission: 'iam.roles.list',
    hits: part('gcp.project', 1),
    isPaged: true,
    why: 'what custom roles give',
  },
  'serviceusage:services.list': {
    permission: 'serviceusage.services.list',
    hits: part('gcp.project', 1),
    isPaged: true,
    why: 'which services are on',
  },
  'compute:projects.get': {
    permission: 'compute.projects.get',
    hits: part('gcp.project', 1),
    why: 'what Compute Engine keeps for the project',
  },

  'compute:firewalls.list': {
    permission: 'compute.firewalls.list',
    hits: listing('gcp.compute-firewall'),
    isPaged: true,
    why: 'the listing itself',
  },
  'compute:networks.list': {
    permission: 'compute.networks.list',
    hits: listing('gcp.compute-network'),
    isPaged: true,
    why: 'the listing itself',
  },
  'compute:subnetworks.aggregatedList': {
    permission: 'compute.subnetworks.list',
    hits: listing('gcp.compute-subnetwork'),
    why: 'the listing itself',
  },
  'compute:subnetworks.getIamPolicy': {
    permission: 'compute.subnetworks.getIamPolicy',
    hits: ownPart('gcp.compute-subnetwork'),
    why: 'who may use the subnetwork',
  },
  'compute:instances.aggregatedList': {
    permission: 'compute.instances.list',
    hits: listing('gcp.compute-instance'),
    why: 'the listing itself',
  },
  'compute:instances.getEffectiveFirewalls': {
    permission: 'compute.instances.getEffectiveFirewalls',
    hits: ownPart('gcp.compute-instance'),
    why: 'whether the internet reaches the machine',
  },

  'storage:buckets.list': {
    permission: 'storage.buckets.list',
    hits: listing('gcp.storage-bucket'),
    isPaged: true,
    why: 'the listing itself',
  },
  'storage:buckets.getIamPolicy': {
    permission: 'storage.buckets.getIamPolicy',
    hits: ownPart('gcp.storage-bucket'),
    why: 'whom the bucket lets in',
  },
  'iam:projects.serviceAccounts.list': {
    permission: 'iam.serviceAccounts.list',
    hits: listing('gcp.iam-service-account'),
    isPaged: true,
    why: 'the listing itself',
  },
  'iam:projects.serviceAccounts.keys.list': {
    permission: 'iam.serviceAccountKeys.list',
    hits: ownPart('gcp.iam-service-account'),
    why: 'which keys there are',
  },
  'iam:projects.serviceAccounts.getIamPolicy': {
    permission: 'iam.serviceAccounts.getIamPolicy',
    hits: ownPart('gcp.iam-service-account'),
    why: 'who may act as it',
  },
  'bigquery:datasets.list': {
    permission: 'bigquery.datasets.get',
    hits: listing('gcp.bigquery-dataset'),
    isPaged: true,
    why: 'the listing itself',
  },
  'bigquery:datasets.get': {
    permission: 'bigquery.datasets.get',
    hits: [{ ...inProject('gcp.bigquery-dataset', ['listing', 'items'], 2), saysGone: true }],
    why: 'the listing tells but the names, which are used again: what is missing from it cannot be told',
  },
  'sql:instances.list': {
    permission: 'cloudsql.instances.list',
    hits: listing('gcp.sql-instance'),
    isPaged: true,
    why: 'the listing itself',
  },
  'cloudkms:projects.locations.list': {
    permission: 'cloudkms.locations.list',
    hits: listing('gcp.kms-key'),
    isPaged: true,
    why: 'where keys may lie',
  },
  'cloudkms:projects.locations.keyRings.list': {
    permission: 'cloudkms.keyRings.list',
    hits: listing('gcp.kms-key'),
    isPaged: true,
    why: 'which rings there are',
  },
  'cloudkms:projects.locations.keyRings.cryptoKeys.list': {
    permission: 'cloudkms.cryptoKeys.list',
    hits: listing('gcp.kms-key'),
    isPaged: true,
    why: 'which keys there are',
  },
  'cloudkms:projects.locations.keyRings.getIamPolicy': {
    permission: 'cloudkms.keyRings.getIamPolicy',
    hits: part('gcp.kms-key', 4),
    why: 'who may use all keys of the ring',
  },
  'cloudkms:projects.locations.keyRings.cryptoKeys.getIamPolicy': {
    permission: 'cloudkms.cryptoKeys.getIamPolicy',
    hits: ownPart('gcp.kms-key', 4),
    why: 'who may use the key',
  },
};

export type Confirmation = {
  readonly permission: string;
  readonly technology: string;
  /** The item that its listing lacks. */
  readonly item: string;
  /** How many go when nothing is found any more: the call describes the others too. */
  readonly goes?: number;
  /** Denied, the listing is asked once more, and believed: see confirm.test.ts of the plugin. */
  readonly believesListing?: boolean;
};

const asked = (permission: string, technology: string, item = 'b'): Confirmation => ({
  permission,
  technology,
  item,
});

/** Operations that are asked about an item that its listing lacks, which then must stay. */
export const confirmations: Readonly<Record<string, Confirmation>> = {
  'cloudresourcemanager:folders.get': asked('resourcemanager.folders.get', 'gcp.folder', 'inner'),
  'compute:firewalls.get': asked('compute.firewalls.get', 'gcp.compute-firewall'),
  'compute:networks.get': asked('compute.networks.get', 'gcp.compute-network'),
  'compute:subnetworks.get': asked('compute.subnetworks.get', 'gcp.compute-subnetwork'),
  'compute:instances.get': asked('compute.instances.get', 'gcp.compute-instance'),
  'storage:buckets.get': {
    ...asked('storage.buckets.get', 'gcp.storage-bucket', 'acme-b'),
    believesListing: true,
  },
  'iam:projects.serviceAccounts.get': asked(
    'iam.serviceAccounts.get',
    'gcp.iam-service-account',
    'account-b@acme-web.iam.gserviceaccount.com',
  ),
  'bigquery:datasets.get': { ...asked('bigquery.datasets.get', 'gcp.bigquery-dataset'), goes: 2 },
  'sql:instances.get': asked('cloudsql.instances.get', 'gcp.sql-instance'),
  'cloudkms:projects.locations.keyRings.cryptoKeys.get': asked(
    'cloudkms.cryptoKeys.get',
    'gcp.kms-key',
    'bb',
  ),
};
