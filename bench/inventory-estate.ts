/** An organization of any number of projects that hold alike, as the single APIs and as the asset inventory tell it. */
import type { Estate } from '../test/fake-gcp/start.ts';

export const organization = '4242424242';

type Resource = Readonly<Record<string, unknown>>;

/** One project's part: what lies at which address, and its assets. */
type Part = {
  readonly holds: Estate['holds'];
  readonly assets: readonly (readonly [string, Resource])[];
  readonly policies: readonly (readonly [string, Resource])[];
};

const numberOf = (index: number): string => String(100_000_000_000 + index);
const idOf = (index: number): string => `acme-${String(index).padStart(4, '0')}`;

const policy = { etag: 'BwY=', bindings: [{ role: 'roles/viewer', members: ['group:all@acme.example'] }] };

export function inventoryEstate(count: number): Estate {
  const crm = '/cloudresourcemanager.googleapis.com/v3';
  const projects = Array.from({ length: count }, (_, index) => ({
    name: `projects/${numberOf(index)}`,
    projectId: idOf(index),
    parent: `organizations/${organization}`,
    state: 'ACTIVE',
  }));
  const parts = projects.map((_, index) => partOf(index));
  const listing = `/cloudasset.googleapis.com/v1/organizations/${organization}/assets`;
  return {
    parents: [
      `organizations/${organization}`,
      ...projects.flatMap(({ name, projectId }) => [name, `projects/${projectId}`]),
    ],
    holds: {
      [`${crm}/organizations/${organization}`]: { name: `organizations/${organization}`, state: 'ACTIVE' },
      [`POST ${crm}/organizations/${organization}:getIamPolicy`]: policy,
      [`${crm}/projects?parent=organizations/${organization}`]: projects,
      ...Object.fromEntries(
        projects.flatMap((project) => [
          [`${crm}/projects/${project.projectId}`, project] as const,
          [`POST ${crm}/${project.name}:getIamPolicy`, policy] as const,
        ]),
      ),
      ...Object.assign({}, ...parts.map(({ holds }) => holds)),
      ...Object.assign({}, ...parts.map((part, index) => historyOf(index, part))),
      ...byType(
        `${listing}?contentType=RESOURCE`,
        parts.flatMap(({ assets }) => assets),
      ),
      ...byType(
        `${listing}?contentType=IAM_POLICY`,
        parts.flatMap(({ policies }) => policies),
      ),
    },
  };
}

function byType(address: string, assets: readonly (readonly [string, Resource])[]): Estate['holds'] {
  const types = Map.groupBy(assets, ([type]) => type);
  return Object.fromEntries(
    [...types].map(([type, ofIt]) => [`${address}&assetTypes=${type}`, ofIt.map(([, asset]) => asset)]),
  );
}

/** That everything has been as it is for a while. */
function historyOf(index: number, { assets, policies }: Part): Estate['holds'] {
  const address = `/cloudasset.googleapis.com/v1/projects/${numberOf(index)}:batchGetAssetsHistory?contentType=`;
  const told = (list: Part['assets']): readonly Resource[] =>
    list.map(([, asset]) => ({ asset, window: { startTime: '2026-01-01T00:00:00Z' } }));
  return { [`${address}RESOURCE`]: told(assets), [`${address}IAM_POLICY`]: told(policies) };
}

/** One project's part while it is being made. */
type Making = {
  readonly index: number;
  readonly project: string;
  readonly holds: Record<string, Estate['holds'][string]>;
  readonly tell: (assetType: string, name: string, data: Resource) => void;
  readonly allow: (assetType: string, name: string) => void;
};

/** Three firewall rules, a network, two subnetworks, three buckets, two service accounts, a ring with two keys. */
function partOf(index: number): Part {
  const holds: Making['holds'] = {};
  const assets: (readonly [string, Resource])[] = [];
  const policies: (readonly [string, Resource])[] = [];
  const ancestors = [`projects/${numberOf(index)}`, `organizations/${organization}`];
  const making: Making = {
    index,
    project: idOf(index),
    holds,
    tell: (assetType, name, data) => {
      assets.push([assetType, { name, assetType, ancestors, resource: { version: 'v1', data } }]);
    },
    allow: (assetType, name) => {
      policies.push([assetType, { name, assetType, ancestors, iamPolicy: policy }]);
    },
  };
  makeNetworks(making);
  makeBuckets(making);
  makeAccounts(making);
  makeKeys(making);
  return { holds, assets, policies };
}

