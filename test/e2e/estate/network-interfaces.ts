/** The network interfaces of both accounts beside those of instances, and those that there are for a group's sake. */
import { planes } from './known.ts';
import type { NetworkInterfaceSpec } from './network-interface.ts';

const eu = { region: 'eu-west-1', group: 'to-private' } as const;

export const prodNetworkInterfaces: readonly NetworkInterfaceSpec[] = [
  { ...eu, name: 'with-elastic-address', isElastic: true },
  { ...eu, name: 'tagged', tags: { ...planes, team: 'payments' } },
];

export const partnerNetworkInterfaces: readonly NetworkInterfaceSpec[] = [
  { region: 'eu-west-1', group: 'ssh-office', name: 'spare' },
];
