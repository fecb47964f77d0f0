/** Instances without a role of their own. */
import { defineCheck } from '@security-monkey/sdk';
import { instance } from '../example.ts';
import { ec2Instance } from '../watcher.ts';

export const noInstanceProfile = defineCheck({
  id: 'aws.ec2-instance.no-instance-profile',
  watcher: ec2Instance,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'The instance has no role',
  why: 'Programs on an instance without a role that call AWS carry long-lived access keys, which are copied into images and backups and seldom changed.',
  fix: 'Attach an instance profile with the permissions that the programs need and take the keys away; if nothing on it calls AWS, justify this.',
  links: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html'],
  frameworks: { 'cis-aws-7.0': ['2.16'] },
  messages: { absent: 'No {setting} is attached' },
  examples: {
    good: [{ name: 'a profile is attached', config: instance({}) }],
    bad: [
      {
        name: 'no profile',
        config: instance({ IamInstanceProfile: null }),
        reports: [{ message: 'absent', subject: { setting: 'instance profile' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.IamInstanceProfile !== null) return;
    report('absent', {
      subject: { setting: 'instance profile' },
      evidence: [{ path: '/IamInstanceProfile', value: null }],
    });
  },
});
