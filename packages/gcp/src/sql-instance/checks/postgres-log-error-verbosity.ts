/** Instances of PostgreSQL that log errors with too little or too much. */
import { flagCheck } from '../family/flag-check.ts';

export const postgresLogErrorVerbosity = flagCheck({
  name: 'log-error-verbosity',
  engine: 'POSTGRES',
  flag: 'log_error_verbosity',
  isRight: (value = 'default') => value === 'default',
  wanted: 'default',
  score: 1,
  title: 'Errors are logged with too little or too much',
  why: 'Terse leaves out the details by which a failed attempt is understood; verbose adds the source code of the database and hides them.',
  control: '6.2.1',
  right: ['default', undefined],
  wrong: ['terse', 'verbose'],
});
