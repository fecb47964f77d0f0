/** Subnetworks of which nobody can tell who spoke with whom. */
import { defineCheck } from '@security-monkey/sdk';
import { subnetwork } from '../example.ts';
import { isForMachines } from '../family/for-machines.ts';
import { computeSubnetwork } from '../watcher.ts';

const reports = [{ message: 'off' as const, subject: { setting: 'logConfig' } }];

export const flowLogsOff = defineCheck({
  id: 'gcp.compute-subnetwork.flow-logs-off',
  watcher: computeSubnetwork,
  version: 1,
  score: 2,
  category: 'recommendation',
  title: 'The traffic of the subnetwork is not logged',
  why: 'Flow logs tell afterwards which machines an attacker has spoken with, and where data went.',
  fix: 'Switch on VPC Flow Logs for the subnetwork. Mind what the logs cost, and take a sample where that is enough.',
  links: ['https://cloud.google.com/vpc/docs/using-flow-logs'],
  frameworks: { 'cis-gcp-5.0': ['3.10'] },
  messages: { off: 'Flow logs are not on ({setting})' },
  examples: {
    good: [
      { name: 'switched on', config: subnetwork({}) },
      {
        name: 'switched on by the setting of old',
        config: subnetwork({ logConfig: {}, enableFlowLogs: true }),
      },
      {
        name: 'a subnetwork for proxies',
        config: subnetwork({ purpose: 'REGIONAL_MANAGED_PROXY', logConfig: { enable: false } }),
      },
    ],
    bad: [
      { name: 'switched off', config: subnetwork({ logConfig: { enable: false } }), reports },
      {
        name: 'switched off, whatever the setting of old says',
        config: subnetwork({ logConfig: { enable: false }, enableFlowLogs: true }),
        reports,
      },
      { name: 'not said', config: subnetwork({ logConfig: {} }), reports },
    ],
  },
  run: ({ config, report }) => {
    const { logConfig, enableFlowLogs, name } = config;
    if (!isForMachines(config) || (logConfig?.enable ?? enableFlowLogs) === true) return;
    report('off', {
      subject: { setting: 'logConfig' },
      evidence: [
        logConfig?.enable === undefined
          ? { path: '/name', value: name }
          : { path: '/logConfig/enable', value: logConfig.enable },
      ],
    });
  },
});
