/** Service accounts by their mail: who made them, and whose they are. */

export type ServiceAccount = {
  readonly mail: string;
  /** `default`: Google makes it for a project's own workloads. `agent`: Google keeps it and acts by it. */
  readonly maker: 'user' | 'default' | 'agent';
  /** The id or the number of its project, in the form of `projectKey`. Undefined when the mail does not tell. */
  readonly project: string | undefined;
};

/**
 * Reads the mail of a service account; undefined when it has the form of none.
 * Source: https://cloud.google.com/iam/docs/service-account-types
 */
export function parseServiceAccount(written: string): ServiceAccount | undefined {
  const mail = written.toLowerCase();
  const [, local, domain] = /^([^@\s]+)@((?:[^@\s]+\.)?gserviceaccount\.com)$/.exec(mail) ?? [];
  if (local === undefined || domain === undefined) return undefined;
  if (domain === 'developer.gserviceaccount.com')
    return { mail, maker: local.endsWith('-compute') ? 'default' : 'agent', project: numberIn(local) };
  if (domain === 'appspot.gserviceaccount.com') return { mail, maker: 'default', project: projectKey(local) };
  const [, home] = /^(.+)\.iam\.gserviceaccount\.com$/.exec(domain) ?? [];
  if (home === undefined || isHomeOfAgents(home)) return { mail, maker: 'agent', project: numberIn(local) };
  return { mail, maker: 'user', project: projectKey(home) };
}

/** Whether it is the mail of a service account that Google makes for the workloads of Compute Engine or App Engine. */
export function isDefaultServiceAccount(mail: string): boolean {
  return /.(?:-compute@developer|@appspot)\.gserviceaccount\.com$/i.test(mail);
}

/** Whether it is the mail of a default service account of Compute Engine. */
export function isDefaultComputeAccount(mail: string): boolean {
  return /.-compute@developer\.gserviceaccount\.com$/i.test(mail);
}

/** A project's id or number in one form: the id `example.com:shop` is written `shop.example.com` in mails. */
export function projectKey(project: string): string {
  const [, domain, id] = /^([^:]+):(.+)$/.exec(project) ?? [];
  return (domain === undefined || id === undefined ? project : `${id}.${domain}`).toLowerCase();
}

/** The number of the project, folder or organisation that a service agent works for. */
function numberIn(local: string): string | undefined {
  return /^(?:service-(?:org-|folder-|project-)?|project-|bq-|[po])?(\d+)(?:-[a-z0-9-]*)?$/.exec(local)?.[1];
}

/**
 * Whether service agents live in that project. It must be one of Google's own: anybody may call an account `service-1234`
 * in a project of their own.
 */
function isHomeOfAgents(project: string): boolean {
  return project.startsWith('gcp-sa-') || project.endsWith('.google.com') || homesOfAgents.has(project);
}

/** Source: https://cloud.google.com/iam/docs/service-agents */
const homesOfAgents: ReadonlySet<string> = new Set([
  'bigquery-consp',
  'bigquery-encryption',
  'ccaip-prod',
  'cloud-cdn-fill',
  'cloud-filer',
  'cloud-iot',
  'cloud-memcache-sa',
  'cloud-ml',
  'cloud-redis',
  'cloud-tpu',
  'cloudcomposer-accounts',
  'compute-system',
  'container-analysis',
  'container-engine-robot',
  'containerregistry',
  'crashlytics-bigquery-prod',
  'dataflow-service-producer-prod',
  'dataproc-accounts',
  'dlp-api',
  'endpoints-portal',
  'fcm-bq-export-prod',
  'firebase-rules',
  'firebase-sa-management',
  'gae-api-prod',
  'gcf-admin-robot',
  'gcp-gae-service',
  'gs-project-accounts',
  'performance-bq-export-prod',
  'predictions-bq-export-prod',
  'remotebuildexecution',
  'security-center-api',
  'serverless-robot-prod',
  'service-consumer-management',
  'service-networking',
  'sourcerepo-service-accounts',
  'storage-transfer-service',
  'trifacta-gcloud-prod',
]);
