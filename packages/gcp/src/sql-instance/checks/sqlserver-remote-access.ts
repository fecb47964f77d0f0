/** Instances of SQL Server that run procedures for other servers. */
import { flagCheck, isOff } from '../family/flag-check.ts';

export const sqlserverRemoteAccess = flagCheck({
  name: 'remote-access',
  engine: 'SQLSERVER',
  flag: 'remote access',
  isRight: isOff,
  wanted: 'off',
  score: 4,
  title: 'Procedures run from other servers',
  why: 'With it, stored procedures of this server run from others and the other way round, which is of use for attacks on both. SQL Server switches it on by itself.',
  control: '6.3.5',
  right: ['off', '0'],
  wrong: ['on', undefined],
});
