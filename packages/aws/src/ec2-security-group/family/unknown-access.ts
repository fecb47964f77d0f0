/** Checks for networks and accounts that nobody here knows, one for each direction. */
import { type CheckContext, defineCheck, type Evidence } from '@security-monkey/sdk';
import { standingOf } from '../../known-account.ts';
import { attachments } from '../attachments.ts';
import type { SecurityGroupConfig } from '../config.ts';
import { attached, groupWith, knownWorld, tcp, tcpFromGroup } from '../example.ts';
import { exposureOf } from '../exposure.ts';
import { byText, unknownNetworks } from '../networks.ts';
import { type Direction, doorText, type Rule, rulesOf } from '../rules.ts';
import { ec2SecurityGroup } from '../watcher.ts';

const doing = { ingress: 'may connect', egress: 'may be connected to' };

/** A check that reports public networks off the allow-list and groups of accounts off record, each at each door. */
export function unknownAccessCheck(direction: Direction) {
  return defineCheck({
    id: `aws.ec2-security-group.unknown-access-${direction}`,
    watcher: ec2SecurityGroup,
    version: 2,
    score: 10,
    category: 'unknown-access',
    title: `Somebody unknown ${doing[direction]}`,
    why: 'The rule names a public network that is not on the allow-list, or a security group of an account that is not on record. Nobody can tell whether it is wanted.',
    fix: 'Find out whose it is. Put the network on the allow-list or the account on record, or remove the rule.',
    links: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
    frameworks: {},
    messages: {
      network: `{principal}: {door} (${direction})`,
      account: `Account {principal}: {door} (${direction})`,
    },
    needs: [attachments],
    examples: { good: goodExamples(direction), bad: badExamples(direction) },
    run: (context) => {
      const rules = rulesOf(context.config, direction);
      for (const rule of rules) {
        for (const { message, principal, evidence } of strangersAt(rule, rules, context)) {
          const exposure = exposureOf(context, 10);
          context.report(message, {
            subject: { direction, ...rule.door, principal },
            details: { door: doorText(rule.door) },
            evidence: [...evidence, ...exposure.evidence],
            score: exposure.score,
          });
        }
      }
    },
  });
}

type Stranger = {
  readonly message: 'network' | 'account';
  readonly principal: string;
  readonly evidence: readonly Evidence[];
};

function strangersAt(
  rule: Rule,
  rules: readonly Rule[],
  { item, world }: CheckContext<SecurityGroupConfig>,
): readonly Stranger[] {
  const networks = [...byText(unknownNetworks(rule, rules, world))];
  const accounts = [...Map.groupBy(rule.groups, ({ account }) => account ?? '')].filter(
    ([account]) => /^\d{12}$/.test(account) && standingOf(account, item, world) === 'unknown',
  );
  return [
    ...networks.map(([principal, found]) => stranger('network', principal, found)),
    ...accounts.map(([principal, found]) => stranger('account', principal, found)),
  ];
}

function stranger(
  message: Stranger['message'],
  principal: string,
  found: readonly { readonly evidence: Evidence }[],
): Stranger {
  return { message, principal, evidence: found.map(({ evidence }) => evidence) };
}

function goodExamples(direction: Direction) {
  const related = attached();
  return [
    {
      name: 'private networks and groups of our accounts',
      config: groupWith(
        direction,
        tcp(443, '10.20.0.0/16', '100.64.0.0/10', 'fd00::/8'),
        tcpFromGroup(443, '222233334444', 'sg-theirs'),
      ),
      related,
      world: knownWorld,
    },
    {
      name: 'networks within the allow-list, one of them across two entries',
      config: groupWith(direction, tcp(22, '203.0.113.7/32', '198.51.100.0/24')),
      related,
      world: {
        networks: [
          { name: 'office', cidr: '203.0.113.0/24' },
          { name: 'left', cidr: '198.51.100.0/25' },
          { name: 'right', cidr: '198.51.100.128/25' },
        ],
      },
    },
    {
      name: 'the whole internet, which another check reports',
      config: groupWith(direction, tcp(443, '0.0.0.0/1', '128.0.0.0/1', '::/0')),
      related,
    },
    {
      name: 'a load balancer of EC2-Classic, which AWS owns',
      config: groupWith(direction, tcpFromGroup(80, 'amazon-elb', 'sg-843f59ed')),
      related,
    },
  ];
}

function badExamples(direction: Direction) {
  const related = attached();
  const report = (message: Stranger['message'], ports: string, principal: string) => ({
    message,
    subject: { direction, protocol: 'tcp', ports, principal },
  });
  return [
    {
      name: 'a public network beside one on the allow-list',
      config: groupWith(direction, tcp(22, '203.0.113.7/32', '198.51.100.9/24', '2001:db8::/64')),
      related,
      world: { networks: [{ name: 'office', cidr: '203.0.113.0/24' }] },
      reports: [report('network', '22', '198.51.100.0/24'), report('network', '22', '2001:db8::/64')],
    },
    {
      name: 'a network that is wider than the allow-list',
      config: groupWith(direction, tcp(22, '203.0.112.0/23')),
      related,
      world: { networks: [{ name: 'office', cidr: '203.0.113.0/24' }] },
      reports: [report('network', '22', '203.0.112.0/23')],
    },
    {
      name: 'a group of an account off record',
      config: groupWith(direction, tcpFromGroup(5432, '999988887777', 'sg-strange')),
      related,
      world: knownWorld,
      reports: [report('account', '5432', '999988887777')],
    },
    {
      name: 'a group that nothing uses',
      config: groupWith(direction, tcp(22, '203.0.113.7/32')),
      related: attached(false),
      reports: [{ ...report('network', '22', '203.0.113.7/32'), score: 0 }],
    },
  ];
}
