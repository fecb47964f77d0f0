/** Firewall rules: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { internetAccessible } from './checks/internet-accessible.ts';
import { noTarget } from './checks/no-target.ts';
import { portRange } from './checks/port-range.ts';
import { rdpOpenToInternet } from './checks/rdp-open-to-internet.ts';
import { sshOpenToInternet } from './checks/ssh-open-to-internet.ts';
import { computeFirewall } from './watcher.ts';

export const computeFirewallTechnology: Technology = {
  watcher: computeFirewall,
  checks: [internetAccessible, noTarget, portRange, rdpOpenToInternet, sshOpenToInternet],
};
