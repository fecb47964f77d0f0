/** Instances of PostgreSQL that do not log changes of tables and rights. */
import { flagCheck } from '../family/flag-check.ts';

export const postgresLogStatement = flagCheck({
  name: 'log-statement',
  engine: 'POSTGRES',
  flag: 'log_statement',
  isRight: (value = 'none') => ['ddl', 'mod', 'all'].includes(value),
  wanted: 'ddl or more',
  score: 2,
  title: 'Changes of tables and rights are not logged',
  why: 'Without it nobody can tell who changed a table or gave a right.',
  control: '6.2.4',
  right: ['ddl', 'mod', 'all'],
  wrong: ['none', undefined],
});
