/** A small estate with two of everything, each of which some check has something to say of, for scans under faults. */
import type { Held } from '../../fake-gcp/estate.ts';
import type { Estate } from '../../fake-gcp/start.ts';
import {
  computeAddress,
  computeLink,
  firewall,
  firewallsOf,
  networksOf,
  region,
  subnetworksOf,
  tcp,
  zone,
} from './compute.ts';
import { kim, organization, projects } from './known.ts';
import { type Fields, grant, type Holds, holdsOf, idOf, policy } from './wire.ts';

/** The outer folder lies in the organization, the inner one in the outer one, and the project in the inner one. */
export const faulty = { project: 'acme-web', outer: '111111', inner: '222222' } as const;

const { project, outer, inner } = faulty;
const { number } = projects[project];
const names = ['a', 'b'] as const;
const inOrganization = `organizations/${organization.id}`;
const open = [grant('roles/viewer', kim), grant(`${inOrganization}/roles/a`, kim)];

const crm = '/cloudresourcemanager.googleapis.com/v3';
const iam = '/iam.googleapis.com';

function policiesOn(name: string): Holds {
  const point = `policies/${encodeURIComponent(`cloudresourcemanager.googleapis.com/${name}`)}/denypolicies`;
  const denial = (id: string) => ({ name: `${point}/${id}`, kind: 'DenyPolicy', etag: 'MTc=' });
  const orgPolicy = (id: string) => ({
    name: `${name}/policies/${id}`,
    spec: { rules: [{ enforce: true }] },
  });
  return {
    [`POST ${crm}/${name}:getIamPolicy`]: policy(open),
    [`${iam}/v2/${point}`]: names.map(denial),
    ...Object.fromEntries(names.map((id) => [`${iam}/v2/${point}/${id}`, { ...denial(id), rules: [] }])),
    [`/orgpolicy.googleapis.com/v2/${name}/policies`]: ['compute.requireOsLogin', 'sql.restrictPublicIp'].map(
      orgPolicy,
    ),
  };
}

function rolesIn(parent: string): Holds {
  const role = (id: string) => ({ name: `${parent}/roles/${id}`, includedPermissions: ['iam.roles.get'] });
  return {
    [`${iam}/v1/${parent}/roles`]: names.map(role),
    ...Object.fromEntries(names.map((id) => [`${iam}/v1/${parent}/roles/${id}`, role(id)])),
  };
}

const projectBody = {
  name: `projects/${number}`,
  projectId: project,
  parent: `folders/${inner}`,
  displayName: project,
  state: 'ACTIVE',
};
const folderBodies = {
  outer: { name: `folders/${outer}`, parent: inOrganization, displayName: 'outer', state: 'ACTIVE' },
  inner: { name: `folders/${inner}`, parent: `folders/${outer}`, displayName: 'inner', state: 'ACTIVE' },
};

const resourceManager: Holds = holdsOf([
  {
    [`${crm}/${inOrganization}`]: { name: inOrganization, displayName: organization.domain, state: 'ACTIVE' },
    [`${crm}/folders?parent=${inOrganization}`]: [folderBodies.outer],
    [`${crm}/folders?parent=folders/${outer}`]: [folderBodies.inner],
    [`${crm}/folders/${outer}`]: folderBodies.outer,
    [`${crm}/folders/${inner}`]: folderBodies.inner,
    [`${crm}/projects?parent=folders/${inner}`]: [projectBody],
    [`${crm}/projects/${project}`]: projectBody,
    [`/serviceusage.googleapis.com/v1/projects/${number}/services`]: ['compute', 'iam'].map((service) => ({
      name: `projects/${number}/services/${service}.googleapis.com`,
      state: 'ENABLED',
    })),
    [computeAddress(project)]: { kind: 'compute#project', id: number, name: project },
  },
  policiesOn(inOrganization),
  policiesOn(`folders/${outer}`),
  policiesOn(`folders/${inner}`),
  policiesOn(`projects/${number}`),
  rolesIn(inOrganization),
  rolesIn(`projects/${project}`),
]);

function machine(name: string): Fields {
  return {
    id: idOf(`faulty instance ${name}`),
    name,
    zone: computeLink(project, `zones/${zone}`),
    selfLink: computeLink(project, `zones/${zone}/instances/${name}`),
    networkInterfaces: [{ name: 'nic0', accessConfigs: [{ type: 'ONE_TO_ONE_NAT' }] }],
  };
}

const address = computeAddress(project);
const ssh = firewall(project, 'a', { sourceRanges: ['0.0.0.0/0'], allowed: [tcp('22')], targetTags: [] });

const compute: Holds = holdsOf([
  networksOf(project, { a: { IPv4Range: '10.0.0.0/16' }, b: { IPv4Range: '10.1.0.0/16' } }),
  firewallsOf(project, { a: { targetTags: [] }, b: { targetTags: [] } }),
  subnetworksOf(project, {
    a: { grants: [grant('roles/compute.networkUser', 'allUsers')] },
    b: { grants: [grant('roles/compute.networkUser', 'allUsers')] },
  }),
  {
    [`${address}/aggregated/instances`]: { items: { [`zones/${zone}`]: { instances: names.map(machine) } } },
  },
  ...names.map((name) => ({
    [`${address}/zones/${zone}/instances/${name}/getEffectiveFirewalls`]: { firewalls: [ssh] },
  })),
]);

const storage = '/storage.googleapis.com/storage/v1/b';
const accounts = `${iam}/v1/projects/${project}/serviceAccounts`;
const emailOf = (name: string) => `account-${name}@${project}.iam.gserviceaccount.com`;
const accountName = (name: string) => `projects/${project}/serviceAccounts/${emailOf(name)}`;
const anybody = (role: string) => policy([grant(role, 'allUsers')]);

