/** Three database instances as Cloud SQL lists them: one with everything, one that stands for a database elsewhere, and a replica. */
import { type Estate, providerError } from '@security-monkey/sdk/testing';

const common = (name: string, createTime: string) => ({
  kind: 'sql#instance',
  name,
  project: 'acme-web',
  createTime,
  region: 'europe-west1',
  selfLink: `https://sqladmin.googleapis.com/v1/projects/acme-web/instances/${name}`,
  connectionName: `acme-web:europe-west1:${name}`,
  backendType: 'SECOND_GEN',
  state: 'RUNNABLE',
  etag: '0123',
});

const orders = {
  ...common('orders', '2024-03-01T09:00:00.000Z'),
  instanceType: 'CLOUD_SQL_INSTANCE',
  databaseVersion: 'POSTGRES_16',
  gceZone: 'europe-west1-b',
  secondaryGceZone: 'europe-west1-c',
  serviceAccountEmailAddress: 'p123456789012-a1b2c3@gcp-sa-cloud-sql.iam.gserviceaccount.com',
  currentDiskSize: '1234567',
  maintenanceVersion: 'POSTGRES_16_3.R20240514.00_12',
  availableMaintenanceVersions: ['POSTGRES_16_4.R20240814.00_01'],
  upgradableDatabaseVersions: [
    { majorVersion: 'POSTGRES_17', name: 'POSTGRES_17', displayName: 'PostgreSQL 17' },
  ],
  scheduledMaintenance: { startTime: '2026-06-01T03:00:00Z', canDefer: true },
  outOfDiskReport: { sqlOutOfDiskState: 'NORMAL' },
  ipAddresses: [
    { type: 'PRIMARY', ipAddress: '203.0.113.20' },
    { type: 'PRIVATE', ipAddress: '10.20.0.3' },
  ],
  settings: {
    tier: 'db-custom-2-7680',
    edition: 'ENTERPRISE',
    availabilityType: 'REGIONAL',
    settingsVersion: '17',
    dataDiskSizeGb: '20',
    userLabels: { team: 'shop' },
    databaseFlags: [
      { name: 'log_connections', value: 'on' },
      { name: 'log_disconnections', value: 'on' },
    ],
    ipConfiguration: {
      ipv4Enabled: true,
      privateNetwork: 'projects/acme-web/global/networks/main',
      sslMode: 'ENCRYPTED_ONLY',
      requireSsl: false,
      authorizedNetworks: [
        { name: 'office', value: '198.51.100.0/24' },
        { name: 'visitor', value: '203.0.113.9/32', expirationTime: '2026-07-01T00:00:00Z' },
      ],
      pscConfig: { pscEnabled: true, allowedConsumerProjects: ['acme-data', 'acme-tools'] },
    },
    backupConfiguration: { enabled: true, startTime: '02:00', pointInTimeRecoveryEnabled: true },
    deletionProtectionEnabled: true,
  },
};

const external = {
  ...common('elsewhere', '2025-05-05T05:05:05.000Z'),
  instanceType: 'ON_PREMISES_INSTANCE',
  databaseVersion: 'MYSQL_8_0',
  rootPassword: 'correct-horse-9',
  onPremisesConfiguration: {
    hostPort: '198.51.100.9:3306',
    username: 'replica',
    password: 'correct-horse-10',
    clientKey: 'correct-horse-11',
  },
};

const replica = {
  ...common('orders-replica', '2024-04-01T09:00:00.000Z'),
  instanceType: 'READ_REPLICA_INSTANCE',
  databaseVersion: 'MYSQL_8_0',
  masterInstanceName: 'acme-web:orders',
  replicaConfiguration: {
    failoverTarget: false,
    mysqlReplicaConfiguration: {
      username: 'replica',
      password: 'correct-horse-12',
      clientKey: 'correct-horse-13',
      masterHeartbeatPeriod: '1000',
    },
  },
};

const tagged = {
  ...orders,
  replicaNames: ['orders-replica'],
  settings: { kind: 'sql#settings', ...orders.settings },
};
const instances = [tagged, external, replica];

const lineage = (name: string) => `//cloudsql.googleapis.com/projects/acme-web/instances/${name}`;

export const estate: Estate = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  answers: {
    'sql:instances.list': ({ pageToken }) =>
      pageToken === undefined
        ? { kind: 'sql#instancesList', items: [tagged], nextPageToken: 'second' }
        : { kind: 'sql#instancesList', items: [external, replica] },
    'sql:instances.get': ({ instance }) => {
      const found = instances.find(({ name }) => name === instance);
      if (found === undefined) throw providerError('NOT_FOUND');
      return found;
    },
  },
  listing: { operation: 'sql:instances.list' },
  items: [orders, external, replica].map((config) => ({
    identity: `${config.name} ${config.createTime}`,
    lineage: lineage(config.name),
    name: config.name,
    console: `/sql/instances/${config.name}/overview?project=acme-web`,
    region: 'europe-west1',
    tags: config === orders ? { team: 'shop' } : {},
    config,
    relations:
      config === orders
        ? [{ name: 'replicas', technology: 'gcp.sql-instance', key: lineage('orders-replica') }]
        : [],
  })),
};
