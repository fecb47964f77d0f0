/** Keys whose material is not renewed often enough. */
import { daysOption, defineCheck } from '@security-monkey/sdk';
import type { KmsKeyConfig } from '../config.ts';
import { kmsKeyExample } from '../example.ts';
import { kmsKey } from '../watcher.ts';

const day = 86_400;
const { rotationPeriod: _, nextRotationTime: __, ...unrotated } = kmsKeyExample({});
const subject = { setting: 'rotationPeriod' };

export const keyNotRotatedOften = defineCheck({
  id: 'gcp.kms-key.not-rotated',
  watcher: kmsKey,
  version: 1,
  score: 1,
  category: 'needs-rotation',
  title: 'The key is not rotated often enough',
  why: 'With rotation, material that leaks one day opens only what was encrypted in its time. Old data stay readable and nothing else has to change.',
  fix: 'Set a rotation period of 90 days or less.',
  links: ['https://cloud.google.com/kms/docs/key-rotation'],
  frameworks: { 'cis-gcp-5.0': ['1.11'] },
  options: daysOption(90),
  messages: {
    never: 'The key is not rotated by itself',
    seldom: 'The key is rotated every {days} days, and {most} are allowed',
  },
  examples: {
    good: [
      { name: 'every 90 days', config: kmsKeyExample({}) },
      {
        name: 'within the days that the option gives',
        config: kmsKeyExample({ rotationPeriod: `${365 * day}s` }),
        options: { days: 365 },
      },
      {
        name: 'a key that signs, which cannot be rotated by itself',
        config: { ...unrotated, purpose: 'ASYMMETRIC_SIGN' },
      },
      {
        name: 'a key that is kept elsewhere, which cannot either',
        config: { ...unrotated, primary: { state: 'ENABLED', protectionLevel: 'EXTERNAL' } },
      },
      {
        name: 'a key whose version is switched off',
        config: { ...unrotated, primary: { state: 'DISABLED', protectionLevel: 'SOFTWARE' } },
      },
      { name: 'a key without a version that encrypts', config: { ...unrotated, primary: {} } },
    ],
    bad: [
      { name: 'never', config: unrotated, reports: [{ message: 'never', subject }] },
      {
        name: 'a day too late',
        config: kmsKeyExample({ rotationPeriod: `${91 * day}s` }),
        reports: [{ message: 'seldom', subject }],
      },
    ],
  },
  run: ({ config, options, report }) => {
    if (!rotatesByItself(config)) return;
    const { rotationPeriod, name } = config;
    if (rotationPeriod === undefined) {
      report('never', { subject, evidence: [{ path: '/name', value: name }] });
      return;
    }
    const days = Number(rotationPeriod.replace(/s$/, '')) / day;
    if (days <= options.days) return;
    report('seldom', {
      subject,
      evidence: [{ path: '/rotationPeriod', value: rotationPeriod }],
      details: { days: Math.round(days), most: options.days },
    });
  },
});

/** https://cloud.google.com/kms/docs/key-rotation: only symmetric keys that Google keeps are; one that is off encrypts nothing. */
function rotatesByItself({ purpose, primary }: KmsKeyConfig): boolean {
  const isKeptElsewhere = primary?.protectionLevel?.startsWith('EXTERNAL') === true;
  return purpose === 'ENCRYPT_DECRYPT' && primary?.state === 'ENABLED' && !isKeptElsewhere;
}
