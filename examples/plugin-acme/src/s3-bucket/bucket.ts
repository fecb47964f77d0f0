/** What the checks of ACME read of an S3 bucket, which the AWS plugin watches. */
import { defineWatcherReference } from '@security-monkey/sdk';
import { z } from 'zod';

const tag = z.looseObject({ Key: z.string(), Value: z.string().optional() });

export const bucket = defineWatcherReference({
  id: 'aws.s3-bucket',
  accountType: 'aws',
  config: z.looseObject({
    Name: z.string(),
    /** Null when the bucket has no tags. */
    Tagging: z.looseObject({ TagSet: z.array(tag).optional() }).nullish(),
  }),
});
