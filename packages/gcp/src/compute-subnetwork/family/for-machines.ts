/** What a subnetwork is for. */
import type { SubnetworkConfig } from '../config.ts';

/** Those of proxies and of services of Google's have neither logs of their own nor machines: https://cloud.google.com/vpc/docs/subnets#purpose */
export function isForMachines({ purpose = 'PRIVATE' }: SubnetworkConfig): boolean {
  return purpose === 'PRIVATE' || purpose === 'PRIVATE_RFC_1918';
}
