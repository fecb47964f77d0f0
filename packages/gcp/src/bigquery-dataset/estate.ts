/** Two datasets as BigQuery lists and describes them: one that is shared, one bare. */
import { type Estate, providerError } from '@security-monkey/sdk/testing';

const common = (datasetId: string, creationTime: string) => ({
  kind: 'bigquery#dataset',
  id: `acme-web:${datasetId}`,
  datasetReference: { projectId: 'acme-web', datasetId },
  selfLink: `https://bigquery.googleapis.com/bigquery/v2/projects/acme-web/datasets/${datasetId}`,
  creationTime,
  lastModifiedTime: '1767225600000',
  etag: 'b1b2',
  type: 'DEFAULT',
});

const sales = {
  ...common('sales', '1709283600000'),
  friendlyName: 'Sales',
  location: 'EU',
  labels: { team: 'finance' },
  defaultTableExpirationMs: '3600000',
  maxTimeTravelHours: '168',
  defaultEncryptionConfiguration: { kmsKeyName: 'projects/acme-web/locations/eu/keyRings/r/cryptoKeys/k' },
  access: [
    { role: 'OWNER', specialGroup: 'projectOwners' },
    { role: 'READER', groupByEmail: 'finance@acme.example' },
    { view: { projectId: 'acme-web', datasetId: 'views', tableId: 'totals' } },
  ],
};

const scratch = { ...common('scratch', '1746421505000'), location: 'US' };

const listed = ({ kind, id, datasetReference, location }: typeof scratch) => ({
  kind,
  id,
  datasetReference,
  location,
});

const datasets = [sales, scratch];

export const estate: Estate = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  answers: {
    'bigquery:datasets.list': ({ pageToken }) =>
      pageToken === undefined
        ? { kind: 'bigquery#datasetList', datasets: [listed(sales)], nextPageToken: 'second' }
        : { kind: 'bigquery#datasetList', datasets: [listed(scratch)] },
    'bigquery:datasets.get': ({ datasetId }) => {
      const found = datasets.find(({ datasetReference }) => datasetReference.datasetId === datasetId);
      if (found === undefined) throw providerError('NOT_FOUND');
      return found;
    },
  },
  listing: { operation: 'bigquery:datasets.list' },
  items: [
    {
      identity: 'sales 1709283600000',
      lineage: '//bigquery.googleapis.com/projects/acme-web/datasets/sales',
      name: 'sales',
      console: '/bigquery?project=acme-web&p=acme-web&d=sales&page=dataset',
      region: 'eu',
      tags: { team: 'finance' },
      config: sales,
    },
    {
      identity: 'scratch 1746421505000',
      lineage: '//bigquery.googleapis.com/projects/acme-web/datasets/scratch',
      name: 'scratch',
      region: 'us',
      tags: {},
      config: scratch,
    },
  ],
};
