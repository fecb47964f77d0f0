/** Families of roles: what holding one lets a member do to others' access. */

/**
 * The basic roles, of old and of now, which reach nearly everything of a project.
 * Source: https://cloud.google.com/iam/docs/roles-overview#basic
 */
export function isBasicRole(role: string): boolean {
  return isBasicAdminRole(role) || role === 'roles/viewer' || role === 'roles/reader';
}

/** The basic roles that change nearly everything. */
export function isBasicAdminRole(role: string): boolean {
  return ['roles/owner', 'roles/editor', 'roles/admin', 'roles/writer'].includes(role);
}

/** Basic roles that change things, and predefined roles that are called the admin of something. */
export function isAdminRole(role: string): boolean {
  if (isBasicAdminRole(role)) return true;
  return /^roles\/(?:.*[./])?[^./]*admin$/i.test(role);
}

/** Whether the role is one by which Google's own service agents work. */
export function isServiceAgentRole(role: string): boolean {
  return /serviceagent$/i.test(role);
}

/**
 * Whether a predefined role lets its members act as service accounts or mint credentials of them. A custom role is known by
 * its permissions only: see `impersonates`.
 */
export function isImpersonationRole(role: string): boolean {
  const name = /^roles\/(.+)$/.exec(role)?.[1];
  return name !== undefined && (impersonationRoles.has(name) || impersonatingAgents.has(name));
}

/** Whether the permissions of a role let its members act as service accounts or mint credentials of them. */
export function impersonates(permissions: readonly string[]): boolean {
  return permissions.some((permission) => impersonationPermissions.has(permission));
}

/**
 * Whether a predefined role lets its members rewrite who may do what: allow policies of a project or of what is above it, of service
 * accounts, or the permissions of custom roles. With it they can give themselves more than it says.
 * Source: https://cloud.google.com/iam/docs/roles-permissions
 */
export function isPolicyAdminRole(role: string): boolean {
  return policyAdminRoles.has(role);
}

/**
 * Of a predefined role all those permissions by which its members act as others or rewrite who may do what; undefined for a role of
 * which not all are known here.
 * Sources: https://cloud.google.com/iam/docs/roles-permissions/iam, https://cloud.google.com/iam/docs/roles-permissions/orgpolicy,
 * https://cloud.google.com/iam/docs/roles-permissions/resourcemanager
 */
export function gainsOf(role: string): readonly string[] | undefined {
  return gains.get(role);
}

/** Whether an organization or a project has made the role for itself. */
export function isCustomRole(role: string): boolean {
  return /^(?:organizations|projects)\/[^/]+\/roles\//.test(role);
}

/** Whether the role encrypts or decrypts by the keys of Cloud KMS. */
export function isKeyUserRole(role: string): boolean {
  return /^roles\/cloudkms\.cryptoKey(?:Encrypter|Decrypter|EncrypterDecrypter)$/.test(role);
}

const impersonationPermissions: ReadonlySet<string> = new Set([
  'iam.serviceAccounts.actAs',
  'iam.serviceAccounts.getAccessToken',
  'iam.serviceAccounts.getOpenIdToken',
  'iam.serviceAccounts.signBlob',
  'iam.serviceAccounts.signJwt',
  'iam.serviceAccounts.implicitDelegation',
  'iam.serviceAccountKeys.create',
]);

/**
 * Predefined roles that hold one of those permissions, as of November 2026.
 * Source: https://cloud.google.com/iam/docs/roles-permissions
 */
const impersonationRoles: ReadonlySet<string> = new Set([
  'admin',
  'assuredoss.admin',
  'backupdr.computeEngineOperator',
  'dataproc.hubAgent',
  'editor',
  'iam.admin',
  'iam.dataScientist',
  'iam.databasesAdmin',
  'iam.devOps',
  'iam.editor',
  'iam.serviceAccountActor',
  'iam.serviceAccountKeyAdmin',
  'iam.serviceAccountOpenIdTokenCreator',
  'iam.serviceAccountTokenCreator',
  'iam.serviceAccountUser',
  'iam.workloadIdentityUser',
  'owner',
  'securitycenter.admin',
  'writer',
]);

const policyAdminRoles: ReadonlySet<string> = new Set([
  'roles/iam.organizationRoleAdmin',
  'roles/iam.roleAdmin',
  'roles/iam.securityAdmin',
  'roles/iam.serviceAccountAdmin',
  'roles/orgpolicy.policyAdmin',
  'roles/resourcemanager.folderAdmin',
  'roles/resourcemanager.folderIamAdmin',
  'roles/resourcemanager.organizationAdmin',
  'roles/resourcemanager.projectIamAdmin',
]);

