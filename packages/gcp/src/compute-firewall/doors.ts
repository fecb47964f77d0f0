/** The doors that a firewall rule opens, and from where. */
import { type Cidr, type Evidence, isEverything, parseCidr } from '@security-monkey/sdk';
import type { FirewallConfig } from './config.ts';

export type Door = {
  /** `tcp`, or `all`. */
  readonly protocol: string;
  /** `443`, `8000-8080`, or `all`. */
  readonly ports: string;
  /** Whether it is more than one port. */
  readonly isRange: boolean;
  readonly evidence: Evidence;
};

/** Protocols may be written by number too: https://www.iana.org/assignments/protocol-numbers */
const names: Readonly<Record<string, string>> = { '1': 'icmp', '6': 'tcp', '17': 'udp', '132': 'sctp' };

/** The others have no ports. */
const withPorts: ReadonlySet<string> = new Set(['tcp', 'udp', 'sctp', 'all']);

/** What a rule lets in; nothing when it is off, denies, or is about what goes out. */
export function doorsOf({ direction, disabled, allowed = [] }: FirewallConfig): readonly Door[] {
  if (disabled === true || direction === 'EGRESS') return [];
  return allowed.flatMap(({ IPProtocol = 'all', ports = [] }, index): readonly Door[] => {
    const written = IPProtocol.toLowerCase();
    const protocol = names[written] ?? written;
    if (ports.length === 0) {
      const evidence = { path: `/allowed/${index}/IPProtocol`, value: IPProtocol };
      return [{ protocol, ports: 'all', isRange: withPorts.has(protocol), evidence }];
    }
    return ports.map((text, place) => ({
      protocol,
      ports: text,
      isRange: isRange(text),
      evidence: { path: `/allowed/${index}/ports/${place}`, value: text },
    }));
  });
}

function isRange(ports: string): boolean {
  const [first, last = first] = ports.split('-').map((port) => Number(port.trim()));
  return first !== last;
}

export type Everywhere = {
  readonly principal: '0.0.0.0/0' | '::/0';
  /** The networks that together are all of it; none where the rule names no source at all. */
  readonly evidence: readonly Evidence[];
};

/**
 * Of which address families the rule lets everybody in, by one network or by several together. A rule without any source is for
 * everybody: https://cloud.google.com/firewall/docs/firewalls#sources
 */
export function everywhereOf(config: FirewallConfig): readonly Everywhere[] {
  const { sourceRanges = [], sourceTags = [], sourceServiceAccounts = [] } = config;
  if (sourceRanges.length + sourceTags.length + sourceServiceAccounts.length === 0)
    return [{ principal: '0.0.0.0/0', evidence: [] }];
  return ([4, 6] as const).flatMap((family) => {
    const networks = sourceRanges.flatMap((text, index) => {
      const cidr = parseCidr(text);
      return cidr?.family === family ? [{ cidr, text, index }] : [];
    });
    if (!covers(networks.map(({ cidr }) => cidr))) return [];
    const whole = networks.filter(({ cidr }) => cidr.prefix === 0);
    const telling = whole.length > 0 ? whole : networks;
    return [
      {
        principal: family === 4 ? '0.0.0.0/0' : '::/0',
        evidence: telling.map(({ text, index }) => ({ path: `/sourceRanges/${index}`, value: text })),
      } as const,
    ];
  });
}

function covers(networks: readonly Cidr[]): boolean {
  return networks.length > 0 && isEverything(networks);
}
