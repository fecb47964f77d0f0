/** Instances of PostgreSQL that do not log connections. */
import { flagCheck, isOn } from '../family/flag-check.ts';

export const postgresLogConnections = flagCheck({
  name: 'log-connections',
  engine: 'POSTGRES',
  flag: 'log_connections',
  isRight: isOn,
  wanted: 'on',
  score: 2,
  title: 'Connections are not logged',
  why: 'Without it nobody can tell who tried to get into the database, and whether it was to get in.',
  control: '6.2.2',
  right: ['on', '1'],
  wrong: ['off', undefined],
});
