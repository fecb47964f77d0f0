/** Datasets for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

/** A dataset into which its project's owners get, unless these fields say otherwise. */
export function dataset(fields: JsonObject): JsonObject {
  return {
    datasetReference: { projectId: 'acme-web', datasetId: 'sales' },
    creationTime: '1709283600000',
    location: 'EU',
    access: [{ role: 'OWNER', specialGroup: 'projectOwners' }],
    type: 'DEFAULT',
    ...fields,
  };
}
