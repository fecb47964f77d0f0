/** Operations of Cloud Storage: https://cloud.google.com/storage/docs/json_api/v1 */
import type { Operations } from './operation.ts';

const buckets = 'GET storage.googleapis.com/storage/v1/b';

export const storageOperations: Operations = {
  'storage:buckets.list': buckets,
  'storage:buckets.get': `${buckets}/{bucket}`,
  'storage:buckets.getIamPolicy': `${buckets}/{bucket}/iam`,
};
