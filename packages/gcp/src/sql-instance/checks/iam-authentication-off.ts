/** Database instances whose users are known by passwords only. */
import { defineCheck } from '@security-monkey/sdk';
import { elsewhere, sqlExample } from '../example.ts';
import { isOn } from '../family/flag-check.ts';
import { runsHere } from '../family/of-ours.ts';
import { sqlInstance } from '../watcher.ts';

/** Each engine has a name of its own for it; SQL Server has none. */
const flags: Readonly<Record<string, string>> = {
  POSTGRES: 'cloudsql.iam_authentication',
  MYSQL: 'cloudsql_iam_authentication',
};

const withFlag = (databaseVersion: string, name: string, value: string) =>
  sqlExample({ databaseFlags: [{ name, value }] }, { databaseVersion });
const reports = (flag: string) => [{ message: 'off' as const, subject: { flag } }];

export const iamAuthenticationOff = defineCheck({
  id: 'gcp.sql-instance.iam-authentication-off',
  watcher: sqlInstance,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'The users of the database are known by passwords only',
  why: 'With IAM database authentication people and programs sign in as themselves with short-lived tokens: nobody keeps a password, and who leaves loses access.',
  fix: 'Set the flag, add the IAM users, and take the passwords away.',
  links: ['https://cloud.google.com/sql/docs/postgres/iam-authentication'],
  frameworks: { 'cis-gcp-5.0': ['6.6'] },
  messages: { off: 'The flag {flag} is not on' },
  examples: {
    good: [
      { name: 'on for PostgreSQL', config: withFlag('POSTGRES_16', 'cloudsql.iam_authentication', 'on') },
      { name: 'on for MySQL', config: withFlag('MYSQL_8_0', 'cloudsql_iam_authentication', 'on') },
      {
        name: 'SQL Server, which has none',
        config: sqlExample({}, { databaseVersion: 'SQLSERVER_2022_WEB' }),
      },
      { name: 'what stands for a database elsewhere', config: sqlExample({}, elsewhere) },
    ],
    bad: [
      {
        name: 'off',
        config: withFlag('POSTGRES_16', 'cloudsql.iam_authentication', 'off'),
        reports: reports('cloudsql.iam_authentication'),
      },
      {
        name: 'the flag of another engine',
        config: withFlag('MYSQL_8_0', 'cloudsql.iam_authentication', 'on'),
        reports: reports('cloudsql_iam_authentication'),
      },
    ],
  },
  run: ({ config, report }) => {
    const [engine = ''] = config.databaseVersion?.split('_') ?? [];
    const flag = flags[engine];
    if (flag === undefined || !runsHere(config)) return;
    const set = config.settings?.databaseFlags ?? [];
    if (set.some(({ name, value }) => name === flag && isOn(value?.toLowerCase()))) return;
    report('off', { subject: { flag }, evidence: [{ path: '/name', value: config.name }] });
  },
});
