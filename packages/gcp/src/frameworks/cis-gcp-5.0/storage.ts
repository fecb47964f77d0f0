/** Section 5 of the benchmark: storage. */
import type { Control } from '@security-monkey/sdk';

export const storage: readonly Control[] = [
  {
    id: '5.1',
    title: 'Buckets are open to nobody unknown',
    level: 1,
    assessment: 'automated',
    checks: ['gcp.storage-bucket.policy-public'],
  },
  {
    id: '5.2',
    title: 'Access to buckets is uniform',
    level: 2,
    assessment: 'automated',
    checks: ['gcp.storage-bucket.uniform-access-off'],
  },
];
