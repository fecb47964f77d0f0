/** The database instances of Cloud SQL, all of PostgreSQL. */
import { isoOf } from '../../time/moment.ts';
import type { Dice } from '../../world/dice.ts';
import type { Resource } from '../../world/resource.ts';
import { prefixOf, serviceLabels, services } from '../world/organisation.ts';

/** Networks from which connections are taken, by what people call them. */
export type Clients = Readonly<Record<string, string>>;

export type Database = Resource & {
  readonly created: string;
  /** The address by which it is reached from outside. */
  readonly outside: string | undefined;
  readonly address: string;
  readonly clients: Clients;
  readonly takesPlainText: boolean;
  readonly flags: Readonly<Record<string, string>>;
  readonly isBackedUp: boolean;
};

const withDatabase: readonly string[] = ['wallet', 'mobile-api', 'dashboards'];

/** What PostgreSQL is to write into its log, and that people sign in as themselves. */
const flags = {
  'cloudsql.enable_pgaudit': 'on',
  'cloudsql.iam_authentication': 'on',
  log_connections: 'on',
  log_disconnections: 'on',
  log_error_verbosity: 'default',
  log_min_duration_statement: '-1',
  log_min_error_statement: 'error',
  log_min_messages: 'warning',
  log_statement: 'ddl',
};

export function databasesOf(dice: Dice): readonly Database[] {
  return services
    .filter(({ name }) => withDatabase.includes(name))
    .map((service) => {
      const { project, region } = service;
      const name = `${prefixOf(service)}-db`;
      return {
        account: project.number,
        region,
        name,
        tags: serviceLabels(service),
        created: isoOf(Date.UTC(2024, 2 + dice.below(`database ${name}`, 9), 3, 11)),
        outside: undefined,
        address: `10.30.0.${10 + dice.below(`database host ${name}`, 200)}`,
        clients: {},
        takesPlainText: false,
        flags: project.stage === 'staging' ? { log_connections: 'on' } : flags,
        isBackedUp: project.stage !== 'staging',
      };
    });
}
