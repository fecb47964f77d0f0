/** Instances of SQL Server that run programs in other languages. */
import { flagCheck, isNotOn } from '../family/flag-check.ts';

export const sqlserverExternalScripts = flagCheck({
  name: 'external-scripts',
  engine: 'SQLSERVER',
  flag: 'external scripts enabled',
  isRight: isNotOn,
  wanted: 'off',
  score: 4,
  title: 'Programs in other languages may run in the database',
  why: 'Scripts in R and Python run beside the data with rights of their own, and are more than most databases need.',
  control: '6.3.1',
  right: ['off', undefined],
  wrong: ['on', '1'],
});
