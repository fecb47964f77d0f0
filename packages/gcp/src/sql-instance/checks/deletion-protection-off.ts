/** Database instances that can be deleted by mistake. */
import { settingCheck } from '../family/setting-check.ts';

export const deletionProtectionOff = settingCheck({
  name: 'deletion-protection-off',
  score: 1,
  category: 'recommendation',
  title: 'The database can be deleted by one call',
  why: 'Backups go with the instance. With deletion protection, whoever deletes it must first switch that off, which takes a mistake two steps.',
  fix: 'Switch on deletion protection.',
  links: ['https://cloud.google.com/sql/docs/postgres/deletion-protection'],
  frameworks: { 'cis-gcp-5.0': ['6.9'] },
  setting: 'deletion protection',
  valueIn: ({ deletionProtectionEnabled }) => deletionProtectionEnabled,
  path: '/settings/deletionProtectionEnabled',
  example: (deletionProtectionEnabled) => ({ deletionProtectionEnabled }),
});
