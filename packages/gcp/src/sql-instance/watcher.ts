/** Watches database instances of Cloud SQL: one listing for the project. Which replicas follow one is a relation. */
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
import { listNormal } from '../client/list-normal.ts';
import { lastPart } from '../lineage.ts';
import { type SqlInstanceConfig, sqlInstanceConfig, sqlInstanceForm } from './config.ts';

const [listOperation, getOperation] = ['sql:instances.list', 'sql:instances.get'];
const reference = 'https://cloud.google.com/sql/docs/mysql/admin-api/rest/v1/instances';

export const sqlInstance = defineWatcher({
  id: 'gcp.sql-instance',
  accountType: 'gcp',
  title: { one: 'database instance', many: 'database instances' },
  documentation: 'https://cloud.google.com/sql/docs/mysql/admin-api/rest/v1/instances/list',
  version: 1,
  scope: 'global',
  permissions: {
    [listOperation]: 'cloudsql.instances.list',
    [getOperation]: 'cloudsql.instances.get',
  },
  gone,
  ephemeral: [
    // They move with every change.
    '/etag',
    '/settings/settingsVersion',
    // Running or stopped is operation, not configuration (docs/adr/0013-running-or-stopped.md); a failover changes the zones.
    '/state',
    '/gceZone',
    '/secondaryGceZone',
    '/currentDiskSize',
    '/outOfDiskReport',
    // What Google offers and plans.
    '/availableMaintenanceVersions',
    '/upgradableDatabaseVersions',
    '/scheduledMaintenance',
  ],
  secret: [
    '/rootPassword',
    '/onPremisesConfiguration/password',
    '/onPremisesConfiguration/clientKey',
    '/replicaConfiguration/mysqlReplicaConfiguration/password',
    '/replicaConfiguration/mysqlReplicaConfiguration/clientKey',
  ],
  unordered: [
    '/ipAddresses',
    '/settings/databaseFlags',
    '/settings/ipConfiguration/authorizedNetworks',
    '/settings/ipConfiguration/pscConfig/allowedConsumerProjects',
  ].map((path) => ({ path, source: reference })),
  relations: ['replicas'],
  config: sqlInstanceConfig,
  identity: identityOf,
  lineage: ({ project, name }) => lineageOf(project, name),
  name: ({ name }) => name,
  region: ({ region }, place) => region ?? place.region,
  tags: ({ settings }) => settings?.userLabels ?? {},
  terms: termsOf,
  consolePath: ({ project, name }) =>
    `/sql/instances/${encodeURIComponent(name)}/overview?project=${encodeURIComponent(project)}`,
  list: (context) =>
    listNormal(context, {
      operation: listOperation,
      input: { project: context.place.account },
      member: 'items',
      form: sqlInstanceForm,
    }),
  describe: async (_context, listed) => described(listed),
  confirm: confirmInstance,
});

const dated = z.looseObject({ name: z.string(), createTime: z.string() });

/** Names are used again a week after; the time at which one was made tells it from the next. */
function identityOf({ name, createTime }: z.output<typeof dated>): string {
  return `${name} ${createTime}`;
}

/** As the asset inventory names it: https://cloud.google.com/asset-inventory/docs/asset-names */
function lineageOf(project: string, name: string): string {
  return `//cloudsql.googleapis.com/projects/${project}/instances/${name}`;
}

function termsOf({
  name,
  connectionName,
  serviceAccountEmailAddress,
  ipAddresses = [],
  settings,
}: SqlInstanceConfig) {
  const { authorizedNetworks = [], privateNetwork = '' } = settings?.ipConfiguration ?? {};
  return [
    name,
    connectionName,
    serviceAccountEmailAddress,
    lastPart(privateNetwork),
    ...ipAddresses.map(({ ipAddress }) => ipAddress),
    ...authorizedNetworks.flatMap((network) => [network.value, network.name]),
  ]
    .filter((term) => term !== undefined)
    .filter((term) => term !== '');
}

function described({ replicaNames, ...config }: JsonObject): Description {
  const names: readonly unknown[] = Array.isArray(replicaNames) ? replicaNames : [];
  const project = typeof config['project'] === 'string' ? config['project'] : '';
  const relations = names.flatMap((name) =>
    typeof name === 'string'
      ? [{ name: 'replicas', technology: 'gcp.sql-instance', key: lineageOf(project, name) }]
      : [],
  );
  return { config, relations };
}

async function confirmInstance(
  { send, place }: WatchContext,
  { name, identity }: MissingItem,
): Promise<void> {
  const answer = await send(getOperation, { project: place.account, instance: name });
  if (identityOf(parseAnswer(getOperation, dated, answer)) !== identity) throw replaced(getOperation, name);
}
