/** Keys whose material is never renewed, though KMS could do it. */
import { defineCheck } from '@security-monkey/sdk';
import { key } from '../example.ts';
import { isOfAws } from '../of-aws.ts';
import { kmsKey } from '../watcher.ts';

const off = { Rotation: { KeyRotationEnabled: false } };

export const rotationDisabled = defineCheck({
  id: 'aws.kms-key.rotation-disabled',
  watcher: kmsKey,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'The key is not rotated',
  why: 'With automatic rotation, material that leaks one day opens only what was encrypted in its time. Old data stays readable and nothing else has to change.',
  fix: 'Enable automatic rotation.',
  links: ['https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable-disable.html'],
  frameworks: { 'cis-aws-7.0': ['4.6'] },
  messages: { off: 'The key is not rotated automatically' },
  examples: {
    good: [
      { name: 'rotated', config: key({}) },
      { name: 'a key of AWS', config: key({ KeyManager: 'AWS' }, off) },
      { name: 'an asymmetric key', config: key({ KeySpec: 'RSA_2048' }, { Rotation: null }) },
      { name: 'imported material', config: key({ Origin: 'EXTERNAL' }, { Rotation: null }) },
      { name: 'a disabled key', config: key({ KeyState: 'Disabled' }, off) },
      { name: 'a key that is going to be deleted', config: key({ KeyState: 'PendingDeletion' }, off) },
      {
        name: 'a replica, which is rotated with its primary key',
        config: key({ MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA' } }, off),
      },
    ],
    bad: [
      {
        name: 'not rotated',
        config: key({}, off),
        reports: [{ message: 'off', subject: { setting: 'rotation' } }],
      },
      {
        name: 'a primary key of several regions that is not rotated',
        config: key({ MultiRegionConfiguration: { MultiRegionKeyType: 'PRIMARY' } }, off),
        reports: [{ message: 'off', subject: { setting: 'rotation' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    const { KeyState, MultiRegionConfiguration } = config.KeyMetadata ?? {};
    const isReplica = MultiRegionConfiguration?.MultiRegionKeyType === 'REPLICA';
    if (isOfAws(config) || KeyState !== 'Enabled' || isReplica) return;
    // Null for keys that cannot be rotated.
    if (config.Rotation?.KeyRotationEnabled !== false) return;
    report('off', {
      subject: { setting: 'rotation' },
      evidence: [{ path: '/Rotation/KeyRotationEnabled', value: false }],
    });
  },
});
