/** Networks of the kind that Google had before subnetworks. */
import { defineCheck } from '@security-monkey/sdk';
import { network } from '../example.ts';
import { computeNetwork } from '../watcher.ts';

export const legacyNetwork = defineCheck({
  id: 'gcp.compute-network.legacy-network',
  watcher: computeNetwork,
  version: 1,
  score: 8,
  category: 'insecure-configuration',
  title: 'The network is a legacy one',
  why: 'One range spans all regions: nothing can be kept apart by subnetworks, and there are neither flow logs nor private access to Google. Google makes no new ones and supports these no further.',
  fix: 'Make a network with subnetworks, and move the machines to it.',
  links: ['https://cloud.google.com/vpc/docs/legacy'],
  frameworks: { 'cis-gcp-5.0': ['3.2'] },
  messages: { legacy: 'The network has no subnetworks and one range for all regions' },
  examples: {
    good: [
      {
        name: 'subnetworks made by hand, of which there are none yet',
        config: network({ autoCreateSubnetworks: false }),
      },
      { name: 'subnetworks made by Google', config: network({ autoCreateSubnetworks: true }) },
    ],
    bad: [
      {
        name: 'a range of its own',
        config: network({ IPv4Range: '10.240.0.0/16' }),
        reports: [{ message: 'legacy', subject: { setting: 'subnetworks' } }],
      },
    ],
  },
  run: ({ config, report }) => {
    // Only legacy networks have a range: https://cloud.google.com/compute/docs/reference/rest/v1/networks
    if (config.IPv4Range === undefined) return;
    report('legacy', {
      subject: { setting: 'subnetworks' },
      evidence: [{ path: '/IPv4Range', value: config.IPv4Range }],
    });
  },
});
