/** Users with a console password and no second factor. */
import { defineCheck } from '@security-monkey/sdk';
import { loginProfile, user } from '../example.ts';
import { iamUser } from '../watcher.ts';

export const consoleWithoutMfa = defineCheck({
  id: 'aws.iam-user.console-without-mfa',
  watcher: iamUser,
  version: 1,
  score: 1,
  category: 'insecure-configuration',
  title: 'The console password stands without MFA',
  why: 'A password alone is guessed, reused and phished. A second factor stops most of that.',
  fix: 'Have the user register an MFA device, best a passkey, or take the password away.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html'],
  frameworks: { 'cis-aws-7.0': ['2.10'] },
  messages: { absent: 'The user has a console password and no MFA device' },
  examples: {
    good: [
      { name: 'no password', config: user({}) },
      {
        name: 'a password and a device',
        config: user({
          LoginProfile: loginProfile('2025-01-01'),
          MFADevices: [{ UserName: 'alice', SerialNumber: 'arn:aws:iam::111122223333:mfa/alice' }],
        }),
      },
    ],
    bad: [
      {
        name: 'a password and no device',
        config: user({ LoginProfile: loginProfile('2025-01-01') }),
        reports: [{ message: 'absent', subject: { setting: 'MFA' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (!config.LoginProfile || config.MFADevices?.length !== 0) return;
    report('absent', { subject: { setting: 'MFA' }, evidence: [{ path: '/MFADevices', value: [] }] });
  },
});
