/** Section 7 of the benchmark: BigQuery. */
import type { Control } from '@security-monkey/sdk';
import { needsJudgement, notWatched } from './reasons.ts';

export const bigquery: readonly Control[] = [
  {
    id: '7.1',
    title: 'Datasets are open to nobody unknown',
    level: 1,
    assessment: 'automated',
    checks: ['gcp.bigquery-dataset.access-public'],
  },
  {
    id: '7.2',
    title: 'All tables have keys of our own',
    level: 2,
    assessment: 'automated',
    open: notWatched('tables of BigQuery'),
  },
  {
    id: '7.3',
    title: 'Datasets have a default key of our own',
    level: 2,
    assessment: 'automated',
    checks: ['gcp.bigquery-dataset.without-own-key'],
  },
  {
    id: '7.4',
    title: 'Data in BigQuery are classified',
    level: 2,
    assessment: 'manual',
    open: needsJudgement,
  },
];
