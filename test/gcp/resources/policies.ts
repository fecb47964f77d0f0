/** Who holds what on the organizations, folders and projects of the estate. */
import {
  agentOf,
  defaultAccount,
  deleted,
  deploy,
  type FolderName,
  folders,
  kim,
  lee,
  mallory,
  organization,
  type ProjectId,
  projects,
  release,
  stranger,
  vendor,
} from './known.ts';
import { ended, type Fields, type Grant, grant } from './wire.ts';

/** What is laid on one of them. */
export type Laid = {
  readonly grants: readonly Grant[];
  readonly auditConfigs?: readonly Fields[];
  /** Permissions of custom roles, by their names. */
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  /** Rules of deny policies, by their names. */
  readonly denials?: Readonly<Record<string, readonly Fields[]>>;
  /** Constraints with their specs. */
  readonly constraints?: Readonly<Record<string, Fields>>;
};

const browse = 'roles/browser';
const store = 'roles/storage.admin';
const logs = (...auditLogConfigs: readonly Fields[]) => [{ service: 'allServices', auditLogConfigs }];
const written = { logType: 'DATA_WRITE' };
const enforced = { rules: [{ enforce: true }] };
const machines = (project: ProjectId) => `serviceAccount:${defaultAccount(project)}`;

const mixedKeys = (member: string) => [
  grant('roles/cloudkms.admin', member),
  grant('roles/cloudkms.cryptoKeyDecrypter', member),
];
const mixedAccounts = (member: string) => [
  grant('roles/iam.serviceAccountAdmin', member),
  grant('roles/iam.serviceAccountUser', member),
];

/** All but one. */
const constraints = {
  'compute.requireOsLogin': enforced,
  'compute.skipDefaultNetworkCreation': enforced,
  'compute.vmExternalIpAccess': { rules: [{ denyAll: true }] },
  'iam.allowedPolicyMemberDomains': { rules: [{ values: { allowedValues: ['C04242424'] } }] },
  'iam.automaticIamGrantsForDefaultServiceAccounts': enforced,
  'iam.disableServiceAccountKeyCreation': enforced,
  'storage.publicAccessPrevention': enforced,
  'storage.uniformBucketLevelAccess': enforced,
};

const releaser = ['iam.roles.get', 'iam.roles.update'];
/** A custom role of the organization, held below it. */
const minder = `organizations/${organization.id}/roles/minder`;
const deniedTo = (member: string, permission = 'roles.update') => [
  {
    denyRule: {
      deniedPrincipals: [member],
      deniedPermissions: [`iam.googleapis.com/${permission}`],
    },
  },
];
const leeDenied = 'principal://goog/subject/lee@acme.example';

export const onOrganization: Laid = {
  grants: [
    grant('roles/owner', kim),
    grant('roles/editor', machines('acme-web')),
    grant(store, deploy),
    grant('roles/iam.serviceAccountTokenCreator', release),
    grant('roles/iam.securityAdmin', kim),
    ...mixedKeys(kim),
    ...mixedAccounts(lee),
    grant(browse, 'allAuthenticatedUsers'),
    grant(browse, mallory),
    grant(browse, vendor),
  ],
  auditConfigs: logs({ logType: 'ADMIN_READ' }, { logType: 'DATA_READ', exemptedMembers: [lee] }),
  roles: { minder: releaser },
  denials: { 'not-lee': deniedTo(leeDenied) },
  constraints: { ...constraints, 'sql.restrictPublicIp': { rules: [{ enforce: false }] } },
};

export const onSister: Laid = {
  grants: [
    grant(store, kim),
    grant('roles/editor', agentOf('acme-web')),
    grant('roles/logging.logWriter', machines('acme-web')),
    grant('roles/storage.objectViewer', deploy),
    grant('roles/iam.serviceAccountViewer', release),
    grant('roles/iam.securityReviewer', kim),
    grant('roles/cloudkms.admin', kim),
    grant('roles/cloudkms.cryptoKeyDecrypter', lee),
    grant('roles/iam.serviceAccountUser', kim, ended),
    grant(browse, 'allUsers', ended),
    grant(browse, deleted),
    grant(browse, deploy),
  ],
  auditConfigs: logs({ logType: 'ADMIN_READ' }, { logType: 'DATA_READ' }, written),
  constraints: {
    ...constraints,
    'iam.disableServiceAccountKeyCreation': { rules: [{ enforce: false }] },
    'iam.managed.disableServiceAccountKeyCreation': enforced,
    'sql.restrictPublicIp': enforced,
  },
};

