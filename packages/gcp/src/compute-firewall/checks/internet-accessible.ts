/** Firewall rules that let the whole internet in. */
import { defineCheck } from '@security-monkey/sdk';
import { doorsOf, everywhereOf } from '../doors.ts';
import { rule, tcp } from '../example.ts';
import { computeFirewall } from '../watcher.ts';

const report = (protocol: string, ports: string, principal = '0.0.0.0/0') => ({
  message: 'open' as const,
  subject: { direction: 'ingress', protocol, ports, principal },
});

export const internetAccessible = defineCheck({
  id: 'gcp.compute-firewall.internet-accessible',
  watcher: computeFirewall,
  version: 1,
  score: 7,
  category: 'internet-accessible',
  title: 'The rule lets everybody in',
  why: 'Whatever listens at these ports on the machines that the rule is for is found by scanners within minutes and tried by everybody. Whether a machine has an address by which it is reached is another setting, which changes without this rule.',
  fix: 'Name the networks that need it. For administration use Identity-Aware Proxy, whose only source is 35.235.240.0/20; for a service use a load balancer and let in its ranges only.',
  links: [
    'https://cloud.google.com/firewall/docs/firewalls#sources',
    'https://cloud.google.com/iap/docs/using-tcp-forwarding#create-firewall-rule',
  ],
  frameworks: {},
  messages: { open: '{protocol} {ports} is open to {principal}' },
  examples: {
    good: [
      { name: 'a private network', config: rule() },
      { name: 'half of the internet', config: rule({ sourceRanges: ['0.0.0.0/1'] }) },
      { name: 'a rule that is off', config: rule({ sourceRanges: ['0.0.0.0/0'], disabled: true }) },
      {
        name: 'a rule that denies',
        config: rule({ sourceRanges: ['0.0.0.0/0'], allowed: [], denied: [tcp()] }),
      },
      {
        name: 'what goes out',
        config: rule({ direction: 'EGRESS', sourceRanges: [], destinationRanges: ['0.0.0.0/0'] }),
      },
      { name: 'machines with a tag only', config: rule({ sourceRanges: [], sourceTags: ['lb'] }) },
    ],
    bad: [
      { name: 'one port', config: rule({ sourceRanges: ['0.0.0.0/0'] }), reports: [report('tcp', '443')] },
      {
        name: 'IPv6, beside a tag that narrows nothing',
        config: rule({ sourceRanges: ['::/0'], sourceTags: ['lb'] }),
        reports: [report('tcp', '443', '::/0')],
      },
      {
        name: 'two halves',
        config: rule({ sourceRanges: ['0.0.0.0/1', '128.0.0.0/1'] }),
        reports: [report('tcp', '443')],
      },
      {
        name: 'everything, by a rule without any source',
        config: rule({ sourceRanges: [], allowed: [{ IPProtocol: 'all' }] }),
        reports: [report('all', 'all')],
      },
      {
        name: 'several doors, one by the number of its protocol',
        config: rule({
          sourceRanges: ['0.0.0.0/0', '10.0.0.0/8'],
          allowed: [tcp('22', '8000-8080'), { IPProtocol: '17', ports: ['53'] }, { IPProtocol: 'icmp' }],
        }),
        reports: [
          report('tcp', '22'),
          report('tcp', '8000-8080'),
          report('udp', '53'),
          report('icmp', 'all'),
        ],
      },
    ],
  },
  run: ({ config, report: tell }) => {
    for (const { principal, evidence } of everywhereOf(config))
      for (const door of doorsOf(config)) {
        const { protocol, ports } = door;
        tell('open', {
          subject: { direction: 'ingress', protocol, ports, principal },
          evidence: [door.evidence, ...evidence],
        });
      }
  },
});
