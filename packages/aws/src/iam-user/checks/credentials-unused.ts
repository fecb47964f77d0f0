/** Users whose password or access key nobody has used for long. */
import { daysOption, defineCheck, type Evidence, isPast } from '@security-monkey/sdk';
import { latest } from '../../iam/age.ts';
import type { UserConfig } from '../config.ts';
import { keyId, user, userWithKey, userWithPassword } from '../example.ts';
import { keysOf, lastUseOf } from '../family/access-keys.ts';
import { iamUser } from '../watcher.ts';

export const credentialsUnused = defineCheck({
  id: 'aws.iam-user.credentials-unused',
  watcher: iamUser,
  version: 1,
  score: 3,
  category: 'unused-access',
  title: 'A credential is not used',
  why: 'People leave and projects end, but their passwords and keys go on working until somebody takes them away.',
  fix: 'Take the password away or switch the key off; delete the user when nothing of hers is used.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html'],
  frameworks: { 'cis-aws-7.0': ['2.11'] },
  messages: { unused: 'The credential {credential} has not been used since {since}' },
  options: daysOption(45),
  examples: {
    good: [
      { name: 'no credentials', config: user({}) },
      { name: 'password used 44 days ago', config: userWithPassword('2024-01-01', '2025-11-18') },
      { name: 'a password set 44 days ago and not used yet', config: userWithPassword('2025-11-18') },
      { name: 'key used 44 days ago', config: userWithKey('2024-01-01', '2025-11-18') },
      { name: 'a key that is inactive', config: userWithKey('2024-01-01', '2024-01-02', 'Inactive') },
    ],
    bad: [
      {
        name: 'password used 45 days ago',
        config: userWithPassword('2024-01-01', '2025-11-17'),
        reports: [{ message: 'unused', subject: { credential: 'password' } }],
      },
      {
        name: 'a password never used',
        config: userWithPassword('2025-11-17'),
        reports: [{ message: 'unused', subject: { credential: 'password' } }],
      },
      {
        name: 'key used 45 days ago',
        config: userWithKey('2024-01-01', '2025-11-17'),
        reports: [{ message: 'unused', subject: { credential: keyId } }],
      },
    ],
  },
  run: ({ config, options, ...time }) => {
    for (const { credential, since, evidence } of credentialsOf(config)) {
      if (!isPast(since, options.days, time)) continue;
      time.report('unused', {
        subject: { credential },
        evidence: [evidence],
        details: { since: since.slice(0, 10) },
      });
    }
  },
});

type Credential = { readonly credential: string; readonly since: string; readonly evidence: Evidence };

/** Everything by which the user can sign in, with the last use, or the making when there was none. */
function credentialsOf(config: UserConfig): readonly Credential[] {
  const keys = keysOf(config)
    .filter(({ key }) => key.Status === 'Active')
    .map(({ key, path }) => ({
      credential: key.AccessKeyId,
      since: lastUseOf(config, key),
      evidence: { path: `${path}/AccessKeyId`, value: key.AccessKeyId },
    }));
  const { LoginProfile } = config;
  if (!LoginProfile) return keys;
  const since = latest(LoginProfile.CreateDate, config.PasswordLastUsed);
  const evidence = { path: '/LoginProfile/CreateDate', value: LoginProfile.CreateDate };
  return [{ credential: 'password', since, evidence }, ...keys];
}
