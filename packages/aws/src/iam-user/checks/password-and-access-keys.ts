/** Users who sign in to the console and call the API by keys. */
import { defineCheck } from '@security-monkey/sdk';
import { accessKey, loginProfile, user, userWithKey } from '../example.ts';
import { keyFinding, keysOf } from '../family/access-keys.ts';
import { iamUser } from '../watcher.ts';

export const passwordAndAccessKeys = defineCheck({
  id: 'aws.iam-user.password-and-access-keys',
  watcher: iamUser,
  version: 1,
  score: 1,
  category: 'informational',
  title: 'The user has a password and access keys',
  why: 'A person and a program that share one user share its permissions too, and neither can be told from the other in the logs.',
  fix: 'Give the program a role, or at least a user of its own.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  frameworks: {},
  messages: { both: 'The user has a console password and active access keys' },
  examples: {
    good: [
      { name: 'a password only', config: user({ LoginProfile: loginProfile('2025-01-01') }) },
      { name: 'a key only', config: userWithKey('2025-01-01', '2025-12-31') },
      {
        name: 'a password and an inactive key',
        config: user({
          LoginProfile: loginProfile('2025-01-01'),
          AccessKeys: [accessKey('2025-01-01', 'Inactive')],
        }),
      },
    ],
    bad: [
      {
        name: 'both',
        config: user({ LoginProfile: loginProfile('2025-01-01'), AccessKeys: [accessKey('2025-01-01')] }),
        reports: [{ message: 'both', subject: { setting: 'console password and access keys' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (!config.LoginProfile) return;
    const active = keysOf(config).filter(({ key }) => key.Status === 'Active');
    if (active.length === 0) return;
    report('both', {
      subject: { setting: 'console password and access keys' },
      evidence: active.flatMap((found) => keyFinding(found, ['AccessKeyId']).evidence),
    });
  },
});
