/** Accounts without a contact for security. */
import { defineCheck } from '@security-monkey/sdk';
import { account } from '../example.ts';
import { awsAccount } from '../watcher.ts';

export const securityContactMissing = defineCheck({
  id: 'aws.account.security-contact-missing',
  watcher: awsAccount,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'The account has no security contact',
  why: 'AWS sends its security notices to whoever opened the account, who may have left long ago.',
  fix: 'Register the security team as the alternate contact for security.',
  links: ['https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact.html'],
  frameworks: { 'cis-aws-7.0': ['2.3'] },
  messages: { absent: 'The account has no {setting}' },
  examples: {
    good: [{ name: 'filled in', config: account({}) }],
    bad: [
      {
        name: 'none',
        config: account({ SecurityContact: null }),
        reports: [{ message: 'absent', subject: { setting: 'security contact' } }],
      },
      {
        name: 'an empty one',
        config: account({ SecurityContact: [] }),
        reports: [{ message: 'absent', subject: { setting: 'security contact' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    const filled = config.SecurityContact ?? null;
    if (filled !== null && filled.length > 0) return;
    report('absent', {
      subject: { setting: 'security contact' },
      evidence: [{ path: '/SecurityContact', value: filled }],
    });
  },
});
