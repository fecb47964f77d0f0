/** Instances of SQL Server that set options for all users. */
import { flagCheck } from '../family/flag-check.ts';

export const sqlserverUserOptions = flagCheck({
  name: 'user-options',
  engine: 'SQLSERVER',
  flag: 'user options',
  isRight: (value) => value === undefined,
  wanted: 'left unset',
  score: 1,
  title: 'Options hold for all users',
  why: 'Options for everyone change how each session works without its knowing. Those who need others set them for their own.',
  control: '6.3.4',
  right: [undefined],
  wrong: ['0', '4'],
});
