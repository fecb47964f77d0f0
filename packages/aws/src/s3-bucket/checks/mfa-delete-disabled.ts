/** Buckets whose versions can be deleted without a second factor. */
import { defineCheck } from '@security-monkey/sdk';
import { bucket } from '../example.ts';
import { s3Bucket } from '../watcher.ts';

export const mfaDeleteDisabled = defineCheck({
  id: 'aws.s3-bucket.mfa-delete-disabled',
  watcher: s3Bucket,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'MFA delete is off',
  why: 'With MFA delete, neither a stolen key nor a mistake can delete versions for good or suspend versioning: the root user has to confirm it with a second factor.',
  fix: 'Switch it on with the credentials of the root user, for buckets that hold what cannot be made again. Object Lock does the same for roles.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html'],
  frameworks: { 'cis-aws-7.0': ['3.1.2'] },
  messages: { off: 'Versions can be deleted without a second factor' },
  examples: {
    good: [
      {
        name: 'versioning with MFA delete',
        config: bucket({ Versioning: { Status: 'Enabled', MFADelete: 'Enabled' } }),
      },
    ],
    bad: [
      {
        name: 'versioning alone',
        config: bucket({ Versioning: { Status: 'Enabled' } }),
        reports: [{ message: 'off', subject: { setting: 'MFA delete' } }],
      },
      {
        name: 'switched off',
        config: bucket({ Versioning: { Status: 'Enabled', MFADelete: 'Disabled' } }),
        reports: [{ message: 'off', subject: { setting: 'MFA delete' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    const setting = config.Versioning?.MFADelete;
    if (setting === 'Enabled') return;
    // S3 leaves the setting out while it has never been made; then the bucket itself is all that there is to point at.
    const evidence =
      setting === undefined
        ? { path: '/Name', value: config.Name }
        : { path: '/Versioning/MFADelete', value: setting };
    report('off', { subject: { setting: 'MFA delete' }, evidence: [evidence] });
  },
});
