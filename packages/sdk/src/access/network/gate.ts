/** The places that a connection has to pass on its way in, one after another. */

/** What stands at a gate. The ids are part of what is shown and stored: never rename one. */
export type Part =
  | 'public-address'
  | 'vpc-block-public-access'
  | 'internet-route'
  | 'nacl-ingress'
  | 'nacl-egress'
  | 'security-groups'
  | 'prefix-lists'
  | 'load-balancers'
  | 'load-balancer-scheme'
  | 'load-balancer-listeners'
  | 'load-balancer-nodes'
  | 'load-balancer-addresses'
  | 'load-balancer-security-groups';

export type Gate = {
  readonly part: Part;
  /** `not-collected` and `unreadable`: whether it lets the connection pass is not known. */
  readonly state: 'passes' | 'stops' | 'not-collected' | 'unreadable';
  /** What opens, closes or hides it: JSON pointers of rules, ids of gateways, addresses. */
  readonly by: readonly string[];
};

/** A gate in the state that its name says. */
export function passing(part: Part, by: readonly string[]): Gate {
  return { part, state: 'passes', by };
}

export function stopping(part: Part, by: readonly string[] = []): Gate {
  return { part, state: 'stops', by };
}

export function notCollected(part: Part, by: readonly string[] = []): Gate {
  return { part, state: 'not-collected', by };
}

/**
 * A gate that was found shut, once more in doubt: not shut but unknown when a rule could not be read, for that one might
 * have opened it.
 */
export function shut(gate: Gate, unread: readonly string[]): Gate {
  return unread.length === 0 ? gate : { ...gate, state: 'unreadable', by: unread };
}
