/** VPC networks: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { defaultNetwork } from './checks/default-network.ts';
import { legacyNetwork } from './checks/legacy-network.ts';
import { computeNetwork } from './watcher.ts';

export const computeNetworkTechnology: Technology = {
  watcher: computeNetwork,
  checks: [defaultNetwork, legacyNetwork],
};
