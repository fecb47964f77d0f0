/** Storage buckets: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { storageBucket } from './watcher.ts';

export const storageBucketTechnology: Technology = {
  watcher: storageBucket,
  checks: [],
};
