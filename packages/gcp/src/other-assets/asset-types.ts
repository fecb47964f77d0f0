/** Asset types, as people name them in the field `otherAssets`: https://cloud.google.com/asset-inventory/docs/supported-asset-types */

/** A service's host and a kind of thing, such as `pubsub.googleapis.com/Topic` or `apps.k8s.io/Deployment`. */
const form = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/[A-Za-z][A-Za-z0-9]*$/;

/** What is recorded by a technology of its own, or as a part of one. */
export const recordedBy: Readonly<Record<string, string>> = {
  'bigquery.googleapis.com/Dataset': 'gcp.bigquery-dataset',
  'cloudkms.googleapis.com/CryptoKey': 'gcp.kms-key',
  'cloudresourcemanager.googleapis.com/Folder': 'gcp.folder',
  'cloudresourcemanager.googleapis.com/Organization': 'gcp.organization',
  'cloudresourcemanager.googleapis.com/Project': 'gcp.project',
  'compute.googleapis.com/Firewall': 'gcp.compute-firewall',
  'compute.googleapis.com/Instance': 'gcp.compute-instance',
  'compute.googleapis.com/Network': 'gcp.compute-network',
  'compute.googleapis.com/Subnetwork': 'gcp.compute-subnetwork',
  'iam.googleapis.com/ServiceAccount': 'gcp.iam-service-account',
  'iam.googleapis.com/ServiceAccountKey': 'gcp.iam-service-account',
  'sqladmin.googleapis.com/Instance': 'gcp.sql-instance',
  'storage.googleapis.com/Bucket': 'gcp.storage-bucket',
};

/** The types in the field, each once. */
export function assetTypesIn(text = ''): readonly string[] {
  return [...new Set(listOf(text))];
}

/** What is wrong with the field, for each type that is. */
export function assetTypeProblems(text: string): readonly string[] {
  const types = assetTypesIn(text);
  if (types.length === 0) return ['names no asset type: leave it out'];
  return types.flatMap((type) => {
    if (!form.test(type)) return [`${type} is no asset type, such as pubsub.googleapis.com/Topic`];
    const technology = Object.hasOwn(recordedBy, type) ? recordedBy[type] : undefined;
    return technology === undefined ? [] : [`${type} is recorded by ${technology} already: leave it out`];
  });
}

/** What stands in a row, by commas or blanks. */
export function listOf(text = ''): readonly string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}
