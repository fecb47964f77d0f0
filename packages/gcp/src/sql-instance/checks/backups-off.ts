/** Database instances that are not backed up. */
import { settingCheck } from '../family/setting-check.ts';

export const backupsOff = settingCheck({
  name: 'backups-off',
  score: 4,
  category: 'insecure-configuration',
  title: 'The database is not backed up',
  why: 'What is deleted, overwritten or encrypted by an attacker is lost without a backup.',
  fix: 'Switch on automated backups, best with point-in-time recovery.',
  links: ['https://cloud.google.com/sql/docs/postgres/backup-recovery/backups'],
  frameworks: { 'cis-gcp-5.0': ['6.8'] },
  setting: 'automated backups',
  valueIn: ({ backupConfiguration }) => backupConfiguration?.enabled,
  path: '/settings/backupConfiguration/enabled',
  example: (enabled) => ({ backupConfiguration: { enabled } }),
});
