/** The organizations, folders and projects of the estate, and what is laid on each. */
import {
  defaultAccount,
  type FolderName,
  folders,
  organization,
  type ProjectId,
  projects,
  sister,
} from './known.ts';
import { type Laid, namesOf, onFolders, onOrganization, onProjects, onSister } from './policies.ts';
import { type Fields, type Holds, holdsOf, policy } from './wire.ts';

const crm = '/cloudresourcemanager.googleapis.com/v3';
const iam = '/iam.googleapis.com';

const folderNames = Object.keys(folders) as readonly FolderName[];
const projectIds = Object.keys(projects) as readonly ProjectId[];

/** The policies on `name`, such as `projects/1234`; custom roles lie below the id, `rolesIn`. */
function laid(name: string, laidOn: Laid, rolesIn = name): Holds {
  const { grants, auditConfigs = [], roles = {}, denials = {}, constraints = {} } = laidOn;
  const point = `policies/${encodeURIComponent(`cloudresourcemanager.googleapis.com/${name}`)}/denypolicies`;
  const denial = (id: string) => ({
    name: `${point}/${id}`,
    uid: `uid-${id}`,
    kind: 'DenyPolicy',
    etag: 'MTc=',
  });
  return {
    [`POST ${crm}/${name}:getIamPolicy`]: policy(grants, auditConfigs.length > 0 ? { auditConfigs } : {}),
    [`${iam}/v2/${point}`]: Object.keys(denials).map(denial),
    ...Object.fromEntries(
      Object.entries(denials).map(([id, rules]) => [`${iam}/v2/${point}/${id}`, { ...denial(id), rules }]),
    ),
    [`/orgpolicy.googleapis.com/v2/${name}/policies`]: Object.entries(constraints).map(
      ([constraint, spec]) => ({ name: `${name}/policies/${constraint}`, etag: 'CAc=', spec }),
    ),
    [`${iam}/v1/${rolesIn}/roles`]: Object.entries(roles).map(([id, permissions]) =>
      roleBody(`${rolesIn}/roles/${id}`, permissions),
    ),
    ...Object.fromEntries(
      Object.entries(roles).map(([id, permissions]) => [
        `${iam}/v1/${rolesIn}/roles/${id}`,
        roleBody(`${rolesIn}/roles/${id}`, permissions),
      ]),
    ),
  };
}

function roleBody(name: string, includedPermissions: readonly string[]): Fields {
  return { name, title: name, stage: 'GA', etag: 'BwY=', includedPermissions };
}

function organizationHolds({ id, domain, customer }: typeof organization | typeof sister, on: Laid): Holds {
  const name = `organizations/${id}`;
  const { [`${iam}/v1/${name}/roles`]: roles = [], ...rest } = laid(name, on);
  return {
    ...rest,
    [`${iam}/v1/${name}/roles`]: roles,
    [`${crm}/${name}`]: { name, displayName: domain, directoryCustomerId: customer, state: 'ACTIVE' },
  };
}

function folderBody(name: FolderName): Fields {
  const { parent } = folders[name];
  return { name: namesOf.folder(name), parent, displayName: name, state: 'ACTIVE' };
}

function folderHolds(name: FolderName): Holds {
  const { [`${iam}/v1/${namesOf.folder(name)}/roles`]: _, ...rest } = laid(
    namesOf.folder(name),
    onFolders[name],
  );
  return { ...rest, [`${crm}/${namesOf.folder(name)}`]: folderBody(name) };
}

function projectBody(id: ProjectId): Fields {
  return {
    name: namesOf.project(id),
    projectId: id,
    parent: namesOf.folder(projects[id].folder),
    displayName: id,
    state: 'ACTIVE',
  };
}

const services = ['bigquery', 'cloudkms', 'compute', 'iam', 'sqladmin', 'storage'];

function projectHolds(id: ProjectId): Holds {
  const name = namesOf.project(id);
  const isLab = id === 'acme-lab';
  const enabled = [...services, ...(isLab ? [] : ['cloudasset'])];
  return {
    ...laid(name, onProjects[id], `projects/${id}`),
    [`${crm}/projects/${id}`]: projectBody(id),
    [`/serviceusage.googleapis.com/v1/${name}/services`]: enabled.map((service) => ({
      name: `${name}/services/${service}.googleapis.com`,
      parent: name,
      state: 'ENABLED',
    })),
    [`/compute.googleapis.com/compute/v1/projects/${id}`]: {
      kind: 'compute#project',
      id: projects[id].number,
      name: id,
      defaultServiceAccount: defaultAccount(id),
      commonInstanceMetadata: {
        kind: 'compute#metadata',
        fingerprint: 'mF1=',
        items: [
          { key: 'enable-oslogin', value: isLab ? 'FALSE' : 'TRUE' },
          { key: 'serial-port-enable', value: isLab ? 'TRUE' : 'FALSE' },
        ],
      },
    },
  };
}

/** What lies in each parent. */
const listings: Holds = Object.fromEntries(
  [`organizations/${organization.id}`, ...folderNames.map(namesOf.folder)].flatMap((parent) => [
    [
      `${crm}/folders?parent=${parent}`,
      folderNames.filter((name) => folders[name].parent === parent).map(folderBody),
    ],
    [
      `${crm}/projects?parent=${parent}`,
      projectIds.filter((id) => namesOf.folder(projects[id].folder) === parent).map(projectBody),
    ],
  ]),
);

export const resourceManagerHolds: Holds = holdsOf([
  organizationHolds(organization, onOrganization),
  organizationHolds(sister, onSister),
  ...folderNames.map(folderHolds),
  ...projectIds.map(projectHolds),
  listings,
]);

export const parents: readonly string[] = [
  `organizations/${organization.id}`,
  `organizations/${sister.id}`,
  ...folderNames.map(namesOf.folder),
  ...projectIds.flatMap((id) => [`projects/${id}`, namesOf.project(id)]),
];
