/** Section 3 of the benchmark: networking. */
import type { Control } from '@security-monkey/sdk';
import { needsJudgement, notWatched } from './reasons.ts';

export const networking: readonly Control[] = [
  {
    id: '3.1',
    title: 'No project has the default network',
    level: 2,
    assessment: 'automated',
    checks: ['gcp.compute-network.default-network'],
  },
  {
    id: '3.2',
    title: 'No project has a legacy network',
    level: 1,
    assessment: 'automated',
    checks: ['gcp.compute-network.legacy-network'],
  },
  {
    id: '3.3',
    title: 'Zones are signed by DNSSEC',
    level: 1,
    assessment: 'automated',
    open: notWatched('DNS zones'),
  },
  {
    id: '3.4',
    title: 'No key-signing key is of RSASHA1',
    level: 1,
    assessment: 'automated',
    open: notWatched('DNS zones'),
  },
  {
    id: '3.5',
    title: 'No zone-signing key is of RSASHA1',
    level: 1,
    assessment: 'automated',
    open: notWatched('DNS zones'),
  },
  {
    id: '3.6',
    title: 'SSH is closed to the internet',
    level: 2,
    assessment: 'automated',
    checks: ['gcp.compute-firewall.ssh-open-to-internet'],
  },
  {
    id: '3.7',
    title: 'RDP is closed to the internet',
    level: 2,
    assessment: 'automated',
    checks: ['gcp.compute-firewall.rdp-open-to-internet'],
  },
  {
    id: '3.8',
    title: 'VPC Service Controls guard the services that support them',
    level: 2,
    assessment: 'manual',
    open: notWatched('service perimeters'),
  },
  {
    id: '3.9',
    title: 'Google’s APIs are called through Private Service Connect',
    level: 2,
    assessment: 'manual',
    open: needsJudgement,
  },
  {
    id: '3.10',
    title: 'Every subnetwork logs its traffic',
    level: 2,
    assessment: 'automated',
    checks: ['gcp.compute-subnetwork.flow-logs-off'],
  },
  {
    id: '3.11',
    title: 'Load balancers refuse weak ciphers',
    level: 1,
    assessment: 'manual',
    open: notWatched('load balancers'),
  },
  {
    id: '3.12',
    title: 'Identity-Aware Proxy lets traffic in from Google’s addresses only',
    level: 2,
    assessment: 'manual',
    open: needsJudgement,
  },
];
