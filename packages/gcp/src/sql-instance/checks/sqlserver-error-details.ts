/** Instances of SQL Server whose errors tell everybody the details. */
import { flagCheck, isOn } from '../family/flag-check.ts';

export const sqlserverErrorDetails = flagCheck({
  name: 'error-details',
  engine: 'SQLSERVER',
  flag: '3625',
  isRight: isOn,
  wanted: 'on',
  score: 2,
  title: 'Errors tell everybody the details',
  why: 'With the trace flag 3625, messages for those who are no administrators hide names and values in them, by which the database is explored.',
  control: '6.3.6',
  right: ['on'],
  wrong: ['off', undefined],
});
