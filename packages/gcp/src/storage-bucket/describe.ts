/** Describes a bucket: who gets in. */
import { type Description, type JsonObject, readParts, type WatchContext } from '@security-monkey/sdk';
import { withLacking } from '../asset-inventory/with-lacking.ts';
import { gone } from '../client/gone.ts';
import { normalPolicy } from '../client/normal-policy.ts';
import { bucketConfig, bucketSource } from './config.ts';

export async function describeBucket(context: WatchContext, listed: JsonObject): Promise<Description> {
  const { name, iamPolicy, iamConfiguration } = bucketConfig.parse(listed);
  if (iamPolicy === undefined)
    return await readParts({ send: context.send, gone }, listed, {
      iamPolicy: {
        operation: 'storage:buckets.getIamPolicy',
        input: { bucket: name, optionsRequestedPolicyVersion: 3 },
        take: normalPolicy,
      },
    });
  // Uniform access has switched access lists off: https://cloud.google.com/storage/docs/uniform-bucket-level-access
  if (iamConfiguration?.uniformBucketLevelAccess?.enabled === true) return { config: listed };
  return await withLacking(context, listed, {
    source: bucketSource,
    operation: 'storage:buckets.get',
    input: { bucket: name, projection: 'full' },
  });
}
