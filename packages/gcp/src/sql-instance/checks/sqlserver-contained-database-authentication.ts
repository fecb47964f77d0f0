/** Instances of SQL Server where databases let in users of their own. */
import { flagCheck, isNotOn } from '../family/flag-check.ts';

export const sqlserverContainedDatabaseAuthentication = flagCheck({
  name: 'contained-database-authentication',
  engine: 'SQLSERVER',
  flag: 'contained database authentication',
  isRight: isNotOn,
  wanted: 'off',
  score: 3,
  title: 'Databases let in users of their own',
  why: 'Contained databases have users whom the server does not know: whoever may make them lets people in past the server’s rules.',
  control: '6.3.7',
  right: ['off', undefined],
  wrong: ['on'],
});
