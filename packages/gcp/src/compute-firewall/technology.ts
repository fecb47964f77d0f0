/** Firewall rules: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { computeFirewall } from './watcher.ts';

export const computeFirewallTechnology: Technology = {
  watcher: computeFirewall,
  checks: [],
};
