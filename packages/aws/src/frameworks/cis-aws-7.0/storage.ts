/** Section 3 of the benchmark: storage. */
import type { Control } from '@security-monkey/sdk';
import { needsJudgement, notWatched } from './reasons.ts';

export const storage: readonly Control[] = [
  {
    id: '3.1.1',
    title: 'Bucket policies refuse requests over plain HTTP',
    level: 2,
    assessment: 'automated',
    checks: ['aws.s3-bucket.plain-http-allowed'],
  },
  {
    id: '3.1.2',
    title: 'Buckets ask for MFA before versions are deleted',
    level: 2,
    assessment: 'manual',
    checks: ['aws.s3-bucket.mfa-delete-disabled'],
  },
  {
    id: '3.1.3',
    title: 'The data in buckets is known and classified',
    level: 2,
    assessment: 'manual',
    open: needsJudgement,
  },
  {
    id: '3.1.4',
    title: 'Public access is blocked for buckets and for the account',
    level: 1,
    assessment: 'automated',
    checks: ['aws.account.public-access-not-blocked', 'aws.s3-bucket.public-access-not-blocked'],
  },
  {
    id: '3.2.1',
    title: 'Databases of RDS are encrypted',
    level: 1,
    assessment: 'automated',
    open: notWatched('RDS'),
  },
  {
    id: '3.2.2',
    title: 'Databases of RDS take minor upgrades by themselves',
    level: 1,
    assessment: 'automated',
    open: notWatched('RDS'),
  },
  {
    id: '3.2.3',
    title: 'Databases of RDS are not reachable from the internet',
    level: 1,
    assessment: 'automated',
    open: notWatched('RDS'),
  },
  {
    id: '3.2.4',
    title: 'Databases of RDS run in several zones',
    level: 1,
    assessment: 'manual',
    open: notWatched('RDS'),
  },
  {
    id: '3.3.1',
    title: 'File systems of EFS are encrypted',
    level: 1,
    assessment: 'automated',
    open: notWatched('EFS'),
  },
];
