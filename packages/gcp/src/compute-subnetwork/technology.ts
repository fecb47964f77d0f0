/** Subnetworks: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { flowLogsOff } from './checks/flow-logs-off.ts';
import { subnetworkPolicyPublic } from './checks/policy-public.ts';
import { subnetworkPolicyThirdPartyMember } from './checks/policy-third-party-member.ts';
import { subnetworkPolicyUnknownMember } from './checks/policy-unknown-member.ts';
import { privateGoogleAccessOff } from './checks/private-google-access-off.ts';
import { computeSubnetwork } from './watcher.ts';

export const computeSubnetworkTechnology: Technology = {
  watcher: computeSubnetwork,
  checks: [
    flowLogsOff,
    subnetworkPolicyPublic,
    subnetworkPolicyThirdPartyMember,
    subnetworkPolicyUnknownMember,
    privateGoogleAccessOff,
  ],
};
