/** What must be found in database instances, written from the meaning of the rules. */
import type { Expected } from './expected.ts';

const own = { account: 'acme-lake', technology: 'gcp.sql-instance', region: 'europe-west1' } as const;

const flag = (check: string, name: string, score: number) => `${check} wrong flag=${name} (${score})`;
const passwords = (name: string) => `iam-authentication-off off flag=${name} (1)`;
const address = 'public-address addressed setting=public address (3)';
const noBackups = 'backups-off off setting=automated backups (4)';
const noProtection = 'deletion-protection-off off setting=deletion protection (1)';
const plain = 'plain-text-connections plain setting=sslMode (5)';
const everywhere = (score: number) => `open-network everywhere network=0.0.0.0/0 (${score})`;

/** One flag is otherwise than on the neighbour that the rows begin with. */
const flags: readonly Expected[] = [
  {
    ...own,
    name: 'postgres',
    issues: [],
    nearly: [
      'postgres-log-connections wrong',
      'postgres-log-disconnections wrong',
      'postgres-log-error-verbosity wrong',
      'postgres-log-min-duration-statement wrong',
      'postgres-log-min-error-statement wrong',
      'postgres-log-min-messages wrong',
      'postgres-log-statement wrong',
      'postgres-pgaudit-off wrong',
      'iam-authentication-off off',
      'backups-off off',
      'deletion-protection-off off',
      'plain-text-connections plain',
    ],
    why: 'each flag is just as it must be',
  },
  {
    ...own,
    name: 'postgres-silent-on-connections',
    issues: [flag('postgres-log-connections', 'log_connections', 2)],
    why: 'connections are not logged',
  },
  {
    ...own,
    name: 'postgres-silent-on-disconnections',
    issues: [flag('postgres-log-disconnections', 'log_disconnections', 2)],
    why: 'their ends are not logged',
  },
  {
    ...own,
    name: 'postgres-terse',
    issues: [flag('postgres-log-error-verbosity', 'log_error_verbosity', 1)],
    why: 'errors are told in short',
  },
  {
    ...own,
    name: 'postgres-logs-slow-statements',
    issues: [flag('postgres-log-min-duration-statement', 'log_min_duration_statement', 2)],
    why: 'slow statements are logged with what is in them',
  },
  {
    ...own,
    name: 'postgres-logs-panic-statements',
    issues: [flag('postgres-log-min-error-statement', 'log_min_error_statement', 2)],
    why: 'statements that fail are not logged',
  },
  {
    ...own,
    name: 'postgres-logs-errors',
    issues: [flag('postgres-log-min-messages', 'log_min_messages', 2)],
    why: 'warnings are not logged',
  },
  {
    ...own,
    name: 'postgres-logs-no-statements',
    issues: [flag('postgres-log-statement', 'log_statement', 2)],
    why: 'no statements are logged',
  },
  {
    ...own,
    name: 'postgres-without-audit',
    issues: [flag('postgres-pgaudit-off', 'cloudsql.enable_pgaudit', 2)],
    why: 'no audit',
  },
  {
    ...own,
    name: 'postgres-with-passwords',
    issues: [passwords('cloudsql.iam_authentication')],
    why: 'passwords only',
  },
  {
    ...own,
    name: 'postgres-by-numbers',
    issues: [],
    nearly: ['postgres-log-connections wrong', 'postgres-log-disconnections wrong'],
    why: 'on, by a number',
  },
  {
    ...own,
    name: 'postgres-logs-more',
    issues: [],
    nearly: [
      'postgres-log-min-error-statement wrong',
      'postgres-log-min-messages wrong',
      'postgres-log-statement wrong',
    ],
    why: 'more than must be',
  },
  {
    ...own,
    name: 'mysql',
    issues: [],
    nearly: ['mysql-local-infile wrong', 'mysql-skip-show-database wrong', 'iam-authentication-off off'],
    why: 'each flag is just as it must be',
  },
  {
    ...own,
    name: 'mysql-loads-files',
    issues: [flag('mysql-local-infile', 'local_infile', 4)],
    why: 'clients load files',
  },
  {
    ...own,
    name: 'mysql-shows-databases',
    issues: [flag('mysql-skip-show-database', 'skip_show_database', 2)],
    why: 'everybody sees which databases there are',
  },
  {
    ...own,
    name: 'mysql-with-passwords',
    issues: [passwords('cloudsql_iam_authentication')],
    why: 'passwords only',
  },
  {
    ...own,
    name: 'mysql-in-capitals',
    issues: [],
    nearly: ['mysql-local-infile wrong', 'mysql-skip-show-database wrong'],
    why: 'the same in capital letters',
  },
  {
    ...own,
    name: 'sqlserver',
    issues: [],
    nearly: [
      'sqlserver-contained-database-authentication wrong',
      'sqlserver-cross-db-ownership-chaining wrong',
      'sqlserver-error-details wrong',
      'sqlserver-external-scripts wrong',
      'sqlserver-remote-access wrong',
      'sqlserver-user-connections wrong',
      'sqlserver-user-options wrong',
      'iam-authentication-off off',
    ],
    why: 'each flag is just as it must be',
  },
  {
    ...own,
    name: 'sqlserver-contained',
    issues: [flag('sqlserver-contained-database-authentication', 'contained database authentication', 3)],
    why: 'databases let people in by themselves',
  },
  {
    ...own,
    name: 'sqlserver-chained',
    issues: [flag('sqlserver-cross-db-ownership-chaining', 'cross db ownership chaining', 4)],
    why: 'owners reach over databases',
  },
  {
    ...own,
    name: 'sqlserver-tells-errors',
    issues: [flag('sqlserver-error-details', '3625', 2)],
    why: 'errors tell everybody everything',
  },
  {
    ...own,
    name: 'sqlserver-runs-scripts',
    issues: [flag('sqlserver-external-scripts', 'external scripts enabled', 4)],
    why: 'it runs scripts',
  },
  {
    ...own,
    name: 'sqlserver-takes-remote-calls',
    issues: [flag('sqlserver-remote-access', 'remote access', 4)],
    why: 'procedures are called from elsewhere',
  },
  {
    ...own,
    name: 'sqlserver-of-100-users',
    issues: [flag('sqlserver-user-connections', 'user connections', 1)],
    why: 'no more than 100 get in',
  },
  {
    ...own,
    name: 'sqlserver-with-options',
    issues: [flag('sqlserver-user-options', 'user options', 1)],
    why: 'options for everybody',
  },
  {
    ...own,
    name: 'sqlserver-by-default',
    issues: [],
    nearly: [
      'sqlserver-contained-database-authentication wrong',
      'sqlserver-cross-db-ownership-chaining wrong',
      'sqlserver-external-scripts wrong',
      'sqlserver-remote-access wrong',
      'sqlserver-user-connections wrong',
    ],
    why: 'what is not set is right by default; remote access is off by a number',
  },
];

