/** Accounts whose root user has a virtual MFA device. */
import { defineCheck } from '@security-monkey/sdk';
import { isRootRemoved } from '../config.ts';
import { account, withoutRoot } from '../example.ts';
import { awsAccount } from '../watcher.ts';

export const rootWithoutHardwareMfa = defineCheck({
  id: 'aws.account.root-without-hardware-mfa',
  watcher: awsAccount,
  version: 1,
  score: 3,
  category: 'insecure-configuration',
  title: 'The MFA of the root user is virtual',
  why: 'The secret of a virtual device lies in a telephone, its backups and perhaps a cloud. A hardware key gives its own away to nobody.',
  fix: 'Register hardware keys for the root user and remove the virtual device.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-hw-mfa-for-root.html'],
  frameworks: { 'cis-aws-7.0': ['2.6'] },
  messages: { virtual: 'The root user has the virtual MFA device {device}' },
  examples: {
    good: [
      { name: 'MFA by hardware', config: account({}) },
      {
        name: 'no MFA at all, which another check tells',
        config: account({ Summary: { AccountMFAEnabled: 0, AccountAccessKeysPresent: 0 } }),
      },
      {
        name: 'credentials that the organisation has removed',
        config: withoutRoot({
          RootVirtualMfaDevices: ['arn:aws:iam::111122223333:mfa/root-account-mfa-device'],
        }),
      },
    ],
    bad: [
      {
        name: 'a virtual device',
        config: account({ RootVirtualMfaDevices: ['arn:aws:iam::111122223333:mfa/root-account-mfa-device'] }),
        reports: [{ message: 'virtual', subject: { setting: 'root MFA' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.Summary.AccountMFAEnabled !== 1 || isRootRemoved(config)) return;
    const devices = config.RootVirtualMfaDevices ?? [];
    if (devices.length === 0) return;
    report('virtual', {
      subject: { setting: 'root MFA' },
      evidence: [{ path: '/RootVirtualMfaDevices', value: devices }],
      details: { device: devices.join(', ') },
    });
  },
});
