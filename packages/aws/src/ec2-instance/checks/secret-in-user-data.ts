/** Instances whose user data holds a secret. */
import { defineCheck } from '@security-monkey/sdk';
import { instance } from '../example.ts';
import { ec2Instance } from '../watcher.ts';

export const secretInUserData = defineCheck({
  id: 'aws.ec2-instance.secret-in-user-data',
  watcher: ec2Instance,
  version: 1,
  score: 8,
  category: 'insecure-configuration',
  title: 'The user data holds a secret',
  why: 'User data is readable by every program on the instance, by everyone with ec2:DescribeInstanceAttribute, and is no place to keep a secret. Its text, with what is packed by gzip or written in base64 within it, is searched for keys, tokens and passwords; what is found is kept by its kind only.',
  fix: 'Change the secret, for it must be taken as known, keep the new one in Secrets Manager or Parameter Store, and let the instance fetch it by its role.',
  links: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html'],
  frameworks: {},
  messages: { found: 'The {part} holds: {kinds}' },
  examples: {
    good: [
      { name: 'no user data', config: instance({}) },
      {
        name: 'user data without a secret',
        config: instance({ UserData: 'redacted:k1:00ff', UserDataFindings: [] }),
      },
    ],
    bad: [
      {
        name: 'a password and an access key, told once',
        config: instance({
          UserData: 'redacted:k1:00ff',
          UserDataFindings: ['AWS access key', 'value under the name of a secret'],
        }),
        reports: [{ message: 'found', subject: { part: 'user data' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    const { UserDataFindings: kinds = [] } = config;
    if (kinds.length === 0) return;
    report('found', {
      subject: { part: 'user data' },
      evidence: [{ path: '/UserDataFindings', value: kinds }],
      details: { kinds: kinds.join(', ') },
    });
  },
});
