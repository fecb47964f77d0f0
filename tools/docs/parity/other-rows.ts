/** What the original looked for on topics and keys beside their policies. */
import type { ParityRow } from './row.ts';

const method = 'check_subscriptions_crossaccount';
const onTopic = (rule: string, message: string) => [{ check: `aws.sns-topic.${rule}`, message }];

export const otherRows: readonly ParityRow[] = [
  {
    index: 'kms',
    method: 'check_for_kms_key_rotation',
    reported: 'a key that is not rotated',
    score: 1,
    ours: [{ check: 'aws.kms-key.rotation-disabled', message: 'off' }],
    corrected:
      'silent for keys that AWS manages, that are disabled, or that cannot be rotated: asymmetric and imported ones',
  },
  {
    index: 'sns',
    method: 'check_snstopicpolicy_empty',
    reported: 'a topic with an empty policy',
    score: 1,
    ours: onTopic('policy-empty', 'empty'),
  },
  {
    index: 'sns',
    method: `${method} (friendly)`,
    reported: 'a subscription of another of our accounts',
    score: 0,
    category: 'friendly-cross-account',
    ours: onTopic('subscription-friendly-account', 'subscribed'),
  },
  {
    index: 'sns',
    method: `${method} (third party)`,
    reported: 'a subscription of a third party',
    score: 0,
    category: 'third-party-cross-account',
    ours: onTopic('subscription-third-party-account', 'subscribed'),
  },
  {
    index: 'sns',
    method: `${method} (unknown)`,
    reported: 'a subscription of an account off record',
    score: 10,
    category: 'unknown-access',
    ours: onTopic('subscription-unknown-account', 'subscribed'),
  },
];