const waysIn: readonly Expected[] = [
  { ...own, name: 'without-backups', issues: [noBackups], why: 'no backups' },
  { ...own, name: 'unprotected', issues: [noProtection], why: 'one slip deletes it' },
  {
    ...own,
    name: 'replica-unprotected',
    issues: [],
    nearly: ['backups-off off', 'deletion-protection-off off'],
    why: 'a replica is made anew',
  },
  {
    ...own,
    name: 'somebody-else-s',
    issues: [],
    nearly: [
      'backups-off off',
      'deletion-protection-off off',
      'open-network everywhere',
      'plain-text-connections plain',
      'public-address addressed',
      'postgres-log-connections wrong',
      'iam-authentication-off off',
    ],
    why: 'everything is wrong, but Cloud SQL sets nothing of it: it runs elsewhere',
  },
  { ...own, name: 'plain-text', issues: [plain], why: 'encryption is not needed' },
  {
    ...own,
    name: 'encrypted-by-the-old-setting',
    issues: [],
    nearly: ['plain-text-connections plain'],
    why: 'the setting of old needs it',
  },
  {
    ...own,
    name: 'plain-text-by-connector',
    issues: [],
    nearly: ['plain-text-connections plain'],
    why: 'nobody gets in but by a connector, which encrypts',
  },
  { ...own, name: 'address-whatever-is-set', issues: [address], why: 'the address is there' },
  {
    ...own,
    name: 'private-address',
    issues: [],
    nearly: ['public-address addressed'],
    why: 'the address is private',
  },
  { ...own, name: 'open-to-all', issues: [address, everywhere(9)], why: 'everybody' },
  {
    ...own,
    name: 'open-to-all-in-plain-text',
    issues: [address, everywhere(10), plain],
    why: 'everybody, and without encryption',
  },
  {
    ...own,
    name: 'open-to-half',
    issues: [address, 'open-network broad network=0.0.0.0/1 (7)'],
    nearly: ['open-network everywhere'],
    why: 'half of everybody',
  },
  {
    ...own,
    name: 'open-to-an-eighth-bit',
    issues: [address],
    nearly: ['open-network broad'],
    why: 'the broadest network that may be one’s own',
  },
  {
    ...own,
    name: 'open-to-the-office',
    issues: [address],
    nearly: ['open-network everywhere', 'open-network broad'],
    why: 'the office',
  },
  {
    ...own,
    name: 'open-to-all-last-year',
    issues: [address],
    nearly: ['open-network everywhere'],
    why: 'everybody, until a day that is over',
  },
  {
    ...own,
    name: 'open-to-all-by-connector',
    issues: [address],
    nearly: ['open-network everywhere'],
    why: 'nobody gets in but by a connector, which asks who it is',
  },
  {
    ...own,
    name: 'open-to-all-without-an-address',
    issues: [],
    nearly: ['open-network everywhere', 'public-address addressed'],
    why: 'everybody, to an address that there is not',
  },
];

export const expectedSqlInstances: readonly Expected[] = [...flags, ...waysIn];
