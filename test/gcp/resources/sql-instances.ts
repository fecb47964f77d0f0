/** The database instances of the estate, all of them in acme-lake. */
import type { Fields, Holds } from './wire.ts';

const project = 'acme-lake';

type Flags = Readonly<Record<string, string>>;

const flags = (values: Flags) => Object.entries(values).map(([name, value]) => ({ name, value }));

/** Every flag that a check looks at, just as it must be. */
const postgresFlags: Flags = {
  log_connections: 'on',
  log_disconnections: 'on',
  log_error_verbosity: 'default',
  log_min_duration_statement: '-1',
  log_min_error_statement: 'error',
  log_min_messages: 'warning',
  log_statement: 'ddl',
  'cloudsql.enable_pgaudit': 'on',
  'cloudsql.iam_authentication': 'on',
};
const mysqlFlags: Flags = {
  local_infile: 'off',
  skip_show_database: 'on',
  cloudsql_iam_authentication: 'on',
};
const sqlserverFlags: Flags = {
  'contained database authentication': 'off',
  'cross db ownership chaining': 'off',
  '3625': 'on',
  'external scripts enabled': 'off',
  'remote access': 'off',
  'user connections': '0',
};

/** What a database is without its flags. */
type Shape = { readonly settings?: Fields; readonly reached?: Fields; readonly fields?: Fields };

function database(databaseVersion: string, values: Flags, { settings, reached, fields }: Shape = {}): Fields {
  return {
    databaseVersion,
    settings: {
      databaseFlags: flags(values),
      ipConfiguration: { ipv4Enabled: false, sslMode: 'ENCRYPTED_ONLY', ...reached },
      backupConfiguration: { enabled: true },
      deletionProtectionEnabled: true,
      ...settings,
    },
    ...fields,
  };
}

const postgres = (values: Flags = {}, shape?: Shape) =>
  database('POSTGRES_16', { ...postgresFlags, ...values }, shape);
const mysql = (values: Flags = {}) => database('MYSQL_8_0', { ...mysqlFlags, ...values });
const sqlserver = (values: Flags = {}) =>
  database('SQLSERVER_2019_STANDARD', { ...sqlserverFlags, ...values });

const shaped = (shape: Shape) => postgres({}, shape);
const from = (value: string, fields: Fields = {}) => ({
  ipv4Enabled: true,
  authorizedNetworks: [{ kind: 'sql#aclEntry', value, ...fields }],
});
const plain = { sslMode: 'ALLOW_UNENCRYPTED_AND_ENCRYPTED' };
const unprotected = { backupConfiguration: { enabled: false }, deletionProtectionEnabled: false };

const instances: Readonly<Record<string, Fields>> = {
  postgres: postgres(),
  'postgres-silent-on-connections': postgres({ log_connections: 'off' }),
  'postgres-silent-on-disconnections': postgres({ log_disconnections: 'off' }),
  'postgres-terse': postgres({ log_error_verbosity: 'terse' }),
  'postgres-logs-slow-statements': postgres({ log_min_duration_statement: '250' }),
  'postgres-logs-panic-statements': postgres({ log_min_error_statement: 'panic' }),
  'postgres-logs-errors': postgres({ log_min_messages: 'error' }),
  'postgres-logs-no-statements': postgres({ log_statement: 'none' }),
  'postgres-without-audit': postgres({ 'cloudsql.enable_pgaudit': 'off' }),
  'postgres-with-passwords': postgres({ 'cloudsql.iam_authentication': 'off' }),
  'postgres-by-numbers': postgres({ log_connections: '1', log_disconnections: '1' }),
  'postgres-logs-more': postgres({
    log_min_error_statement: 'notice',
    log_min_messages: 'debug1',
    log_statement: 'all',
  }),
  mysql: mysql(),
  'mysql-loads-files': mysql({ local_infile: 'on' }),
  'mysql-shows-databases': mysql({ skip_show_database: 'off' }),
  'mysql-with-passwords': mysql({ cloudsql_iam_authentication: 'off' }),
  'mysql-in-capitals': mysql({ local_infile: 'OFF', skip_show_database: 'ON' }),
  sqlserver: sqlserver(),
  'sqlserver-contained': sqlserver({ 'contained database authentication': 'on' }),
  'sqlserver-chained': sqlserver({ 'cross db ownership chaining': 'on' }),
  'sqlserver-tells-errors': sqlserver({ '3625': 'off' }),
  'sqlserver-runs-scripts': sqlserver({ 'external scripts enabled': 'on' }),
  'sqlserver-takes-remote-calls': sqlserver({ 'remote access': 'on' }),
  'sqlserver-of-100-users': sqlserver({ 'user connections': '100' }),
  'sqlserver-with-options': sqlserver({ 'user options': '4' }),
  'sqlserver-by-default': database('SQLSERVER_2019_STANDARD', { '3625': 'on', 'remote access': '0' }),

  'without-backups': shaped({ settings: { backupConfiguration: { enabled: false } } }),
  unprotected: shaped({ settings: { deletionProtectionEnabled: false } }),
  'replica-unprotected': shaped({
    settings: unprotected,
    fields: { instanceType: 'READ_REPLICA_INSTANCE' },
  }),
  'somebody-else-s': database(
    'POSTGRES_16',
    {},
    {
      settings: unprotected,
      reached: { ...from('0.0.0.0/0'), ...plain },
      fields: { instanceType: 'ON_PREMISES_INSTANCE' },
    },
  ),

  'plain-text': shaped({ reached: plain }),
  'encrypted-by-the-old-setting': shaped({ reached: { sslMode: undefined, requireSsl: true } }),
  'plain-text-by-connector': shaped({ reached: plain, settings: { connectorEnforcement: 'REQUIRED' } }),

  'address-whatever-is-set': shaped({
    fields: { ipAddresses: [{ type: 'PRIMARY', ipAddress: '203.0.113.20' }] },
  }),
  'private-address': shaped({ fields: { ipAddresses: [{ type: 'PRIVATE', ipAddress: '10.0.0.20' }] } }),
  'open-to-all': shaped({ reached: from('0.0.0.0/0') }),
  'open-to-all-in-plain-text': shaped({ reached: { ...from('0.0.0.0/0'), ...plain } }),
  'open-to-half': shaped({ reached: from('0.0.0.0/1') }),
  'open-to-an-eighth-bit': shaped({ reached: from('203.0.0.0/8') }),
  'open-to-the-office': shaped({ reached: from('198.51.100.0/24') }),
  'open-to-all-last-year': shaped({
    reached: from('0.0.0.0/0', { expirationTime: '2025-12-01T00:00:00Z' }),
  }),
  'open-to-all-by-connector': shaped({
    reached: from('0.0.0.0/0'),
    settings: { connectorEnforcement: 'REQUIRED' },
  }),
  'open-to-all-without-an-address': shaped({ reached: { ...from('0.0.0.0/0'), ipv4Enabled: false } }),
};

function withoutUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

export const sqlHolds: Holds = {
  [`/sqladmin.googleapis.com/v1/projects/${project}/instances`]: Object.entries(instances).map(
    ([name, fields]) => ({
      kind: 'sql#instance',
      name,
      project,
      createTime: '2024-03-01T09:00:00.000Z',
      region: 'europe-west1',
      state: 'RUNNABLE',
      instanceType: 'CLOUD_SQL_INSTANCE',
      etag: 'e1',
      ...Object(withoutUndefined(fields)),
    }),
  ),
};
