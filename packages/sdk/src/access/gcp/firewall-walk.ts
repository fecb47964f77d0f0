/** Traffic on its way through firewall policies and rules, one stage after another. */
import type { Cidr } from '../../net/cidr.ts';
import { type Filter, firstMatch, type Verdict } from '../network/first-match.ts';
import { includes } from '../network/port-range.ts';
import { isAbout } from '../network/protocol.ts';
import type { Door } from '../network/way.ts';
import type { FirewallStep } from './firewall-step.ts';
import { networksWithout } from './network-difference.ts';

/** The steps of one policy, or of the rules of a VPC. What none of them decides goes on to the next stage. */
export type FirewallStage = readonly FirewallStep[];

/**
 * Whether the stages let the whole of `from` through to the door. Past the last stage nothing comes in: every network ends
 * with a deny of its own.
 * Source: https://cloud.google.com/firewall/docs/firewall-policies-overview#rule-evaluation
 */
export function walk(stages: readonly FirewallStage[], door: Door, from: Cidr): Verdict {
  return firstMatch(
    stages.flatMap((stage) => filtersOf(stage, door)),
    from,
  );
}

/** The allows and denies about the door, without the networks that were sent on to the next stage before them. */
function filtersOf(stage: FirewallStage, door: Door): readonly Filter[] {
  const filters: Filter[] = [];
  let sentOn: readonly Cidr[] = [];
  for (const { at, action, traffic, networks } of stage) {
    if (!traffic.some((entry) => isAboutDoor(entry, door))) continue;
    if (action === 'next') sentOn = [...sentOn, ...networks];
    else filters.push({ at, allows: action === 'allow', networks: networksWithout(networks, sentOn) });
  }
  return filters;
}

function isAboutDoor({ protocol, ports }: FirewallStep['traffic'][number], door: Door): boolean {
  return isAbout(protocol, door.protocol) && includes(ports, { first: door.port, last: door.port });
}
