/** A small organization for tests over the wire: three folders, four projects. */
import type { Estate } from '../fake-gcp/start.ts';

type Project = {
  readonly number: string;
  readonly projectId: string;
  readonly folder: string;
  readonly state: string;
};

export const acme = {
  id: '4242424242',
  projects: [
    { number: '100000000001', projectId: 'acme-web', folder: '111111', state: 'ACTIVE' },
    { number: '100000000002', projectId: 'acme-data', folder: '222222', state: 'ACTIVE' },
    { number: '100000000003', projectId: 'acme-ops', folder: '333333', state: 'ACTIVE' },
    { number: '100000000004', projectId: 'acme-old', folder: '111111', state: 'DELETE_REQUESTED' },
  ] satisfies readonly Project[],
};

const crm = '/cloudresourcemanager.googleapis.com/v3';
const compute = '/compute.googleapis.com/compute/v1';
const storage = '/storage.googleapis.com/storage/v1/b';

/** Folder 3 lies in folder 2; both others in the organization. */
const folders = [
  { name: 'folders/111111', parent: `organizations/${acme.id}`, displayName: 'web', state: 'ACTIVE' },
  { name: 'folders/222222', parent: `organizations/${acme.id}`, displayName: 'data', state: 'ACTIVE' },
  { name: 'folders/333333', parent: 'folders/222222', displayName: 'tools', state: 'ACTIVE' },
];

const bindings = [{ role: 'roles/storage.legacyBucketOwner', members: ['projectOwner:acme-web'] }];

/** The organization with these projects in it, and what lies in them. */
export function estateOf(projects: readonly Project[]): Estate {
  return {
    parents: [
      `organizations/${acme.id}`,
      ...folders.map(({ name }) => name),
      ...projects.flatMap(({ projectId, number }) => [`projects/${projectId}`, `projects/${number}`]),
    ],
    holds: {
      [`${crm}/organizations/${acme.id}`]: {
        name: `organizations/${acme.id}`,
        displayName: 'acme.example',
        directoryCustomerId: 'C01234567',
        state: 'ACTIVE',
      },
      [`POST ${crm}/organizations/${acme.id}:getIamPolicy`]: {
        version: 1,
        etag: 'BwX=',
        bindings: [{ role: 'roles/browser', members: ['domain:acme.example'] }],
      },
      ...Object.fromEntries(folders.map((folder) => [`${crm}/${folder.name}`, folder])),
      ...Object.fromEntries(
        [...folders.map(({ name }) => name), ...projects.map(({ number }) => `projects/${number}`)].map(
          (name) => [`POST ${crm}/${name}:getIamPolicy`, { version: 1, etag: 'BwY=' }],
        ),
      ),
      ...Object.fromEntries(
        [`organizations/${acme.id}`, ...folders.map(({ name }) => name)].flatMap((parent) => [
          [`${crm}/folders?parent=${parent}`, folders.filter((folder) => folder.parent === parent)],
          [
            `${crm}/projects?parent=${parent}`,
            projects.filter(({ folder }) => parent === `folders/${folder}`).map(projectBody),
          ],
        ]),
      ),
      ...Object.fromEntries(
        projects.map((one) => [`${crm}/projects/${one.projectId}`, projectBody(one)] as const),
      ),
      [`${compute}/projects/acme-web/global/firewalls`]: [
        firewall('1', 'allow-ssh', {
          sourceRanges: ['0.0.0.0/0'],
          allowed: [{ IPProtocol: 'tcp', ports: ['22'] }],
        }),
        firewall('2', 'allow-web', {
          sourceRanges: ['0.0.0.0/0'],
          allowed: [{ IPProtocol: 'tcp', ports: ['443'] }],
          targetTags: ['web'],
        }),
        firewall('3', 'deny-all', { sourceRanges: ['0.0.0.0/0'], denied: [{ IPProtocol: 'all' }] }),
      ],
      [`${compute}/projects/acme-web/global/networks`]: [
        {
          kind: 'compute#network',
          id: '4',
          name: 'main',
          autoCreateSubnetworks: false,
          selfLink: 'https://www.googleapis.com/compute/v1/projects/acme-web/global/networks/main',
        },
      ],
      [`${storage}?project=acme-web`]: [bucket('acme-assets')],
      [`${storage}/acme-assets/iam`]: { kind: 'storage#policy', etag: 'CAE=', version: 1, bindings },
      [`${storage}?project=acme-data`]: [bucket('acme-lake')],
      [`${storage}/acme-lake/iam`]: { kind: 'storage#policy', etag: 'CAE=', version: 1, bindings },
    },
  };
}

function projectBody({ number, projectId, folder, state }: Project) {
  return {
    name: `projects/${number}`,
    projectId,
    parent: `folders/${folder}`,
    displayName: projectId,
    state,
  };
}

function firewall(id: string, name: string, more: object) {
  const project = 'https://www.googleapis.com/compute/v1/projects/acme-web/global';
  return {
    kind: 'compute#firewall',
    id,
    name,
    network: `${project}/networks/main`,
    selfLink: `${project}/firewalls/${name}`,
    direction: 'INGRESS',
    disabled: false,
    priority: 1000,
    ...more,
  };
}

function bucket(name: string) {
  return {
    kind: 'storage#bucket',
    id: name,
    name,
    timeCreated: '2026-01-01T00:00:00Z',
    updated: '2026-01-02T00:00:00Z',
    location: 'EUROPE-WEST1',
    projectNumber: '100000000001',
    metageneration: '1',
    etag: 'CAE=',
    iamConfiguration: {
      uniformBucketLevelAccess: { enabled: true },
      publicAccessPrevention: 'enforced',
    },
  };
}
