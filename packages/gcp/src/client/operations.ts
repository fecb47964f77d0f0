/** Every operation that the plugin may make. A test compares them with Google's own documents. */
import { computeOperations } from './operations/compute.ts';
import { dataOperations } from './operations/data.ts';
import { governanceOperations } from './operations/governance.ts';
import { iamOperations } from './operations/iam.ts';
import type { Operations } from './operations/operation.ts';
import { resourceManagerOperations } from './operations/resource-manager.ts';
import { storageOperations } from './operations/storage.ts';

export const operations: Operations = {
  ...computeOperations,
  ...dataOperations,
  ...governanceOperations,
  ...iamOperations,
  ...resourceManagerOperations,
  ...storageOperations,
};
