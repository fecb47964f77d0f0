/** Instances of PostgreSQL that do not log the ends of connections. */
import { flagCheck, isOn } from '../family/flag-check.ts';

export const postgresLogDisconnections = flagCheck({
  name: 'log-disconnections',
  engine: 'POSTGRES',
  flag: 'log_disconnections',
  isRight: isOn,
  wanted: 'on',
  score: 2,
  title: 'The ends of connections are not logged',
  why: 'With it the log tells how long each session lasted, by which an unusual one is found.',
  control: '6.2.3',
  right: ['on'],
  wrong: ['off', undefined],
});
