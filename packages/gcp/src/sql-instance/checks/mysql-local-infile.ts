/** Instances of MySQL that take in files of their clients. */
import { flagCheck, isOff } from '../family/flag-check.ts';

export const mysqlLocalInfile = flagCheck({
  name: 'local-infile',
  engine: 'MYSQL',
  flag: 'local_infile',
  isRight: isOff,
  wanted: 'off',
  score: 4,
  title: 'Clients load files of their own',
  why: 'A server that may ask its clients for files can be made to ask for others than those that were meant. Cloud SQL switches it on by itself.',
  control: '6.1.3',
  right: ['off'],
  wrong: ['on', undefined],
});
