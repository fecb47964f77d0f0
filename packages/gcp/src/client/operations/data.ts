/** Operations of databases, datasets, keys and queues. */
import type { Operations } from './operation.ts';

const sql = 'GET sqladmin.googleapis.com/v1/projects/{project}/instances';
const bigquery = 'GET bigquery.googleapis.com/bigquery/v2/projects/{+projectId}/datasets';
const kms = 'cloudkms.googleapis.com/v1';
const pubsub = 'pubsub.googleapis.com/v1';

export const dataOperations: Operations = {
  'sql:instances.list': sql,
  'sql:instances.get': `${sql}/{instance}`,
  'bigquery:datasets.list': bigquery,
  'bigquery:datasets.get': `${bigquery}/{+datasetId}`,
  'cloudkms:projects.locations.list': `GET ${kms}/{+name}/locations`,
  'cloudkms:projects.locations.keyRings.list': `GET ${kms}/{+parent}/keyRings`,
  'cloudkms:projects.locations.keyRings.getIamPolicy': `GET ${kms}/{+resource}:getIamPolicy`,
  'cloudkms:projects.locations.keyRings.cryptoKeys.list': `GET ${kms}/{+parent}/cryptoKeys`,
  'cloudkms:projects.locations.keyRings.cryptoKeys.get': `GET ${kms}/{+name}`,
  'cloudkms:projects.locations.keyRings.cryptoKeys.getIamPolicy': `GET ${kms}/{+resource}:getIamPolicy`,
  'pubsub:projects.topics.list': `GET ${pubsub}/{+project}/topics`,
  'pubsub:projects.topics.getIamPolicy': `GET ${pubsub}/{+resource}:getIamPolicy`,
  'pubsub:projects.subscriptions.list': `GET ${pubsub}/{+project}/subscriptions`,
};
