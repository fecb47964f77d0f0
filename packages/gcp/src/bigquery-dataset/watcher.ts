/** Watches datasets of BigQuery: one listing for the project, and of each the rest, with who gets in. */
import {
  type Description,
  defineWatcher,
  type JsonObject,
  type MissingItem,
  parseAnswer,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { gone, replaced } from '../client/gone.ts';
import { normalBody } from '../client/normal-body.ts';
import { listPages } from '../client/read-pages.ts';
import { type DatasetConfig, datasetConfig, datasetForm } from './config.ts';

const [listOperation, getOperation] = ['bigquery:datasets.list', 'bigquery:datasets.get'];

export const bigqueryDataset = defineWatcher({
  id: 'gcp.bigquery-dataset',
  accountType: 'gcp',
  title: { one: 'dataset', many: 'datasets' },
  documentation: 'https://cloud.google.com/bigquery/docs/reference/rest/v2/datasets/list',
  version: 1,
  scope: 'global',
  permissions: {
    // The listing takes no permission of its own: it shows what the caller may get.
    [listOperation]: 'bigquery.datasets.get',
    [getOperation]: 'bigquery.datasets.get',
  },
  gone,
  ephemeral: [
    // They move with every change, also of what lies in it.
    '/etag',
    '/lastModifiedTime',
  ],
  secret: [],
  unordered: [
    // Entries add up: none takes precedence.
    { path: '/access', source: 'https://cloud.google.com/bigquery/docs/reference/rest/v2/datasets' },
  ],
  relations: [],
  config: datasetConfig,
  identity: identityOf,
  lineage: ({ datasetReference: { projectId, datasetId } }) =>
    `//bigquery.googleapis.com/projects/${projectId}/datasets/${datasetId}`,
  name: ({ datasetReference }) => datasetReference.datasetId,
  region: ({ location }, { region }) => location?.toLowerCase() ?? region,
  tags: ({ labels = {} }) => labels,
  terms: termsOf,
  consolePath: ({ datasetReference: { projectId, datasetId } }) => {
    const [project, dataset] = [encodeURIComponent(projectId), encodeURIComponent(datasetId)];
    return `/bigquery?project=${project}&p=${project}&d=${dataset}&page=dataset`;
  },
  list: listDatasets,
  describe: describeDataset,
  confirm: confirmDataset,
});

const referred = z.looseObject({ datasetReference: z.looseObject({ datasetId: z.string() }) });
const dated = referred.extend({ creationTime: z.string() });

/** Names are used again; the time at which one was made tells it from the next. */
function identityOf({ datasetReference, creationTime }: z.output<typeof dated>): string {
  return `${datasetReference.datasetId} ${creationTime}`;
}

async function* listDatasets({ send, place }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  yield* listPages(send, {
    operation: listOperation,
    input: { projectId: place.account },
    member: 'datasets',
  });
}

/** The listing tells but the names. */
async function describeDataset({ send, place }: WatchContext, listed: JsonObject): Promise<Description> {
  const { datasetId } = referred.parse(listed).datasetReference;
  const answer = await send(getOperation, { projectId: place.account, datasetId });
  return {
    config: normalBody(datasetForm, parseAnswer(getOperation, z.record(z.string(), z.json()), answer)),
  };
}

function termsOf({ datasetReference, friendlyName, access = [] }: DatasetConfig): readonly string[] {
  const members = access.flatMap((entry) => [
    entry.iamMember,
    entry.userByEmail,
    entry.groupByEmail,
    entry.domain,
    entry.specialGroup,
  ]);
  return [datasetReference.datasetId, friendlyName, ...members].filter((term) => term !== undefined);
}

async function confirmDataset({ send, place }: WatchContext, { name, identity }: MissingItem): Promise<void> {
  const answer = await send(getOperation, { projectId: place.account, datasetId: name });
  if (identityOf(parseAnswer(getOperation, dated, answer)) !== identity) throw replaced(getOperation, name);
}
