/** Instances of PostgreSQL that do not log statements that fail. */
import { flagCheck, upTo } from '../family/flag-check.ts';

export const postgresLogMinErrorStatement = flagCheck({
  name: 'log-min-error-statement',
  engine: 'POSTGRES',
  flag: 'log_min_error_statement',
  isRight: (value = 'error') => upTo('error').includes(value),
  wanted: 'error or more',
  score: 2,
  title: 'Statements that fail are not logged',
  why: 'The statement that failed tells what somebody tried.',
  control: '6.2.6',
  right: ['error', 'notice', undefined],
  wrong: ['log', 'panic'],
});
