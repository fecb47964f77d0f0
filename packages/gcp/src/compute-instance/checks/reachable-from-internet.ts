/** Virtual machines of which the internet reaches a port that it should not. */
import {
  type CheckContext,
  defineCheck,
  type EffectiveFirewalls,
  type JsonObject,
  type RelatedItem,
  reachByFirewalls,
} from '@security-monkey/sdk';
import { z } from 'zod';
import type { InstanceConfig } from '../config.ts';
import { instance } from '../example.ts';
import { computeInstance } from '../watcher.ts';

/** Administration and databases: what is not meant for everybody. */
const usual = [
  21, 22, 23, 135, 445, 1433, 1521, 2375, 2379, 3306, 3389, 5432, 5900, 5985, 6379, 6443, 9200, 10250, 11211,
  27017,
];

const nat = [{ type: 'ONE_TO_ONE_NAT' }];
const addressed = (fields: JsonObject = {}) =>
  instance({
    networkInterfaces: [{ name: 'nic0', network: 'main', accessConfigs: nat }],
    tags: { items: ['web'] },
    ...fields,
  });
const allow = (ports: readonly string[], fields: JsonObject = {}): RelatedItem => ({
  technology: 'gcp.compute-firewall',
  key: `//compute.googleapis.com/projects/acme-web/global/firewalls/${ports.join('-')}`,
  value: {
    interfaces: ['nic0'],
    rule: {
      direction: 'INGRESS',
      priority: 1000,
      sourceRanges: ['0.0.0.0/0'],
      allowed: [{ IPProtocol: 'tcp', ports }],
      ...fields,
    },
  },
});
const policy = (type: string, action: string): RelatedItem => ({
  technology: 'gcp.compute-firewall-policy',
  key: '345678901234',
  value: {
    interfaces: ['nic0'],
    type,
    rules: [
      {
        action,
        direction: 'INGRESS',
        priority: 10,
        match: { srcIpRanges: ['0.0.0.0/0'], layer4Configs: [{ ipProtocol: 'all' }] },
      },
    ],
  },
});
const behind = (...items: readonly RelatedItem[]) => ({ related: { firewalls: { items, complete: true } } });
const told = (message: 'reachable' | 'perhaps', port: number) => ({
  message,
  subject: { interface: 'nic0', port },
  ...(message === 'perhaps' && { score: 4 }),
});

export const reachableFromInternet = defineCheck({
  id: 'gcp.compute-instance.reachable-from-internet',
  watcher: computeInstance,
  version: 2,
  score: 8,
  category: 'internet-accessible',
  title: 'The internet reaches the machine where it should not',
  why: 'The machine has a public address, and the rules and policies in force for it, by their order and targets, let everyone through to a port of administration or of a database. Such ports are found by scanners within minutes. Load balancers are not looked at.',
  fix: 'Take the external address away, or name the networks that need the port. For administration use Identity-Aware Proxy.',
  links: [
    'https://cloud.google.com/firewall/docs/firewall-policies-overview#rule-evaluation',
    'https://cloud.google.com/iap/docs/using-tcp-forwarding',
  ],
  frameworks: {},
  needs: ['firewalls'],
  options: z.object({
    ports: z
      .array(z.int().min(1).max(65_535))
      .default(usual)
      .describe('TCP ports that the internet should not reach'),
  }),
  messages: {
    reachable: 'Everyone on the internet reaches TCP port {port} by {interface}',
    perhaps:
      'Everyone on the internet may reach TCP port {port} by {interface}: it hangs on the order of policies or on secure tags',
  },
  examples: {
    good: [
      { name: 'no public address', config: instance({ tags: { items: ['web'] } }), ...behind(allow(['22'])) },
      { name: 'a port that is meant for everybody', config: addressed(), ...behind(allow(['443'])) },
      {
        name: 'a rule for other machines',
        config: addressed(),
        ...behind(allow(['22'], { targetTags: ['db'] })),
      },
      {
        name: 'a rule for known networks',
        config: addressed(),
        ...behind(allow(['22'], { sourceRanges: ['198.51.100.0/24'] })),
      },
      {
        name: 'a policy of the organization that denies',
        config: addressed(),
        ...behind(allow(['22']), policy('HIERARCHY', 'deny')),
      },
      {
        name: 'a port that the option does not name',
        config: addressed(),
        options: { ports: [3389] },
        ...behind(allow(['22'])),
      },
    ],
    bad: [
      { name: 'SSH', config: addressed(), ...behind(allow(['22'])), reports: [told('reachable', 22)] },
      {
        name: 'a rule for its tag, and a policy that passes it on',
        config: addressed(),
        ...behind(allow(['3300-3310'], { targetTags: ['web'] }), policy('HIERARCHY', 'goto_next')),
        reports: [told('reachable', 3306)],
      },
      {
        name: 'by IPv6',
        config: addressed({
          networkInterfaces: [{ name: 'nic0', ipv6AccessConfigs: [{ type: 'DIRECT_IPV6' }] }],
        }),
        ...behind(allow(['22'], { sourceRanges: ['::/0'] })),
        reports: [told('reachable', 22)],
      },
      {
        name: 'a policy of the network that denies, before the rules or after them',
        config: addressed(),
        ...behind(allow(['22']), policy('NETWORK', 'deny')),
        reports: [told('perhaps', 22)],
      },
    ],
  },
  run: (context) => {
    const { config, options, related, report } = context;
    const wanted: readonly number[] = options.ports;
    for (const one of interfacesOf(config)) {
      const items = related('firewalls').all();
      const firewalls = firewallsFor(one.name, items);
      for (const port of new Set(wanted)) {
        const state = reachByFirewalls({ ...one, port, firewalls });
        if (state === 'unreachable') continue;
        report(state === 'reachable' ? 'reachable' : 'perhaps', {
          subject: { interface: one.name, port },
          evidence: [{ path: '@firewalls', value: port }],
          ...(state === 'unknown' && { score: 4 }),
        });
      }
    }
  },
});

type Interface = Pick<Parameters<typeof reachByFirewalls>[0], 'families' | 'target'> & {
  readonly name: string;
};

/** Those with an external address. */
function interfacesOf({
  networkInterfaces = [],
  tags,
  serviceAccounts = [],
}: InstanceConfig): readonly Interface[] {
  return networkInterfaces.flatMap(({ name, network, accessConfigs = [], ipv6AccessConfigs = [] }, at) => {
    const families = [
      ...(accessConfigs.length > 0 ? [4 as const] : []),
      ...(ipv6AccessConfigs.length > 0 ? [6 as const] : []),
    ];
    if (families.length === 0) return [];
    const target = {
      tags: tags?.items ?? [],
      serviceAccounts: serviceAccounts.map(({ email }) => email),
      network,
    };
    return [{ name: name ?? `nic${at}`, families, target }];
  });
}

function firewallsFor(
  name: string,
  items: ReturnType<ReturnType<CheckContext['related']>['all']>,
): EffectiveFirewalls {
  const inForce = items.filter(
    ({ value: { interfaces } }) =>
      Array.isArray(interfaces) && interfaces.some((one: unknown) => one === name),
  );
  return {
    rules: inForce.flatMap(({ value: { rule } }) => (rule === undefined ? [] : [rule])),
    policies: inForce.flatMap(({ value: { type, rules } }) =>
      Array.isArray(rules) ? [{ type: typeof type === 'string' ? type : '', rules }] : [],
    ),
  };
}