const identities: Holds = holdsOf([
  {
    [`${storage}?project=${project}`]: names.map((name) => ({
      name: `acme-${name}`,
      timeCreated: '2024-03-01T09:00:00.000Z',
      location: 'EU',
    })),
    [accounts]: names.map((name) => ({
      name: accountName(name),
      uniqueId: idOf(`faulty account ${name}`),
      email: emailOf(name),
    })),
  },
  ...names.map((name) => {
    const at = `${accounts}/${encodeURIComponent(emailOf(name))}`;
    const key = {
      name: `${accountName(name)}/keys/k`,
      keyType: 'USER_MANAGED',
      validAfterTime: '2024-01-01T00:00:00Z',
    };
    return {
      [`${storage}/acme-${name}/iam`]: anybody('roles/storage.objectViewer'),
      [`${at}/keys`]: [key],
      [`POST ${at}:getIamPolicy`]: anybody('roles/iam.serviceAccountUser'),
    };
  }),
]);

const bigquery = `/bigquery.googleapis.com/bigquery/v2/projects/${project}/datasets`;
const kms = '/cloudkms.googleapis.com/v1';
const location = (name: string) => `projects/${project}/locations/europe-${name}`;
const reference = (datasetId: string) => ({ datasetReference: { projectId: project, datasetId } });

const data: Holds = holdsOf([
  {
    [bigquery]: names.map(reference),
    [`${kms}/projects/${project}/locations`]: names.map((name) => ({ name: location(name) })),
    [`/sqladmin.googleapis.com/v1/projects/${project}/instances`]: names.map((name) => ({
      name,
      project,
      createTime: '2024-03-01T09:00:00.000Z',
      region,
    })),
  },
  ...names.map((name) => {
    const rings = names.map((ring) => ({ name: `${location(name)}/keyRings/${ring}` }));
    const keys = names.map((key) => `${location(name)}/keyRings/a/cryptoKeys/${name}${key}`);
    return {
      [`${bigquery}/${name}`]: { ...reference(name), creationTime: '1709283600000' },
      [`${kms}/${location(name)}/keyRings`]: rings,
      [`${kms}/${location(name)}/keyRings/a/cryptoKeys`]: keys.map((key) => ({ name: key })),
      [`${kms}/${location(name)}/keyRings/b/cryptoKeys`]: [],
      [`${kms}/${location(name)}/keyRings/a:getIamPolicy`]: anybody('roles/cloudkms.cryptoKeyDecrypter'),
      ...Object.fromEntries(keys.map((key) => [`${kms}/${key}:getIamPolicy`, policy([])])),
    };
  }),
]);

export const faultyEstate: Estate = {
  parents: [
    inOrganization,
    `folders/${outer}`,
    `folders/${inner}`,
    `projects/${project}`,
    `projects/${number}`,
  ],
  holds: holdsOf([resourceManager, compute, identities, data]),
};

/** Where each listing has what is called b, and where that lies by itself. */
const lastOnes: readonly (readonly [listing: string, itself: string])[] = [
  [`${address}/global/firewalls`, `${address}/global/firewalls/b`],
  [`${address}/global/networks`, `${address}/global/networks/b`],
  [`${storage}?project=${project}`, `${storage}/acme-b`],
  [accounts, `${accounts}/${idOf('faulty account b')}`],
  [bigquery, `${bigquery}/b`],
  [
    `/sqladmin.googleapis.com/v1/projects/${project}/instances`,
    `/sqladmin.googleapis.com/v1/projects/${project}/instances/b`,
  ],
  [`${kms}/${location('b')}/keyRings/a/cryptoKeys`, `${kms}/${location('b')}/keyRings/a/cryptoKeys/bb`],
  [`${crm}/folders?parent=folders/${outer}`, `${crm}/folders/${inner}`],
];

/** The same estate, of which each listing leaves out the last; each is still there when it is asked for. */
export const lackingEstate: Estate = { ...faultyEstate, holds: lacking(faultyEstate.holds) };

function lacking(whole: Estate['holds']): Estate['holds'] {
  const shortened = lastOnes.flatMap(([listing, itself]): readonly (readonly [string, Held])[] => {
    const listed = whole[listing];
    if (!Array.isArray(listed)) throw new Error(`${listing} is no listing`);
    const last: unknown = listed.at(-1);
    return [
      [itself, whole[itself] ?? Object(last)],
      [listing, listed.slice(0, -1)],
    ];
  });
  return {
    ...whole,
    ...Object.fromEntries(shortened),
    ...withoutLast('instances', `zones/${zone}`, whole),
    ...withoutLast('subnetworks', `regions/${region}`, whole),
  };
}

/** Of a listing over all zones or regions. */
function withoutLast(member: 'instances' | 'subnetworks', place: string, whole: Estate['holds']): Holds {
  const listing = `${address}/aggregated/${member}`;
  const listed: readonly Fields[] = Object(whole[listing]).items[place][member];
  const [first, last] = listed;
  if (first === undefined || last === undefined) throw new Error(`${listing} has not two`);
  return {
    [listing]: { items: { [place]: { [member]: [first] } } },
    [`${address}/${place}/${member}/b`]: last,
  };
}

const ending = { ...projectBody, state: 'DELETE_REQUESTED' };

/** The same estate, whose project is to be deleted. */
export const endingEstate: Estate = {
  ...faultyEstate,
  holds: {
    ...faultyEstate.holds,
    [`${crm}/projects?parent=folders/${inner}`]: [ending],
    [`${crm}/projects/${project}`]: ending,
  },
};