const tokens = ['iam.serviceAccounts.getAccessToken', 'iam.serviceAccounts.getOpenIdToken'];

const gains: ReadonlyMap<string, readonly string[]> = new Map([
  ['roles/iam.organizationRoleAdmin', ['iam.roles.update']],
  ['roles/iam.roleAdmin', ['iam.roles.update']],
  ['roles/iam.serviceAccountAdmin', ['iam.serviceAccounts.setIamPolicy']],
  ['roles/iam.serviceAccountKeyAdmin', ['iam.serviceAccountKeys.create']],
  ['roles/iam.serviceAccountOpenIdTokenCreator', ['iam.serviceAccounts.getOpenIdToken']],
  [
    'roles/iam.serviceAccountTokenCreator',
    [
      ...tokens,
      'iam.serviceAccounts.implicitDelegation',
      'iam.serviceAccounts.signBlob',
      'iam.serviceAccounts.signJwt',
    ],
  ],
  ['roles/iam.serviceAccountUser', ['iam.serviceAccounts.actAs']],
  ['roles/iam.workloadIdentityUser', tokens],
  [
    'roles/orgpolicy.policyAdmin',
    [
      'orgpolicy.policy.set',
      'orgpolicy.policies.create',
      'orgpolicy.policies.update',
      'orgpolicy.policies.delete',
    ],
  ],
  [
    'roles/resourcemanager.folderAdmin',
    ['resourcemanager.folders.setIamPolicy', 'resourcemanager.projects.setIamPolicy'],
  ],
  ['roles/resourcemanager.folderIamAdmin', ['resourcemanager.folders.setIamPolicy']],
  [
    'roles/resourcemanager.organizationAdmin',
    [
      'resourcemanager.organizations.setIamPolicy',
      'resourcemanager.folders.setIamPolicy',
      'resourcemanager.projects.setIamPolicy',
    ],
  ],
  ['roles/resourcemanager.projectIamAdmin', ['resourcemanager.projects.setIamPolicy']],
]);

/** Roles of service agents that hold one of those permissions. */
const impersonatingAgents: ReadonlySet<string> = new Set([
  'aiplatform.colabServiceAgent',
  'aiplatform.customCodeServiceAgent',
  'aiplatform.extensionServiceAgent',
  'aiplatform.serviceAgent',
  'apigateway.serviceAgent',
  'apigee.serviceAgent',
  'appengine.serviceAgent',
  'appengineflex.serviceAgent',
  'backupdr.serviceAgent',
  'batch.serviceAgent',
  'bigquerycontinuousquery.serviceAgent',
  'bigquerydatatransfer.serviceAgent',
  'bigqueryspark.serviceAgent',
  'cloudbuild.serviceAgent',
  'cloudconfig.serviceAgent',
  'clouddeploy.serviceAgent',
  'clouddeploymentmanager.serviceAgent',
  'cloudfunctions.serviceAgent',
  'cloudscheduler.serviceAgent',
  'cloudtasks.serviceAgent',
  'cloudtpu.serviceAgent',
  'composer.serviceAgent',
  'compute.instanceGroupManagerServiceAgent',
  'compute.serviceAgent',
  'configdelivery.serviceAgent',
  'connectors.serviceAgent',
  'container.serviceAgent',
  'dataflow.serviceAgent',
  'datapipelines.serviceAgent',
  'dataplex.serviceAgent',
  'dataprep.serviceAgent',
  'dataproc.serviceAgent',
  'eventarc.serviceAgent',
  'firebaseapphosting.serviceAgent',
  'firebasemods.serviceAgent',
  'gameservices.serviceAgent',
  'genomics.serviceAgent',
  'hypercomputecluster.serviceAgent',
  'integrations.serviceAgent',
  'krmapihosting.anthosApiEndpointServiceAgent',
  'krmapihosting.serviceAgent',
  'lifesciences.serviceAgent',
  'ml.serviceAgent',
  'notebooks.serviceAgent',
  'osconfig.serviceAgent',
  'pubsub.serviceAgent',
  'run.serviceAgent',
  'runapps.serviceAgent',
  'securesourcemanager.serviceAgent',
  'securitycenter.securityResponseServiceAgent',
  'serverless.serviceAgent',
  'sourcerepo.serviceAgent',
  'workflows.serviceAgent',
  'workstations.serviceAgent',
]);
