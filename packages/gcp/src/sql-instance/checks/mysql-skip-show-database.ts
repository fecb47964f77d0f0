/** Instances of MySQL where everybody sees the names of all databases. */
import { flagCheck, isOn } from '../family/flag-check.ts';

export const mysqlSkipShowDatabase = flagCheck({
  name: 'skip-show-database',
  engine: 'MYSQL',
  flag: 'skip_show_database',
  isRight: isOn,
  wanted: 'on',
  score: 2,
  title: 'Everybody sees the names of all databases',
  why: 'Without it, every user of the server lists all databases and learns what there is, also of what is none of their business.',
  control: '6.1.2',
  right: ['on', 'ON'],
  wrong: ['off', undefined],
});
