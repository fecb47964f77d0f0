/** Instances of PostgreSQL without the audit extension. */
import { flagCheck, isOn } from '../family/flag-check.ts';

export const postgresPgauditOff = flagCheck({
  name: 'pgaudit-off',
  engine: 'POSTGRES',
  flag: 'cloudsql.enable_pgaudit',
  isRight: isOn,
  wanted: 'on',
  score: 2,
  title: 'The audit extension is not switched on',
  why: 'With pgAudit the log tells who read and wrote what, by session and by object.',
  control: '6.2.8',
  right: ['on'],
  wrong: ['off', undefined],
});
