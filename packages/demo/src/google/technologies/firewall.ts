/** The firewall rules: from the load balancer to each service, and those that each network has. */
import { isoOf } from '../../time/moment.ts';
import type { Dice } from '../../world/dice.ts';
import type { Resource } from '../../world/resource.ts';
import { prefixOf, projects, services } from '../world/organisation.ts';
import { mainNetwork } from './network.ts';

export type Firewall = Resource & {
  readonly id: string;
  readonly created: string;
  readonly description: string;
  readonly network: string;
  readonly priority: number;
  /** Networks from which it lets in. */
  readonly sources: readonly string[];
  /** Protocol, and its ports where it has any. */
  readonly allowed: Readonly<Record<string, readonly string[]>>;
  /** Tags of the machines that it is for; all of the network where there is none. */
  readonly targets: readonly string[];
};

/** Whence Google's load balancers and their health checks come: https://cloud.google.com/load-balancing/docs/health-check-concepts#ip-ranges */
const balancers = ['130.211.0.0/22', '35.191.0.0/16'];

/** The one source of Identity-Aware Proxy: https://cloud.google.com/iap/docs/using-tcp-forwarding#create-firewall-rule */
export const proxy = '35.235.240.0/20';

export function firewallsOf(dice: Dice): readonly Firewall[] {
  return [
    ...services.map((service) => ({
      ...firewallOf(service.project.number, `${prefixOf(service)}-from-balancer`, dice),
      description: `What may reach ${service.name}`,
      sources: balancers,
      allowed: { tcp: ['8443'] },
      targets: [service.name],
    })),
    ...projects.map(({ number, stage }) => ({
      ...firewallOf(number, shellRule(stage), dice),
      description: 'Shells by Identity-Aware Proxy',
      sources: [proxy],
      allowed: { tcp: ['22'] },
      targets: ['shell'],
    })),
  ];
}

/** A rule that lets nobody in yet. */
export function firewallOf(account: string, name: string, dice: Dice): Firewall {
  return {
    account,
    region: 'global',
    name,
    tags: {},
    id: dice.digits(`firewall ${account} ${name}`, 19),
    created: isoOf(Date.UTC(2024, 0, 17, 9)),
    description: '',
    network: mainNetwork,
    priority: 1000,
    sources: [],
    allowed: {},
    targets: [],
  };
}

/** The name of the rule by which shells are opened. */
export function shellRule(stage: string): string {
  return `${stage}-shell`;
}
