/** Buckets that answer requests over plain HTTP. */
import { defineCheck } from '@security-monkey/sdk';
import { bucket } from '../example.ts';
import { denialEvidence, openToPlainHttp } from '../transport-denial.ts';
import { s3Bucket } from '../watcher.ts';

const bucketArn = 'arn:aws:s3:::acme-reports';

export const plainHttpAllowed = defineCheck({
  id: 'aws.s3-bucket.plain-http-allowed',
  watcher: s3Bucket,
  version: 1,
  score: 3,
  category: 'insecure-tls',
  title: 'Plain HTTP is not denied',
  why: 'S3 answers HTTP as well as HTTPS. Unless the policy denies it, objects and signatures can cross networks in the clear.',
  fix: 'Add a statement to the bucket policy that denies s3:* to everyone on the bucket and its objects when aws:SecureTransport is false.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html'],
  frameworks: { 'cis-aws-7.0': ['3.1.1'] },
  messages: { allowed: 'No statement denies plain HTTP to {open}' },
  examples: {
    good: [
      { name: 'denied on the bucket and its objects', config: bucket({ Policy: denying({}) }) },
      {
        name: 'denied by two statements, one for the bucket and one for its objects',
        config: bucket({
          Policy: {
            Version: '2012-10-17',
            Statement: [
              statement({ Resource: [bucketArn] }),
              statement({ Resource: [`${bucketArn}/*`], Principal: { AWS: ['*'] } }),
            ],
          },
        }),
      },
      {
        name: 'denied by a pattern that covers both',
        config: bucket({ Policy: denying({ Action: ['*'], Resource: [`${bucketArn}*`] }) }),
      },
    ],
    bad: [
      report('no policy', null),
      report('allowed over HTTPS only, which denies nothing', denying({ Effect: 'Allow' })),
      report('denied on the objects only', denying({ Resource: [`${bucketArn}/*`] })),
      report('denied on a folder only', denying({ Resource: [bucketArn, `${bucketArn}/private/*`] })),
      report('denied to one account only', denying({ Principal: { AWS: ['111122223333'] } })),
      report('denied for reading only', denying({ Action: ['s3:GetObject'] })),
      report(
        'denied from some addresses only',
        denying({
          Condition: {
            Bool: { 'aws:securetransport': ['false'] },
            IpAddress: { 'aws:sourceip': ['192.0.2.0/24'] },
          },
        }),
      ),
      report('HTTPS denied instead', denying({ Condition: { Bool: { 'aws:securetransport': ['true'] } } })),
    ],
  },
  run: ({ config, item, report: found }) => {
    const open = openToPlainHttp(config, item.partition);
    if (open.length === 0) return;
    const partial = denialEvidence(config);
    found('allowed', {
      subject: { transport: 'http' },
      evidence: partial.length > 0 ? partial : [{ path: '/Name', value: config.Name }],
      details: { open: open.join(' and ') },
    });
  },
});

function statement(changed: object) {
  return {
    Effect: 'Deny',
    Principal: '*',
    Action: ['s3:*'],
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { 'aws:securetransport': ['false'] } },
    ...changed,
  };
}

function denying(changed: object) {
  return { Version: '2012-10-17', Statement: [statement(changed)] };
}

function report(name: string, Policy: ReturnType<typeof denying> | null) {
  return {
    name,
    config: bucket({ Policy }),
    reports: [{ message: 'allowed' as const, subject: { transport: 'http' } }],
  };
}