export const onFolders: Readonly<Record<FolderName, Laid>> = {
  web: {
    grants: [
      grant('roles/viewer', kim),
      grant(browse, 'allUsers'),
      grant(browse, stranger),
      grant(browse, vendor),
      grant(minder, lee),
      grant('roles/logging.logWriter', machines('acme-web')),
      grant(store, lee),
      grant('roles/iam.serviceAccountViewer', release),
      grant('roles/iam.securityReviewer', kim),
      grant('roles/cloudkms.admin', kim),
      grant('roles/cloudkms.cryptoKeyDecrypter', lee),
    ],
  },
  data: {
    grants: [
      grant('roles/editor', machines('acme-data')),
      grant(store, deploy),
      grant('roles/iam.serviceAccountUser', release),
      grant('roles/iam.serviceAccountAdmin', lee),
      grant(minder, kim),
      grant(store, kim),
      grant('roles/editor', agentOf('acme-data')),
      grant(browse, 'allUsers', ended),
      grant(browse, deleted),
    ],
    auditConfigs: logs(written),
  },
  tools: {
    grants: [...mixedKeys(kim), ...mixedAccounts(lee), grant(browse, deploy)],
    auditConfigs: logs({ ...written, exemptedMembers: [kim] }),
    denials: { 'not-lee': deniedTo(leeDenied, 'serviceAccounts.actAs') },
  },
};

export const onProjects: Readonly<Record<ProjectId, Laid>> = {
  'acme-web': {
    grants: [
      grant('roles/owner', kim),
      grant('roles/logging.logWriter', machines('acme-web')),
      grant(minder, release),
    ],
  },
  'acme-shop': {
    grants: [
      grant('roles/editor', machines('acme-shop')),
      grant('roles/storage.objectViewer', stranger),
      grant('roles/storage.objectViewer', vendor),
      grant(store, kim),
      grant('roles/editor', agentOf('acme-shop')),
      grant(minder, lee),
    ],
    auditConfigs: logs({ ...written, exemptedMembers: [kim] }),
  },
  'acme-data': {
    grants: [
      grant(store, deploy),
      ...mixedKeys(kim),
      grant('projects/acme-data/roles/reader', lee),
      grant(browse, deleted),
    ],
    roles: { reader: ['iam.serviceAccounts.get'] },
  },
  'acme-lake': {
    grants: [
      grant('projects/acme-lake/roles/minter', lee),
      grant('roles/iam.serviceAccountUser', lee),
      grant('roles/iam.serviceAccountAdmin', kim),
      grant('roles/cloudkms.admin', kim),
      grant('roles/cloudkms.cryptoKeyDecrypter', lee),
      grant('roles/storage.objectViewer', deploy),
    ],
    roles: { minter: ['iam.serviceAccounts.getAccessToken'] },
  },
  'acme-ops': {
    grants: [
      grant('projects/acme-ops/roles/releaser', kim),
      ...mixedAccounts(lee),
      grant(browse, 'allUsers', ended),
    ],
    roles: { releaser },
    denials: { 'not-lee': deniedTo(leeDenied) },
  },
  'acme-lab': {
    grants: [grant('projects/acme-lab/roles/releaser', kim), grant(browse, 'allUsers')],
    roles: { releaser },
    denials: { nobody: deniedTo('principalSet://goog/public:all') },
  },
};

/** Without the folder's and the project's numbers nobody can name them. */
export const namesOf = {
  folder: (name: FolderName) => `folders/${folders[name].number}`,
  project: (id: ProjectId) => `projects/${projects[id].number}`,
};
