/** Firewall rules that open more than single ports. */
import { defineCheck } from '@security-monkey/sdk';
import { doorsOf } from '../doors.ts';
import { rule, tcp } from '../example.ts';
import { computeFirewall } from '../watcher.ts';

const report = (protocol: string, ports: string) => ({
  message: 'open' as const,
  subject: { direction: 'ingress', protocol, ports },
});

export const portRange = defineCheck({
  id: 'gcp.compute-firewall.port-range',
  watcher: computeFirewall,
  version: 1,
  score: 3,
  category: 'insecure-configuration',
  title: 'The rule opens a range of ports',
  why: 'Nobody knows what will listen at each port of a range tomorrow: what a developer starts on one of them is open from its first second.',
  fix: 'Name the ports that are used, each by itself.',
  links: ['https://cloud.google.com/firewall/docs/firewalls#protocols_and_ports'],
  frameworks: {},
  messages: { open: '{protocol} {ports} is a range of ports' },
  examples: {
    good: [
      { name: 'single ports', config: rule({ allowed: [tcp('80', '443')] }) },
      { name: 'a range of one', config: rule({ allowed: [tcp('80-80')] }) },
      { name: 'a protocol without ports', config: rule({ allowed: [{ IPProtocol: 'icmp' }] }) },
      { name: 'a rule that is off', config: rule({ allowed: [tcp('1-9')], disabled: true }) },
      { name: 'a rule that denies', config: rule({ allowed: [], denied: [tcp('1-9')] }) },
      { name: 'what goes out', config: rule({ allowed: [tcp('1-9')], direction: 'EGRESS' }) },
    ],
    bad: [
      {
        name: 'two ranges, and a port',
        config: rule({ allowed: [tcp('22', '8000-8080'), { IPProtocol: 'udp', ports: ['1000-2000'] }] }),
        reports: [report('tcp', '8000-8080'), report('udp', '1000-2000')],
      },
      {
        name: 'no ports at all, which is every port',
        config: rule({ allowed: [tcp()] }),
        reports: [report('tcp', 'all')],
      },
      {
        name: 'every protocol',
        config: rule({ allowed: [{ IPProtocol: 'all' }] }),
        reports: [report('all', 'all')],
      },
    ],
  },
  run: ({ config, report: tell }) => {
    for (const { protocol, ports, evidence } of doorsOf(config).filter(({ isRange }) => isRange))
      tell('open', { subject: { direction: 'ingress', protocol, ports }, evidence: [evidence] });
  },
});
