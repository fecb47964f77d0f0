/** Whether a list of rules opens the ports that are asked about. */
import type { Cidr } from '../../net/cidr.ts';
import { type Filter, firstMatch, type Verdict } from './first-match.ts';
import { everyPort, includes, type PortRange, partsOf } from './port-range.ts';
import { isAbout, isIcmp, type Protocol } from './protocol.ts';

/** A rule of a security group or an entry of a network ACL. */
export type PortFilter = Filter & { readonly protocol: Protocol; readonly ports: PortRange };

export type PortQuestion = {
  /** One of these suffices. `with-ports` leaves ICMP out, whose types are no ports. */
  readonly protocols: 'any' | 'with-ports' | readonly Protocol[];
  /** Open when some port of `some` is, or every port of `every`. */
  readonly ports: { readonly some: readonly PortRange[] } | { readonly every: PortRange };
  /** From where: one of these must be let in as a whole. */
  readonly from: readonly Cidr[];
};

/** Any port at all, as a question. */
export const somePort = { some: [everyPort] } satisfies PortQuestion['ports'];

/**
 * Whether the filters open what is asked, and which of them do, or close it. Each port is judged by the filters that are
 * about it, in their order, so that rules for different ports and networks count only where they meet.
 */
export function opens(filters: readonly PortFilter[], question: PortQuestion): Verdict {
  const verdicts = protocolsOf(filters, question).map((protocol) => {
    const matching = filters.filter((filter) => isAbout(filter.protocol, protocol));
    return verdictOnPorts(matching, question);
  });
  return firstOpen(verdicts);
}

/** Of any protocol it is enough to try those that have rules of their own, and one that has none. */
function protocolsOf(filters: readonly PortFilter[], { protocols }: PortQuestion): readonly Protocol[] {
  if (protocols !== 'any' && protocols !== 'with-ports') return protocols;
  const written = new Set<Protocol>(['all', ...filters.map(({ protocol }) => protocol)]);
  return [...written].filter((protocol) => protocols === 'any' || !isIcmp(protocol));
}

function verdictOnPorts(filters: readonly PortFilter[], { ports, from }: PortQuestion): Verdict {
  const verdictOn = (part: PortRange): Verdict => {
    const matching = filters.filter((filter) => includes(filter.ports, part));
    return firstOpen(from.map((target) => firstMatch(matching, target)));
  };
  const ranges = filters.map((filter) => filter.ports);
  if ('some' in ports) {
    const parts = ports.some.flatMap((range) => partsOf(range, ranges));
    return firstOpen(parts.map(verdictOn));
  }
  const verdicts = partsOf(ports.every, ranges).map(verdictOn);
  const closed = verdicts.find(({ isOpen }) => !isOpen);
  return closed ?? { isOpen: true, by: [...new Set(verdicts.flatMap(({ by }) => by))] };
}

/** The first that is open; else the first that says what closes it. */
function firstOpen(verdicts: readonly Verdict[]): Verdict {
  const telling = verdicts.find(({ isOpen }) => isOpen) ?? verdicts.find(({ by }) => by.length > 0);
  return telling ?? { isOpen: false, by: [] };
}
