/** Instances of SQL Server that limit the number of connections. */
import { flagCheck } from '../family/flag-check.ts';

export const sqlserverUserConnections = flagCheck({
  name: 'user-connections',
  engine: 'SQLSERVER',
  flag: 'user connections',
  isRight: (value = '0') => value === '0',
  wanted: '0',
  score: 1,
  title: 'The number of connections is limited',
  why: 'The server gives as many connections as it can by itself. A limit of our own turns users away, the administrators too, when somebody opens many.',
  control: '6.3.3',
  right: ['0', undefined],
  wrong: ['100'],
});
