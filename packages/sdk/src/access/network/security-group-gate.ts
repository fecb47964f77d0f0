/** The gate of the attached security groups. */
import { type Gate, notCollected, type Part, passing, shut, stopping } from './gate.ts';
import type { SecurityGroup } from './network-parts.ts';
import { opens } from './open-ports.ts';
import { merged } from './reading.ts';
import { type PrefixLists, type References, securityFilters, unknownPrefixLists } from './security-group.ts';
import type { Connection } from './subnet-gates.ts';

export type Attached = {
  readonly part: Extract<Part, 'security-groups' | 'load-balancer-security-groups'>;
  readonly groups: readonly SecurityGroup[] | undefined;
  readonly prefixLists: PrefixLists | undefined;
  /** Security groups in whose name the connection comes: a reference to one of them admits it. */
  readonly inTheNameOf?: readonly string[];
};

/** Whether some rule of the groups, or several together, let the connection in. The groups' rules add up. */
export function securityGroupGate(attached: Attached, connection: Connection): Gate {
  const { part, groups, prefixLists, inTheNameOf = [] } = attached;
  if (groups === undefined) return notCollected(part);
  const { rules, unread } = merged(groups.map(({ ingress }) => ingress));
  const { protocol, port, from } = connection;
  const ports = { some: [{ first: port, last: port }] };
  const admits = (references: References) =>
    opens(securityFilters(rules, references), { protocols: [protocol], ports, from });
  const named = new Map(inTheNameOf.map((id) => [id, from]));
  const known = admits({ ...(prefixLists !== undefined && { prefixLists }), groups: named });
  if (known.isOpen) return passing(part, known.by);
  const missing = unknownPrefixLists(rules, prefixLists);
  const widest = new Map([...(prefixLists ?? []), ...missing.map((id) => [id, from] as const)]);
  if (admits({ prefixLists: widest, groups: named }).isOpen) return notCollected('prefix-lists', missing);
  return shut(stopping(part), unread);
}
