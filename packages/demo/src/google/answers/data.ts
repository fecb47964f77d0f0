/** What Cloud SQL and BigQuery answer: https://cloud.google.com/sql/docs/postgres/admin-api/rest/v1 and https://cloud.google.com/bigquery/docs/reference/rest */
import type { JsonObject } from '@security-monkey/sdk';
import { found, ofAccount } from '../../answers/call.ts';
import type { Database } from '../technologies/database.ts';
import type { Dataset } from '../technologies/dataset.ts';
import { keyName } from '../technologies/key.ts';
import { projectOf } from '../world/organisation.ts';
import { type GoogleAnswers, type GoogleCall, inOwn, listed, named, notFound } from './google-call.ts';

export const dataAnswers: GoogleAnswers = {
  'sql:instances.list': (call) =>
    listed(inOwn(call), {
      kind: 'sql#instancesList',
      member: 'items',
      all: ofAccount(call.world.databases, call).map((one) => databaseAnswer(one, call)),
    }),
  'sql:instances.get': (call) => {
    const name = named(inOwn(call), 'instance');
    const one = ofAccount(call.world.databases, call).find((database) => database.name === name);
    return databaseAnswer(found(one, notFound), call);
  },
  'bigquery:datasets.list': (call) =>
    listed(inOwn(call, 'projectId'), {
      kind: 'bigquery#datasetList',
      member: 'datasets',
      all: ofAccount(call.world.datasets, call).map(listedDataset),
    }),
  'bigquery:datasets.get': (call) => {
    const name = named(inOwn(call, 'projectId'), 'datasetId');
    return datasetAnswer(
      found(
        ofAccount(call.world.datasets, call).find((dataset) => dataset.name === name),
        notFound,
      ),
    );
  },
};

function databaseAnswer(database: Database, { dice }: GoogleCall): JsonObject {
  const { account, region, name, created, outside, address } = database;
  const suffix = dice.hex(`database agent ${account} ${name}`, 6);
  return {
    kind: 'sql#instance',
    name,
    project: account,
    createTime: created,
    region,
    gceZone: `${region}-b`,
    selfLink: `https://sqladmin.googleapis.com/v1/projects/${account}/instances/${name}`,
    connectionName: `${account}:${region}:${name}`,
    backendType: 'SECOND_GEN',
    instanceType: 'CLOUD_SQL_INSTANCE',
    databaseVersion: 'POSTGRES_16',
    state: 'RUNNABLE',
    etag: dice.hex(`database etag ${name}`, 64),
    serviceAccountEmailAddress: `p${projectOf(account).counted}-${suffix}@gcp-sa-cloud-sql.iam.gserviceaccount.com`,
    ipAddresses: [
      ...(outside === undefined ? [] : [{ type: 'PRIMARY', ipAddress: outside }]),
      { type: 'PRIVATE', ipAddress: address },
    ],
    settings: settingsAnswer(database),
  };
}

function settingsAnswer(database: Database): JsonObject {
  const { account, tags, outside, clients, takesPlainText, flags, isBackedUp } = database;
  return {
    kind: 'sql#settings',
    tier: 'db-custom-2-7680',
    edition: 'ENTERPRISE',
    availabilityType: isBackedUp ? 'REGIONAL' : 'ZONAL',
    settingsVersion: '12',
    dataDiskSizeGb: '50',
    userLabels: tags,
    databaseFlags: Object.entries(flags).map(([name, value]) => ({ name, value })),
    ipConfiguration: {
      ipv4Enabled: outside !== undefined,
      privateNetwork: `projects/${account}/global/networks/main`,
      sslMode: takesPlainText ? 'ALLOW_UNENCRYPTED_AND_ENCRYPTED' : 'ENCRYPTED_ONLY',
      authorizedNetworks: Object.entries(clients).map(([name, value]) => ({
        kind: 'sql#aclEntry',
        name,
        value,
      })),
    },
    backupConfiguration: {
      kind: 'sql#backupConfiguration',
      enabled: isBackedUp,
      startTime: '02:00',
      pointInTimeRecoveryEnabled: isBackedUp,
    },
    deletionProtectionEnabled: isBackedUp,
  };
}

/** The listing tells but the names. */
function listedDataset({ account, region, name, tags, title }: Dataset): JsonObject {
  return {
    kind: 'bigquery#dataset',
    id: `${account}:${name}`,
    datasetReference: { projectId: account, datasetId: name },
    friendlyName: title,
    location: region,
    labels: tags,
  };
}

function datasetAnswer(dataset: Dataset): JsonObject {
  const { account, region, name, created, access, key } = dataset;
  return {
    ...listedDataset(dataset),
    selfLink: `https://bigquery.googleapis.com/bigquery/v2/projects/${account}/datasets/${name}`,
    creationTime: String(created),
    lastModifiedTime: String(created),
    etag: 'demo4shopdE==',
    type: 'DEFAULT',
    maxTimeTravelHours: '168',
    access,
    ...(key !== undefined && {
      defaultEncryptionConfiguration: { kmsKeyName: keyName({ account, region, name: key }) },
    }),
  };
}
