/** The ways on which the internet may come to a resource. */
import type { Gate } from './gate.ts';
import type { Protocol } from './protocol.ts';

/** The port that is asked about. */
export type Door = { readonly protocol: Protocol; readonly port: number };

/** A way in, and the gates on it from the outside to the inside. It leads in when every gate passes. */
export type Way = {
  /** `ipv4` or `ipv6` for the resource's own address, else the load balancer's id. */
  readonly through: string;
  readonly gates: readonly Gate[];
};
