/** The allow policy of a bucket, as the checks of its members need it. */
import {
  type AllowPolicyTarget,
  type ExampleGrant,
  exampleBindings,
  type JsonObject,
} from '@security-monkey/sdk';
import type { bucketConfig } from '../config.ts';
import { storageBucket } from '../watcher.ts';

export const bucketPolicy: AllowPolicyTarget<typeof bucketConfig> = {
  watcher: storageBucket,
  name: 'policy',
  noun: 'bucket',
  path: '/iamPolicy/bindings',
  bindingsOf: ({ iamPolicy }) => iamPolicy?.bindings ?? [],
  // https://cloud.google.com/storage/docs/public-access-prevention
  keepsPublicOut: ({ iamConfiguration }) => iamConfiguration?.publicAccessPrevention === 'enforced',
  example: (grants) => bucketWith(grants, 'inherited'),
  role: 'roles/storage.objectViewer',
  link: 'https://cloud.google.com/storage/docs/access-control/iam',
};

/** A bucket with uniform access whose policy gives these roles. */
export function bucketWith(grants: readonly ExampleGrant[], publicAccessPrevention: string): JsonObject {
  return {
    name: 'acme-reports',
    timeCreated: '2024-03-01T09:00:00.000Z',
    iamConfiguration: { uniformBucketLevelAccess: { enabled: true }, publicAccessPrevention },
    iamPolicy: { bindings: exampleBindings(grants) },
  };
}
