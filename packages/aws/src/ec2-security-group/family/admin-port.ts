/** Checks for remote administration ports that are open to the internet, one for each address family. */
import { defineCheck } from '@security-monkey/sdk';
import { anything, groupWith, tcp } from '../example.ts';
import type { Everywhere } from '../networks.ts';
import { openPorts } from '../open-ports.ts';
import { ec2SecurityGroup } from '../watcher.ts';

type AdminRule = {
  readonly name: string;
  readonly principal: Everywhere;
  readonly family: 'IPv4' | 'IPv6';
  readonly control: string;
  /** For the examples: a network that is not the whole family, and the other family. */
  readonly narrow: string;
  readonly other: Everywhere;
};

const adminPorts = [
  { port: 22, service: 'SSH' },
  { port: 3389, service: 'RDP' },
];

/** A check that reports each administration port of each protocol that the whole family reaches, whether or not the group is used: so the benchmark wants it. */
export function adminPortCheck(rule: AdminRule) {
  return defineCheck({
    id: `aws.ec2-security-group.${rule.name}`,
    watcher: ec2SecurityGroup,
    version: 1,
    score: 9,
    category: 'internet-accessible',
    title: `A remote administration port is open to all of ${rule.family}`,
    why: 'SSH and RDP give the whole machine to whoever has, or guesses, one password or key. They are what is attacked first and most.',
    fix: 'Use Session Manager or EC2 Instance Connect Endpoint, or narrow the rule to the addresses of administrators.',
    links: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
    frameworks: { 'cis-aws-7.0': [rule.control] },
    messages: { open: '{service} ({protocol} {port}) is open to {principal}' },
    examples: adminExamples(rule),
    run: ({ config, report }) => {
      for (const { protocol, port, service, principal, evidence } of openPorts(config, adminPorts)) {
        if (principal !== rule.principal) continue;
        report('open', { subject: { protocol, port, principal }, evidence, details: { service } });
      }
    },
  });
}

function adminExamples({ principal, narrow, other }: AdminRule) {
  const report = (protocol: string, port: number) => ({
    message: 'open' as const,
    subject: { protocol, port, principal },
  });
  return {
    good: [
      {
        name: 'both ports for one network, another port for all',
        config: groupWith('ingress', tcp(22, narrow), tcp(3389, narrow), tcp(443, principal)),
      },
      {
        name: 'the ports beside them',
        config: groupWith('ingress', tcp([23, 3388], principal), tcp(21, principal)),
      },
      { name: 'port 0 only', config: groupWith('ingress', tcp(0, principal)) },
      { name: 'the other family', config: groupWith('ingress', tcp(22, other)) },
      { name: 'outwards only', config: groupWith('egress', tcp(22, principal)) },
    ],
    bad: [
      {
        name: 'SSH',
        config: groupWith('ingress', tcp(22, principal)),
        reports: [report('tcp', 22)],
      },
      {
        name: 'a range that holds both, and RDP again over UDP',
        config: groupWith('ingress', tcp([0, 65_535], principal), {
          ...tcp(3389, principal),
          IpProtocol: 'udp',
        }),
        reports: [report('tcp', 22), report('tcp', 3389), report('udp', 3389)],
      },
      {
        name: 'all protocols',
        config: groupWith('ingress', anything(principal)),
        reports: [report('all', 22), report('all', 3389)],
      },
      {
        name: 'two rules for one port',
        config: groupWith('ingress', tcp(22, principal), tcp([20, 25], principal)),
        reports: [report('tcp', 22)],
      },
    ],
  };
}
