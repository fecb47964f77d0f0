/** Accounts without contact information. */
import { defineCheck } from '@security-monkey/sdk';
import { account } from '../example.ts';
import { awsAccount } from '../watcher.ts';

export const contactMissing = defineCheck({
  id: 'aws.account.contact-missing',
  watcher: awsAccount,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'The account has no contact information',
  why: 'AWS tells of abuse, of leaked keys and of unpaid bills by what stands there. Without it the first news is the closed account.',
  fix: 'Fill in the contact information, best with a list that several people read.',
  links: ['https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact.html'],
  frameworks: { 'cis-aws-7.0': ['2.2'] },
  messages: { absent: 'The account has no {setting}' },
  examples: {
    good: [{ name: 'filled in', config: account({}) }],
    bad: [
      {
        name: 'none',
        config: account({ ContactInformation: null }),
        reports: [{ message: 'absent', subject: { setting: 'contact information' } }],
      },
      {
        name: 'an empty one',
        config: account({ ContactInformation: [] }),
        reports: [{ message: 'absent', subject: { setting: 'contact information' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    const filled = config.ContactInformation ?? null;
    if (filled !== null && filled.length > 0) return;
    report('absent', {
      subject: { setting: 'contact information' },
      evidence: [{ path: '/ContactInformation', value: filled }],
    });
  },
});
