/** Checks for doors to the whole internet, one for each direction. */
import { defineCheck } from '@security-monkey/sdk';
import { attachments } from '../attachments.ts';
import { anything, attached, groupWith, tcp } from '../example.ts';
import { exposureOf } from '../exposure.ts';
import { openFamilies } from '../networks.ts';
import { type Direction, doorText, rulesOf } from '../rules.ts';
import { ec2SecurityGroup } from '../watcher.ts';

type InternetRule = {
  readonly direction: Direction;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
};

/** A check that reports each door that is open to all of IPv4 or all of IPv6, however the networks are cut. */
export function internetAccessCheck({ direction, title, why, fix }: InternetRule) {
  return defineCheck({
    id: `aws.ec2-security-group.internet-accessible-${direction}`,
    watcher: ec2SecurityGroup,
    version: 2,
    score: 10,
    category: 'internet-accessible',
    title,
    why,
    fix,
    links: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
    frameworks: {},
    messages: { open: `{door} is open to {principal} (${direction})` },
    needs: [attachments],
    examples: { good: goodExamples(direction), bad: badExamples(direction) },
    run: (context) => {
      const rules = rulesOf(context.config, direction);
      for (const rule of rules) {
        for (const { principal, networks } of openFamilies(rule, rules)) {
          const exposure = exposureOf(context, 10);
          context.report('open', {
            subject: { direction, ...rule.door, principal },
            details: { door: doorText(rule.door) },
            evidence: [...networks.map(({ evidence }) => evidence), ...exposure.evidence],
            score: exposure.score,
          });
        }
      }
    },
  });
}

function goodExamples(direction: Direction) {
  const related = attached();
  return [
    { name: 'no rules', config: groupWith(direction), related },
    { name: 'one address', config: groupWith(direction, tcp(443, '203.0.113.7/32')), related },
    { name: 'half of the internet', config: groupWith(direction, tcp(443, '0.0.0.0/1')), related },
    {
      name: 'two halves, at different doors',
      config: groupWith(direction, tcp(443, '0.0.0.0/1'), tcp(444, '128.0.0.0/1')),
      related,
    },
    {
      name: 'a prefix list',
      config: groupWith(direction, { ...tcp(443), PrefixListIds: [{ PrefixListId: 'pl-0a1b2c3d' }] }),
      related,
    },
    {
      name: 'the other direction only',
      config: groupWith(direction === 'ingress' ? 'egress' : 'ingress', tcp(443, '0.0.0.0/0')),
      related,
    },
  ];
}

function badExamples(direction: Direction) {
  const related = attached();
  const report = (protocol: string, ports: string, principal: string) => ({
    message: 'open' as const,
    subject: { direction, protocol, ports, principal },
  });
  return [
    {
      name: 'one port for IPv4 and IPv6',
      config: groupWith(direction, tcp(443, '0.0.0.0/0', '::/0')),
      related,
      reports: [report('tcp', '443', '0.0.0.0/0'), report('tcp', '443', '::/0')],
    },
    {
      name: 'everything',
      config: groupWith(direction, anything('0.0.0.0/0')),
      related,
      reports: [report('all', 'all', '0.0.0.0/0')],
    },
    {
      name: 'an address with prefix length 0',
      config: groupWith(direction, tcp([8000, 8999], '10.0.0.0/0')),
      related,
      reports: [report('tcp', '8000-8999', '0.0.0.0/0')],
    },
    {
      name: 'two halves at one door',
      config: groupWith(direction, tcp([0, 65_535], '128.0.0.0/1', '0.0.0.0/1')),
      related,
      reports: [report('tcp', 'all', '0.0.0.0/0')],
    },
    {
      name: 'two halves, the second by a wider rule',
      config: groupWith(direction, tcp(443, '0.0.0.0/1'), tcp([400, 500], '128.0.0.0/1')),
      related,
      reports: [report('tcp', '443', '0.0.0.0/0')],
    },
    {
      name: 'a narrow rule beside an open one, which alone is reported',
      config: groupWith(direction, tcp(443, '198.51.100.0/24'), anything('0.0.0.0/0')),
      related,
      reports: [report('all', 'all', '0.0.0.0/0')],
    },
    {
      name: 'a group that nothing uses',
      config: groupWith(direction, tcp(22, '0.0.0.0/0')),
      related: attached(false),
      reports: [{ ...report('tcp', '22', '0.0.0.0/0'), score: 0 }],
    },
  ];
}
