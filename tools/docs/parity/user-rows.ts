/** What the original looked for on users beside their policies. */
import type { ParityRow } from './row.ts';

const onUser = (rule: string, message: string) => [{ check: `aws.iam-user.${rule}`, message }];

const inUtc = '90 days of UTC, where the original took local time for it';

export const userRows: readonly ParityRow[] = [
  {
    index: 'iamuser',
    method: 'check_active_access_keys',
    reported: 'an active access key',
    score: 1,
    category: 'informational',
    ours: onUser('active-access-key', 'active'),
  },
  {
    index: 'iamuser',
    method: 'check_inactive_access_keys',
    reported: 'an inactive access key',
    score: 0,
    category: 'informational',
    ours: onUser('inactive-access-key', 'inactive'),
  },
  {
    index: 'iamuser',
    method: 'check_access_key_rotation',
    reported: 'an active key older than 90 days',
    score: 1,
    category: 'needs-rotation',
    ours: onUser('access-key-not-rotated', 'old'),
    corrected: inUtc,
  },
  {
    index: 'iamuser',
    method: 'check_access_key_last_used',
    reported: 'an active key not used for 90 days',
    score: 1,
    category: 'unused-access',
    ours: onUser('access-key-unused', 'unused'),
    corrected: inUtc,
  },
  {
    index: 'iamuser',
    method: 'check_no_mfa',
    reported: 'a console password without MFA',
    score: 1,
    category: 'insecure-configuration',
    ours: onUser('console-without-mfa', 'absent'),
  },
  {
    index: 'iamuser',
    method: 'check_loginprofile_plus_akeys',
    reported: 'a console password beside active keys',
    score: 1,
    category: 'informational',
    ours: onUser('password-and-access-keys', 'both'),
  },
];
