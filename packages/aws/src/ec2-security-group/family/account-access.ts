/** Checks for references to security groups of other accounts, one for each direction and standing. */
import { type Category, defineCheck } from '@security-monkey/sdk';
import { nameOf, type Standing, standingOf } from '../../known-account.ts';
import { groupWith, knownWorld, tcp, tcpFromGroup } from '../example.ts';
import { type Direction, doorText, rulesOf } from '../rules.ts';
import { ec2SecurityGroup } from '../watcher.ts';

type AccountRule = {
  readonly direction: Direction;
  readonly standing: Exclude<Standing, 'own' | 'unknown'>;
};

const texts = {
  friendly: {
    category: 'friendly-cross-account' as Category,
    whose: 'another of our accounts',
    account: '222233334444',
    neighbour: '333344445555',
  },
  'third-party': {
    category: 'third-party-cross-account' as Category,
    whose: 'a third party',
    account: '333344445555',
    neighbour: '222233334444',
  },
};

const doing = { ingress: 'may connect', egress: 'may be connected to' };

/** A check that reports each door to groups of accounts of that standing. */
export function accountAccessCheck({ direction, standing }: AccountRule) {
  const { category, whose } = texts[standing];
  return defineCheck({
    id: `aws.ec2-security-group.${standing}-account-${direction}`,
    watcher: ec2SecurityGroup,
    version: 2,
    score: 0,
    category,
    title: `A security group of ${whose} ${doing[direction]}`,
    why: 'A reference to a group of a peered network trusts whatever that account puts into the group, now and later.',
    fix: 'Check that the peering and the reference are still wanted; otherwise remove the rule.',
    links: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html'],
    frameworks: {},
    messages: { allowed: `{name} ({principal}): {door} (${direction})` },
    examples: accountExamples({ direction, standing }),
    run: ({ config, item, world, report }) => {
      for (const { door, groups } of rulesOf(config, direction)) {
        const byAccount = Map.groupBy(groups, ({ account }) => account);
        for (const [account, references] of byAccount) {
          if (account === undefined || standingOf(account, item, world) !== standing) continue;
          report('allowed', {
            subject: { direction, ...door, principal: account },
            evidence: references.map(({ evidence }) => evidence),
            details: { name: nameOf(account, world) ?? account, door: doorText(door) },
          });
        }
      }
    },
  });
}

function accountExamples({ direction, standing }: AccountRule) {
  const { account, neighbour } = texts[standing];
  return {
    good: [
      {
        name: 'a group of the own account',
        config: groupWith(direction, tcpFromGroup(443, '111122223333', 'sg-own')),
        world: knownWorld,
      },
      {
        name: 'a group of an account of another standing, and networks',
        config: groupWith(direction, tcpFromGroup(443, neighbour, 'sg-theirs'), tcp(80, '0.0.0.0/0')),
        world: knownWorld,
      },
      {
        name: 'a group that has been deleted',
        config: groupWith(direction, { ...tcp(443), UserIdGroupPairs: [{ GroupId: 'sg-deleted' }] }),
        world: knownWorld,
      },
    ],
    bad: [
      {
        name: 'two groups of such an account at one door, one at another',
        config: groupWith(
          direction,
          tcpFromGroup(443, account, 'sg-theirs'),
          tcpFromGroup(443, account, 'sg-others-of-theirs'),
          tcpFromGroup(8443, account, 'sg-theirs'),
        ),
        world: knownWorld,
        reports: ['443', '8443'].map((ports) => ({
          message: 'allowed' as const,
          subject: { direction, protocol: 'tcp', ports, principal: account },
        })),
      },
    ],
  };
}