function makeNetworks({ index, project, holds, tell, allow }: Making): void {
  const base = `/compute.googleapis.com/compute/v1/projects/${project}`;
  const fullName = (one: Resource): string =>
    `//compute.googleapis.com/projects/${project}/${pathIn(one, project)}`;
  const resource = (path: string, id: number): Resource => ({
    id: String(index * 1_000 + id),
    name: path.slice(path.lastIndexOf('/') + 1),
    selfLink: `https://www.googleapis.com/compute/v1/projects/${project}/${path}`,
  });
  const firewalls = ['a', 'b', 'c'].map((name, at) => resource(`global/firewalls/${name}`, at));
  const networks = [resource('global/networks/main', 10)];
  const subnetworks = ['x', 'y'].map((name, at) => resource(`regions/us-east1/subnetworks/${name}`, 20 + at));
  holds[`${base}/global/firewalls`] = firewalls;
  holds[`${base}/global/networks`] = networks;
  holds[`${base}/aggregated/subnetworks`] = { items: { 'regions/us-east1': { subnetworks } } };
  for (const one of firewalls) tell('compute.googleapis.com/Firewall', fullName(one), one);
  for (const one of networks) tell('compute.googleapis.com/Network', fullName(one), one);
  for (const one of subnetworks) {
    holds[`${base}/${pathIn(one, project)}/getIamPolicy`] = policy;
    tell('compute.googleapis.com/Subnetwork', fullName(one), one);
    allow('compute.googleapis.com/Subnetwork', fullName(one));
  }
}

function makeBuckets({ project, holds, tell, allow }: Making): void {
  const base = '/storage.googleapis.com/storage/v1/b';
  const buckets = ['r', 's', 't'].map((name) => ({
    kind: 'storage#bucket',
    name: `${project}-${name}`,
    timeCreated: '2026-01-01T00:00:00Z',
    iamConfiguration: { uniformBucketLevelAccess: { enabled: true } },
  }));
  holds[`${base}?project=${project}`] = buckets;
  for (const one of buckets) {
    holds[`${base}/${one.name}/iam`] = policy;
    tell('storage.googleapis.com/Bucket', `//storage.googleapis.com/${one.name}`, one);
    allow('storage.googleapis.com/Bucket', `//storage.googleapis.com/${one.name}`);
  }
}

function makeAccounts({ index, project, holds, tell, allow }: Making): void {
  const path = `projects/${project}/serviceAccounts`;
  const accounts = ['d', 'e'].map((letter, at) => {
    const email = `${letter}@${project}.iam.gserviceaccount.com`;
    const uniqueId = `1${String(index).padStart(10, '0')}${at}`;
    return { name: `${path}/${email}`, email, uniqueId, projectId: project };
  });
  holds[`/iam.googleapis.com/v1/${path}`] = accounts;
  for (const one of accounts) {
    const address = `/iam.googleapis.com/v1/${one.name.replace('@', '%40')}`;
    const name = `//iam.googleapis.com/${path}/${one.uniqueId}`;
    holds[`${address}/keys`] = {};
    holds[`POST ${address}:getIamPolicy`] = policy;
    tell('iam.googleapis.com/ServiceAccount', name, one);
    allow('iam.googleapis.com/ServiceAccount', name);
  }
}

function makeKeys({ project, holds, tell, allow }: Making): void {
  const base = '/cloudkms.googleapis.com/v1';
  const location = `projects/${project}/locations/global`;
  const ring = `${location}/keyRings/main`;
  const keys = ['k', 'l'].map((name) => ({ name: `${ring}/cryptoKeys/${name}`, purpose: 'ENCRYPT_DECRYPT' }));
  holds[`${base}/projects/${project}/locations`] = [{ name: location, locationId: 'global' }];
  holds[`${base}/${location}/keyRings`] = [{ name: ring }];
  holds[`${base}/${ring}:getIamPolicy`] = policy;
  holds[`${base}/${ring}/cryptoKeys`] = keys;
  allow('cloudkms.googleapis.com/CryptoKey', `//cloudkms.googleapis.com/${ring}`);
  for (const one of keys) {
    holds[`${base}/${one.name}:getIamPolicy`] = policy;
    tell('cloudkms.googleapis.com/CryptoKey', `//cloudkms.googleapis.com/${one.name}`, one);
    allow('cloudkms.googleapis.com/CryptoKey', `//cloudkms.googleapis.com/${one.name}`);
  }
}

function pathIn({ selfLink }: Resource, project: string): string {
  return String(selfLink).replace(`https://www.googleapis.com/compute/v1/projects/${project}/`, '');
}
