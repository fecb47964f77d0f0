/** Instances of PostgreSQL that log slow statements with the data in them. */
import { flagCheck } from '../family/flag-check.ts';

export const postgresLogMinDurationStatement = flagCheck({
  name: 'log-min-duration-statement',
  engine: 'POSTGRES',
  flag: 'log_min_duration_statement',
  isRight: (value = '-1') => value === '-1',
  wanted: '-1',
  score: 2,
  title: 'Slow statements are logged as they are',
  why: 'Statements hold data, also secret ones, which come to lie in the log for everybody who reads it.',
  control: '6.2.7',
  right: ['-1', undefined],
  wrong: ['0', '250'],
});
