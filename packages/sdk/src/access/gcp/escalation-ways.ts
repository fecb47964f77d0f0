/** The documented ways by which a member gains permissions that it lacks, as a table. */

export type Level = 'project' | 'folder' | 'organization';

export type EscalationWay = {
  /** Part of what is shown and stored: never rename one. */
  readonly id: string;
  /** All of them are needed. */
  readonly permissions: readonly string[];
  /** The lowest level at which there is something to use them on: held below it they reach nothing. */
  readonly lowest: Level;
};

const actAs = 'iam.serviceAccounts.actAs';

/** One permission that is a way by itself, on a resource of a project. */
function alone(permission: string): EscalationWay {
  return { id: permission, permissions: [permission], lowest: 'project' };
}

/** Runs what the member writes as a service account of its choice. The account must be one that the member may act as. */
function asServiceAccount(...permissions: readonly [string, ...string[]]): EscalationWay {
  return { id: `${permissions[0]}+actAs`, permissions: [...permissions, actAs], lowest: 'project' };
}

/**
 * Rewrites who may do what: allow policies, custom roles, organisation policies.
 * Sources: https://cloud.google.com/iam/docs/roles-permissions/iam,
 * https://cloud.google.com/resource-manager/reference/rest/v1/projects/setOrgPolicy
 */
const rewritesPolicy: readonly EscalationWay[] = [
  alone('resourcemanager.projects.setIamPolicy'),
  { ...alone('resourcemanager.folders.setIamPolicy'), lowest: 'folder' },
  { ...alone('resourcemanager.organizations.setIamPolicy'), lowest: 'organization' },
  alone('iam.serviceAccounts.setIamPolicy'),
  alone('iam.roles.update'),
  alone('orgpolicy.policy.set'),
  alone('orgpolicy.policies.create'),
  alone('orgpolicy.policies.update'),
  alone('orgpolicy.policies.delete'),
];

/**
 * Takes credentials of a service account.
 * Sources: https://cloud.google.com/iam/docs/service-account-permissions,
 * https://cloud.google.com/storage/docs/authentication/hmackeys, https://cloud.google.com/docs/authentication/api-keys
 */
const takesCredentials: readonly EscalationWay[] = [
  alone('iam.serviceAccounts.getAccessToken'),
  alone('iam.serviceAccounts.getOpenIdToken'),
  alone('iam.serviceAccounts.implicitDelegation'),
  alone('iam.serviceAccounts.signBlob'),
  alone('iam.serviceAccounts.signJwt'),
  alone('iam.serviceAccountKeys.create'),
  alone('storage.hmacKeys.create'),
  {
    id: 'iam.serviceAccountApiKeyBindings.create',
    permissions: ['iam.serviceAccountApiKeyBindings.create', 'apikeys.keys.create'],
    lowest: 'project',
  },
];

/**
 * Has a service run what the member writes, as an account that needs no `actAs`.
 * Sources: https://cloud.google.com/build/docs/cloud-build-service-account,
 * https://cloud.google.com/deployment-manager/docs/access-control,
 * https://cloud.google.com/compute/docs/metadata/setting-custom-metadata
 */
const runsAsProject: readonly EscalationWay[] = [
  alone('cloudbuild.builds.create'),
  alone('deploymentmanager.deployments.create'),
  alone('deploymentmanager.deployments.update'),
  alone('compute.projects.setCommonInstanceMetadata'),
  alone('osconfig.patchJobs.exec'),
  {
    id: 'dataproc.jobs.create',
    permissions: ['dataproc.jobs.create', 'dataproc.clusters.use'],
    lowest: 'project',
  },
];

/** Source: https://cloud.google.com/iam/docs/attach-service-accounts#attaching-new-resource */
const attachesServiceAccount: readonly EscalationWay[] = [
  asServiceAccount('cloudfunctions.functions.create'),
  asServiceAccount('cloudfunctions.functions.update'),
  asServiceAccount('run.services.create'),
  asServiceAccount('run.services.update'),
  asServiceAccount('run.jobs.create', 'run.jobs.run'),
  asServiceAccount('run.jobs.update', 'run.jobs.run'),
  asServiceAccount('compute.instances.create'),
  asServiceAccount('compute.instances.setMetadata'),
  asServiceAccount('compute.instances.osLogin'),
  asServiceAccount('compute.instances.osAdminLogin'),
  asServiceAccount('appengine.versions.create'),
  asServiceAccount('container.clusters.create'),
  asServiceAccount('cloudscheduler.jobs.create'),
  asServiceAccount('cloudscheduler.jobs.update'),
  asServiceAccount('cloudtasks.tasks.create'),
  asServiceAccount('workflows.workflows.create', 'workflows.executions.create'),
  asServiceAccount('workflows.workflows.update', 'workflows.executions.create'),
  asServiceAccount('pubsub.subscriptions.create', 'pubsub.topics.attachSubscription'),
  asServiceAccount('dataflow.jobs.create'),
  asServiceAccount('dataproc.clusters.create'),
  asServiceAccount('datafusion.instances.create'),
  asServiceAccount('composer.environments.create'),
  asServiceAccount('notebooks.instances.create'),
  asServiceAccount('notebooks.runtimes.create'),
  asServiceAccount('aiplatform.customJobs.create'),
  asServiceAccount('aiplatform.pipelineJobs.create'),
  asServiceAccount('batch.jobs.create'),
  asServiceAccount('lifesciences.workflows.run'),
  asServiceAccount('tpu.nodes.create'),
  asServiceAccount('bigquery.transfers.update'),
  asServiceAccount('clouddeploy.releases.create', 'clouddeploy.deliveryPipelines.create'),
  asServiceAccount('config.deployments.create'),
];

export const escalationWays: readonly EscalationWay[] = [
  ...rewritesPolicy,
  ...takesCredentials,
  ...runsAsProject,
  ...attachesServiceAccount,
];
