/** Datasets whose new tables only Google holds a key of. */
import { defineCheck } from '@security-monkey/sdk';
import { dataset } from '../example.ts';
import { bigqueryDataset } from '../watcher.ts';

const reports = [{ message: 'unset' as const, subject: { setting: 'defaultEncryptionConfiguration' } }];
const kmsKeyName = 'projects/acme-web/locations/eu/keyRings/r/cryptoKeys/k';

export const datasetWithoutOwnKey = defineCheck({
  id: 'gcp.bigquery-dataset.without-own-key',
  watcher: bigqueryDataset,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'New tables of the dataset are encrypted by a key of Google’s alone',
  why: 'Every table is encrypted. By a key of one’s own, access to it can be taken away from everybody at once, and each use is logged.',
  fix: 'Set a default key of Cloud KMS for the dataset. Tables that are there keep theirs until they are copied.',
  links: ['https://cloud.google.com/bigquery/docs/customer-managed-encryption'],
  frameworks: { 'cis-gcp-5.0': ['7.3'] },
  messages: { unset: 'No default key is set ({setting})' },
  examples: {
    good: [
      { name: 'a key', config: dataset({ defaultEncryptionConfiguration: { kmsKeyName } }) },
      { name: 'a linked dataset, which is somebody else’s', config: dataset({ type: 'LINKED' }) },
    ],
    bad: [
      { name: 'no key', config: dataset({}), reports },
      { name: 'an empty setting', config: dataset({ defaultEncryptionConfiguration: {} }), reports },
    ],
  },
  run: ({ config, report }) => {
    const { type, defaultEncryptionConfiguration: encryption, datasetReference } = config;
    if (type === 'LINKED' || encryption?.kmsKeyName !== undefined) return;
    report('unset', {
      subject: { setting: 'defaultEncryptionConfiguration' },
      evidence: [{ path: '/datasetReference/datasetId', value: datasetReference.datasetId }],
    });
  },
});
