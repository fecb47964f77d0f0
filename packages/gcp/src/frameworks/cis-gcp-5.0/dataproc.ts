/** Section 8 of the benchmark: Dataproc. */
import type { Control } from '@security-monkey/sdk';
import { notWatched } from './reasons.ts';

export const dataproc: readonly Control[] = [
  {
    id: '8.1',
    title: 'Clusters of Dataproc have keys of our own',
    level: 2,
    assessment: 'automated',
    open: notWatched('clusters of Dataproc'),
  },
];
