/** Buckets in which each object may have an access list of its own. */
import { defineCheck } from '@security-monkey/sdk';
import { access, bucket } from '../example.ts';
import { storageBucket } from '../watcher.ts';

const reports = [{ message: 'off' as const, subject: { setting: 'uniformBucketLevelAccess' } }];

export const uniformAccessOff = defineCheck({
  id: 'gcp.storage-bucket.uniform-access-off',
  watcher: storageBucket,
  version: 1,
  score: 2,
  category: 'recommendation',
  title: 'Objects of the bucket may have access lists of their own',
  why: 'Beside the policy of the bucket each object may let in whom it likes. Nobody sees from the bucket who gets in, and this product does not read objects.',
  fix: 'Bring the access lists into the policy, then switch on uniform bucket-level access. The organization policy storage.uniformBucketLevelAccess keeps it so.',
  links: ['https://cloud.google.com/storage/docs/uniform-bucket-level-access'],
  frameworks: { 'cis-gcp-5.0': ['5.2'] },
  messages: { off: '{setting} is not on' },
  examples: {
    good: [{ name: 'switched on', config: bucket(access(true, 'inherited')) }],
    bad: [
      { name: 'switched off', config: bucket(access(false, 'inherited')), reports },
      { name: 'not said', config: bucket({ iamConfiguration: {} }), reports },
    ],
  },
  run: ({ config, report }) => {
    const value = config.iamConfiguration?.uniformBucketLevelAccess?.enabled;
    if (value === true) return;
    report('off', {
      subject: { setting: 'uniformBucketLevelAccess' },
      evidence: [
        value === undefined
          ? { path: '/name', value: config.name }
          : { path: '/iamConfiguration/uniformBucketLevelAccess/enabled', value },
      ],
    });
  },
});
