/** The policy of a bucket for the checks of the resource policy family. */
import {
  type CheckContext,
  type GrantedPolicy,
  isPublicToS3,
  type JsonObject,
  type PolicyTarget,
} from '@security-monkey/sdk';
import { accountBlock } from '../account-block.ts';
import type { BucketConfig, bucketConfig } from '../config.ts';
import { accountBlockIs, bucket } from '../example.ts';
import { s3Bucket } from '../watcher.ts';

export const bucketPolicy: PolicyTarget<typeof bucketConfig> = {
  watcher: s3Bucket,
  name: 'policy',
  noun: 'bucket',
  path: '/Policy',
  documentOf: ({ Policy }) => Policy ?? undefined,
  needs: [accountBlock],
  isCut,
  example: (policy: JsonObject | null) => ({
    config: bucket({ Policy: policy, PublicAccessBlock: null }),
    related: accountBlockIs(null),
  }),
  action: 's3:GetObject',
  arn: 'arn:aws:s3:::acme-reports/*',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
};

/** `RestrictPublicBuckets` leaves a policy that S3 calls public to the owner's account and to services; other policies it leaves alone. */
function isCut(
  { config, related }: CheckContext<BucketConfig>,
  { document, around }: GrantedPolicy,
): boolean {
  if (!isPublicToS3(document, around)) return false;
  if (config.PublicAccessBlock?.RestrictPublicBuckets === true) return true;
  return related(accountBlock).some(({ value }) => value['RestrictPublicBuckets'] === true);
}
