/** Makes checks on rules that open a port of administration to the whole internet. */
import { defineCheck } from '@security-monkey/sdk';
import { type Door, doorsOf, everywhereOf } from '../doors.ts';
import { rule, tcp } from '../example.ts';
import { computeFirewall } from '../watcher.ts';

type PortRule = {
  /** What the check's name begins with: `ssh`. */
  readonly name: string;
  /** Of TCP. */
  readonly port: number;
  /** What listens there, for people. */
  readonly service: string;
  readonly control: string;
};

export function portOpenCheck({ name, port, service, control }: PortRule) {
  return defineCheck({
    id: `gcp.compute-firewall.${name}-open-to-internet`,
    watcher: computeFirewall,
    version: 1,
    score: 8,
    category: 'internet-accessible',
    title: `The rule opens ${service} to everybody`,
    why: `Whoever finds a machine that the rule is for may try names, keys and passwords by ${service}, and each flaw that is found in it.`,
    fix: 'Name the networks that need it, or use Identity-Aware Proxy, whose only source is 35.235.240.0/20.',
    links: ['https://cloud.google.com/iap/docs/using-tcp-forwarding#create-firewall-rule'],
    frameworks: { 'cis-gcp-5.0': [control] },
    messages: { open: `${service} is open to {principal} ({protocol} {ports})` },
    examples: examplesOf(port),
    run: ({ config, report }) => {
      const doors = doorsOf(config).filter((door) => leadsTo(door, port));
      for (const { principal, evidence } of everywhereOf(config))
        for (const door of doors)
          report('open', {
            subject: { protocol: door.protocol, ports: door.ports, principal },
            evidence: [door.evidence, ...evidence],
          });
    },
  });
}

/** The port, its neighbours, and all that is wider. */
function examplesOf(port: number) {
  const everywhere = { sourceRanges: ['0.0.0.0/0'] };
  const open = (ports: string, principal = '0.0.0.0/0', protocol = 'tcp') => [
    { message: 'open' as const, subject: { protocol, ports, principal } },
  ];
  return {
    good: [
      { name: 'known networks', config: rule({ allowed: [tcp(String(port))] }) },
      { name: 'the port before it', config: rule({ ...everywhere, allowed: [tcp(String(port - 1))] }) },
      {
        name: 'the same port of UDP',
        config: rule({ ...everywhere, allowed: [{ IPProtocol: 'udp', ports: [String(port)] }] }),
      },
      {
        name: 'a rule that is off',
        config: rule({ ...everywhere, disabled: true, allowed: [tcp(String(port))] }),
      },
    ],
    bad: [
      {
        name: 'the port',
        config: rule({ ...everywhere, allowed: [tcp(String(port))] }),
        reports: open(String(port)),
      },
      {
        name: 'a range that holds it, by IPv6',
        config: rule({ sourceRanges: ['::/0'], allowed: [tcp(`${port - 2}-${port + 2}`)] }),
        reports: open(`${port - 2}-${port + 2}`, '::/0'),
      },
      {
        name: 'all ports',
        config: rule({ ...everywhere, allowed: [tcp()] }),
        reports: open('all'),
      },
      {
        name: 'all protocols',
        config: rule({ ...everywhere, allowed: [{ IPProtocol: 'all' }] }),
        reports: open('all', '0.0.0.0/0', 'all'),
      },
    ],
  };
}

function leadsTo({ protocol, ports }: Door, port: number): boolean {
  if (protocol !== 'tcp' && protocol !== 'all') return false;
  if (ports === 'all') return true;
  const [first = 0, last = first] = ports.split('-').map((text) => Number(text.trim()));
  return first <= port && port <= last;
}
