/** Instances of PostgreSQL that do not log warnings. */
import { flagCheck, upTo } from '../family/flag-check.ts';

export const postgresLogMinMessages = flagCheck({
  name: 'log-min-messages',
  engine: 'POSTGRES',
  flag: 'log_min_messages',
  isRight: (value = 'warning') => upTo('warning').includes(value),
  wanted: 'warning or more',
  score: 2,
  title: 'Warnings are not logged',
  why: 'What is not logged cannot be looked up after an incident.',
  control: '6.2.5',
  right: ['warning', 'debug1', undefined],
  wrong: ['error', 'panic'],
});
