/** Subnetworks whose machines reach Google by public addresses only. */
import { defineCheck } from '@security-monkey/sdk';
import { subnetwork } from '../example.ts';
import { isForMachines } from '../family/for-machines.ts';
import { computeSubnetwork } from '../watcher.ts';

const setting = 'privateIpGoogleAccess';
const reports = [{ message: 'off' as const, subject: { setting } }];

export const privateGoogleAccessOff = defineCheck({
  id: 'gcp.compute-subnetwork.private-google-access-off',
  watcher: computeSubnetwork,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'Machines need a public address to reach Google’s services',
  why: 'Where machines without a public address reach no storage, logs and keys, somebody gives them one.',
  fix: 'Switch on Private Google Access for the subnetwork.',
  links: ['https://cloud.google.com/vpc/docs/private-google-access'],
  frameworks: {},
  messages: { off: '{setting} is not on' },
  examples: {
    good: [
      { name: 'switched on', config: subnetwork({}) },
      {
        name: 'a subnetwork for proxies',
        config: subnetwork({ purpose: 'REGIONAL_MANAGED_PROXY', [setting]: false }),
      },
    ],
    bad: [{ name: 'switched off', config: subnetwork({ [setting]: false }), reports }],
  },
  run: ({ config, report }) => {
    if (!isForMachines(config) || config.privateIpGoogleAccess !== false) return;
    report('off', { subject: { setting }, evidence: [{ path: `/${setting}`, value: false }] });
  },
});
