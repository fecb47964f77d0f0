/** Database instances for the examples of checks. The examples are judged at the start of 2026. */
import type { JsonObject } from '@security-monkey/sdk';

/** An instance of PostgreSQL with these settings. */
export function sqlExample(settings: JsonObject, fields: JsonObject = {}): JsonObject {
  return {
    name: 'orders',
    project: 'acme-web',
    createTime: '2024-03-01T09:00:00.000Z',
    region: 'europe-west1',
    databaseVersion: 'POSTGRES_16',
    instanceType: 'CLOUD_SQL_INSTANCE',
    settings,
    ...fields,
  };
}

/** An instance that is reached in this way. */
export function sqlReachedBy(ipConfiguration: JsonObject, settings: JsonObject = {}): JsonObject {
  return sqlExample({ ipConfiguration, ...settings });
}

/** What only stands for a database that runs elsewhere. */
export const elsewhere: JsonObject = { instanceType: 'ON_PREMISES_INSTANCE' };

export const replica: JsonObject = { instanceType: 'READ_REPLICA_INSTANCE' };
