/** The config of a dataset, as far as checks read it: https://cloud.google.com/bigquery/docs/reference/rest/v2/datasets */
import { z } from 'zod';
import type { BodyForm } from '../client/normal-body.ts';

const access = z.looseObject({
  role: z.string().optional(),
  specialGroup: z.string().optional(),
  iamMember: z.string().optional(),
  userByEmail: z.string().optional(),
  groupByEmail: z.string().optional(),
  domain: z.string().optional(),
  condition: z.looseObject({ expression: z.string().optional() }).optional(),
});

export const datasetConfig = z.looseObject({
  datasetReference: z.looseObject({ datasetId: z.string(), projectId: z.string() }),
  /** Milliseconds since the epoch. */
  creationTime: z.string(),
  location: z.string().optional(),
  friendlyName: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  access: z.array(access).optional(),
  defaultEncryptionConfiguration: z.looseObject({ kmsKeyName: z.string().optional() }).optional(),
  /** What a linked dataset shows of somebody else's. */
  type: z.string().optional(),
});

export type DatasetConfig = z.output<typeof datasetConfig>;

export const datasetForm: BodyForm = {
  kind: 'bigquery#dataset',
  int64: [
    '/creationTime',
    '/defaultPartitionExpirationMs',
    '/defaultTableExpirationMs',
    '/lastModifiedTime',
    '/maxTimeTravelHours',
  ],
};
