/** Ports of well-known services that the whole internet reaches, through whichever rules. */
import type { Evidence } from '@security-monkey/sdk';
import type { SecurityGroupConfig } from './config.ts';
import { type Everywhere, openFamilies } from './networks.ts';
import { type Rule, rulesOf } from './rules.ts';

type Service = { readonly port: number; readonly service: string };

export type OpenPort = Service & {
  readonly protocol: string;
  readonly principal: Everywhere;
  readonly evidence: readonly Evidence[];
};

/** Each port of each protocol by which all of IPv4 or all of IPv6 comes in. */
export function openPorts(config: SecurityGroupConfig, services: readonly Service[]): readonly OpenPort[] {
  const rules = rulesOf(config, 'ingress');
  return doorsTo(rules, services).flatMap(({ protocol, port, service }) => {
    const here = rules.filter((candidate) => reaches(candidate, protocol, port));
    const others = rules.filter((candidate) => !here.includes(candidate));
    return openFamilies(throughPort(here, protocol, port), others).map(({ principal, networks }) => ({
      protocol,
      port,
      service,
      principal,
      evidence: networks.map((network) => network.evidence),
    }));
  });
}

/** Every protocol that the rules name, with every port. */
function doorsTo(rules: readonly Rule[], services: readonly Service[]) {
  const protocols = new Set(rules.map(({ door }) => door.protocol));
  return [...protocols].flatMap((protocol) => services.map((service) => ({ protocol, ...service })));
}

function reaches({ door, range }: Rule, protocol: string, port: number): boolean {
  return door.protocol === protocol && range !== undefined && range.first <= port && port <= range.last;
}

/** What the rules let through at the port, as one rule: ranges that only overlap there add up there. */
function throughPort(here: readonly Rule[], protocol: string, port: number): Rule {
  return {
    door: { protocol, ports: `${port}` },
    range: { first: port, last: port },
    networks: here.flatMap(({ networks }) => networks),
    groups: here.flatMap(({ groups }) => groups),
    sources: here.flatMap(({ sources }) => sources),
  };
}
