/** The organization, its folders and its projects, with the policies that are laid on each. */

import { peopleDomain } from '../../world/organisation.ts';
import type { Resource } from '../../world/resource.ts';
import type { Binding } from '../world/allow-policy.ts';
import {
  accountMail,
  dataFolder,
  group,
  organization,
  organizationId,
  type ProjectData,
  person,
  projects,
  shopFolder,
} from '../world/organisation.ts';

/** Its name is the one that Google counts it by, such as `projects/1234`; its account the project, or the organization. */
export type Hierarchy = Resource & {
  readonly parent: string | undefined;
  readonly displayName: string;
  readonly created: string;
  readonly bindings: readonly Binding[];
  /** Types of logs of data access that are kept for all services. */
  readonly logs: readonly string[];
  /** Names of constraints of organization policies that are enforced. */
  readonly constraints: readonly string[];
  /** Deny policies. */
  readonly denials: readonly Denial[];
  /** Roles of its own: their permissions by their names. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Hosts of the services that are switched on; of projects only. */
  readonly services: readonly string[];
  /** Metadata of Compute Engine for all machines; of projects only. */
  readonly metadata: Readonly<Record<string, string>>;
};

/** Nobody but some may do something. */
export type Denial = {
  readonly id: string;
  /** As deny policies write them, such as `iam.googleapis.com/roles.update`. */
  readonly permissions: readonly string[];
  /** The people who may nevertheless. */
  readonly except: readonly string[];
};

/** The roles that the organization has made for its releases and for its roles. */
export const ownRoles = {
  releases: `${organization}/roles/releaseManager`,
  roles: `${organization}/roles/roleKeeper`,
} as const;

export function hierarchyOf(): readonly Hierarchy[] {
  return [
    {
      ...node(organization, undefined),
      displayName: peopleDomain,
      created: '2023-10-02T09:00:00.000Z',
      bindings: [
        { role: 'roles/resourcemanager.organizationAdmin', members: [group('cloud-admins')] },
        { role: 'roles/iam.securityReviewer', members: [group('security')] },
        { role: 'roles/browser', members: [`domain:${peopleDomain}`] },
      ],
      logs: ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE'],
      constraints: ['compute.skipDefaultNetworkCreation', 'iam.automaticIamGrantsForDefaultServiceAccounts'],
      denials: [
        {
          id: 'roles-are-kept-by-one',
          permissions: ['iam.googleapis.com/roles.update', 'iam.googleapis.com/roles.delete'],
          except: ['lena.fischer'],
        },
      ],
      roles: {
        [ownRoles.releases]: ['cloudbuild.builds.create', 'cloudbuild.builds.get', 'cloudbuild.builds.list'],
        [ownRoles.roles]: ['iam.roles.get', 'iam.roles.list', 'iam.roles.update'],
      },
    },
    ...[shopFolder, dataFolder].map(({ name, displayName }) => ({
      ...node(name, organization),
      displayName,
      bindings: [{ role: 'roles/viewer', members: [group(`${displayName}-leads`)] }],
    })),
    ...projects.map(projectNode),
  ];
}

function projectNode(project: ProjectData): Hierarchy {
  const { number: id, counted, folder, stage } = project;
  return {
    ...node(`projects/${counted}`, folder.name),
    account: id,
    tags: { stage, team: stage === 'data' ? 'insight' : 'storefront' },
    displayName: `Shop ${stage}`,
    created: '2024-01-15T10:00:00.000Z',
    bindings: [
      { role: 'roles/compute.viewer', members: [group('developers')] },
      { role: 'roles/logging.viewer', members: [group('developers'), person('nils.berg')] },
      // As Google sets it up, for an agent of its own.
      { role: 'roles/editor', members: [`serviceAccount:${counted}@cloudservices.gserviceaccount.com`] },
      {
        role: 'roles/iam.securityReviewer',
        members: [`serviceAccount:${accountMail(id, 'security-monkey')}`],
      },
    ],
    services: apis,
    metadata: { 'enable-oslogin': 'TRUE' },
  };
}

function node(name: string, parent: string | undefined): Hierarchy {
  return {
    account: organizationId,
    region: 'global',
    name,
    tags: {},
    parent,
    displayName: name,
    created: '2023-11-06T08:00:00.000Z',
    bindings: [],
    logs: [],
    constraints: [],
    denials: [],
    roles: {},
    services: [],
    metadata: {},
  };
}

const apis = [
  'bigquery.googleapis.com',
  'cloudasset.googleapis.com',
  'cloudkms.googleapis.com',
  'cloudresourcemanager.googleapis.com',
  'compute.googleapis.com',
  'iam.googleapis.com',
  'logging.googleapis.com',
  'orgpolicy.googleapis.com',
  'serviceusage.googleapis.com',
  'sqladmin.googleapis.com',
  'storage.googleapis.com',
];
