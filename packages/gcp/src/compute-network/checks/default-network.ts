/** The network that Google makes in every new project. */
import { defineCheck } from '@security-monkey/sdk';
import { network } from '../example.ts';
import { computeNetwork } from '../watcher.ts';

const name = 'default';

export const defaultNetwork = defineCheck({
  id: 'gcp.compute-network.default-network',
  watcher: computeNetwork,
  version: 1,
  score: 2,
  category: 'recommendation',
  title: 'The project has the default network',
  why: 'Google makes it with a subnetwork in every region and with rules that open SSH, RDP and ICMP to everybody. What somebody starts without thinking of networks lands in it.',
  fix: 'Make a network with the subnetworks and rules that are needed, move the machines there, and delete this one. The organization policy compute.skipDefaultNetworkCreation keeps new projects free of it.',
  links: ['https://cloud.google.com/vpc/docs/vpc#default-network'],
  frameworks: { 'cis-gcp-5.0': ['3.1'] },
  messages: { made: 'The network {name} is the one that Google made' },
  examples: {
    good: [{ name: 'a network of our own', config: network({ name: 'main', autoCreateSubnetworks: true }) }],
    bad: [
      {
        name: 'the default network',
        config: network({ name, autoCreateSubnetworks: true }),
        reports: [{ message: 'made', subject: { name } }],
      },
    ],
  },
  run: ({ config, report }) => {
    if (config.name !== name) return;
    report('made', { subject: { name }, evidence: [{ path: '/name', value: name }] });
  },
});
