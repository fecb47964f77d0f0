/** Instances of SQL Server where owners reach from one database into another. */
import { flagCheck, isNotOn } from '../family/flag-check.ts';

export const sqlserverCrossDbOwnershipChaining = flagCheck({
  name: 'cross-db-ownership-chaining',
  engine: 'SQLSERVER',
  flag: 'cross db ownership chaining',
  isRight: isNotOn,
  wanted: 'off',
  score: 4,
  title: 'Owners reach from one database into another',
  why: 'With it, whoever owns objects in one database reaches those of the same owner in all others without being asked for a right.',
  control: '6.3.2',
  right: ['off', undefined],
  wrong: ['on'],
});
