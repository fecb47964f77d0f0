/** The CIS benchmark for Google Cloud, version 5.0.0: its controls, and by which checks each is judged. */
import type { Framework } from '@security-monkey/sdk';
import { bigquery } from './cis-gcp-5.0/bigquery.ts';
import { databases } from './cis-gcp-5.0/databases.ts';
import { dataproc } from './cis-gcp-5.0/dataproc.ts';
import { identity } from './cis-gcp-5.0/identity.ts';
import { logging } from './cis-gcp-5.0/logging.ts';
import { machines } from './cis-gcp-5.0/machines.ts';
import { networking } from './cis-gcp-5.0/networking.ts';
import { storage } from './cis-gcp-5.0/storage.ts';

export const cisGcp50: Framework = {
  id: 'cis-gcp-5.0',
  title: 'CIS Google Cloud Platform Foundation Benchmark 5.0.0',
  source: 'https://www.cisecurity.org/benchmark/google_cloud_computing_platform',
  controls: [
    ...identity,
    ...logging,
    ...networking,
    ...machines,
    ...storage,
    ...databases,
    ...bigquery,
    ...dataproc,
  ],
};
