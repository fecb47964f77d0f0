/** Instances whose metadata service answers requests without a session token. */
import { defineCheck } from '@security-monkey/sdk';
import { instance } from '../example.ts';
import { ec2Instance } from '../watcher.ts';

export const metadataV1Allowed = defineCheck({
  id: 'aws.ec2-instance.metadata-v1-allowed',
  watcher: ec2Instance,
  version: 1,
  score: 5,
  category: 'insecure-configuration',
  title: 'The metadata service answers without a session token',
  why: "Version 1 of the service gives the role's credentials to a plain GET. A flaw that makes a program on the instance fetch an address of the attacker's choice is enough to take them; version 2 wants a token that such a request cannot get.",
  fix: 'See by the metric MetadataNoToken whether anything still uses version 1, then set HttpTokens to required.',
  links: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsResponse.html',
  ],
  frameworks: { 'cis-aws-7.0': ['6.7'] },
  messages: { optional: 'The metadata service takes requests without a token ({setting} is optional)' },
  examples: {
    good: [
      { name: 'tokens are required', config: instance({}) },
      {
        name: 'the service is switched off',
        config: instance({ MetadataOptions: { HttpTokens: 'optional', HttpEndpoint: 'disabled' } }),
      },
    ],
    bad: [
      {
        name: 'tokens are optional',
        config: instance({ MetadataOptions: { HttpTokens: 'optional', HttpEndpoint: 'enabled' } }),
        reports: [{ message: 'optional', subject: { setting: 'HttpTokens' } }],
      },
      {
        name: 'a stopped instance, which will be started again',
        config: instance({
          State: { Code: 80, Name: 'stopped' },
          MetadataOptions: { HttpTokens: 'optional', HttpEndpoint: 'enabled' },
        }),
        reports: [{ message: 'optional', subject: { setting: 'HttpTokens' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    const { HttpTokens, HttpEndpoint } = config.MetadataOptions ?? {};
    if (HttpEndpoint === 'disabled' || HttpTokens === 'required') return;
    if (HttpTokens === undefined) throw new Error('EC2 did not say whether tokens are required');
    report('optional', {
      subject: { setting: 'HttpTokens' },
      evidence: [{ path: '/MetadataOptions/HttpTokens', value: HttpTokens }],
    });
  },
});
