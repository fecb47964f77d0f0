/** The config of a database instance, as far as checks read it: https://cloud.google.com/sql/docs/mysql/admin-api/rest/v1/instances */
import { z } from 'zod';
import type { BodyForm } from '../client/normal-body.ts';

const authorizedNetwork = z.looseObject({
  /** A CIDR. */
  value: z.string(),
  name: z.string().optional(),
  /** ISO 8601; for ever when absent. */
  expirationTime: z.string().optional(),
});

const settings = z.looseObject({
  userLabels: z.record(z.string(), z.string()).optional(),
  databaseFlags: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })).optional(),
  ipConfiguration: z
    .looseObject({
      ipv4Enabled: z.boolean().optional(),
      privateNetwork: z.string().optional(),
      sslMode: z.string().optional(),
      /** What `sslMode` has replaced. */
      requireSsl: z.boolean().optional(),
      authorizedNetworks: z.array(authorizedNetwork).optional(),
    })
    .optional(),
  /** `REQUIRED`: nobody gets in but by a connector, which encrypts and asks IAM. */
  connectorEnforcement: z.string().optional(),
  backupConfiguration: z.looseObject({ enabled: z.boolean().optional() }).optional(),
  deletionProtectionEnabled: z.boolean().optional(),
});

export const sqlInstanceConfig = z.looseObject({
  name: z.string(),
  project: z.string(),
  /** ISO 8601. */
  createTime: z.string(),
  region: z.string().optional(),
  /** `MYSQL_8_0`, `POSTGRES_16`, `SQLSERVER_2022_STANDARD` and so on. */
  databaseVersion: z.string().optional(),
  instanceType: z.string().optional(),
  connectionName: z.string().optional(),
  serviceAccountEmailAddress: z.string().optional(),
  ipAddresses: z
    .array(z.looseObject({ type: z.string().optional(), ipAddress: z.string().optional() }))
    .optional(),
  settings: settings.optional(),
});

export type SqlInstanceConfig = z.output<typeof sqlInstanceConfig>;

export const sqlInstanceForm: BodyForm = {
  kind: 'sql#instance',
  int64: [
    '/currentDiskSize',
    '/maxDiskSize',
    '/replicaConfiguration/mysqlReplicaConfiguration/masterHeartbeatPeriod',
    '/settings/dataDiskSizeGb',
    '/settings/settingsVersion',
    '/settings/storageAutoResizeLimit',
  ],
};
