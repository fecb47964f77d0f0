/** Checks of grants to other accounts, one for each way in which an account can stand to ours. */
import { type Category, defineCheck } from '@security-monkey/sdk';
import { exampleWorld } from '../../example-world.ts';
import { nameOf, type Standing, standingOf } from '../../known-account.ts';
import { type Granted, granted, key } from '../example.ts';
import { granteeOf } from '../grantee.ts';
import { grants } from '../grants.ts';
import { isOfAws } from '../of-aws.ts';
import { kmsKey } from '../watcher.ts';

type GrantRule = {
  readonly standing: Exclude<Standing, 'own'>;
  readonly score: number;
  readonly category: Category;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** Accounts for the examples: one that is reported, and one that another check of the family reports. */
  readonly reported: string;
  readonly neighbour: string;
};

/** A check that reports every account of that standing with the operations that grants give it. */
export function grantAccountCheck(rule: GrantRule) {
  return defineCheck({
    id: `aws.kms-key.grant-${rule.standing}-account`,
    watcher: kmsKey,
    version: 1,
    score: rule.score,
    category: rule.category,
    title: rule.title,
    why: rule.why,
    fix: rule.fix,
    links: ['https://docs.aws.amazon.com/kms/latest/developerguide/grants.html'],
    frameworks: {},
    messages: { granted: '{name} may {operations} by a grant' },
    needs: [grants],
    examples: grantExamples(rule),
    run: ({ config, item, related, world, report }) => {
      if (isOfAws(config)) return;
      const found = related(grants)
        .all()
        .flatMap((grant) => granteeOf(grant) ?? [])
        .filter(({ account }) => standingOf(account, item, world) === rule.standing);
      const byDoor = Map.groupBy(found, ({ account, operations }) => JSON.stringify([account, operations]));
      for (const grantees of byDoor.values()) {
        const [first] = grantees;
        if (first === undefined) continue;
        const { account, operations } = first;
        const principals = [...new Set(grantees.map(({ principal }) => principal))];
        report('granted', {
          subject: { account, operations },
          evidence: principals.map((principal) => ({
            path: `@${grants}`,
            value: { GranteePrincipal: principal, Operations: operations },
          })),
          details: { name: nameOf(account, world) ?? account },
        });
      }
    },
  });
}

function grantExamples({ reported, neighbour }: GrantRule) {
  const role = (account: string, name = 'reader') => `arn:aws:iam::${account}:role/${name}`;
  const example = (...all: readonly Granted[]) => ({
    config: key({}),
    world: exampleWorld,
    related: granted(...all),
  });
  return {
    good: [
      { name: 'no grants', ...example() },
      { name: 'a role of the own account', ...example([role('111122223333'), 'Decrypt']) },
      { name: 'an account of another standing', ...example([role(neighbour), 'Decrypt']) },
      { name: 'a service', ...example(['dynamodb.us-east-1.amazonaws.com', 'Decrypt']) },
      { name: 'a role that is deleted', ...example(['AROAEXAMPLEEXAMPLEXY', 'Decrypt']) },
      {
        name: 'a key of AWS, whose grants nobody here can revoke',
        ...example([role(reported), 'Decrypt']),
        config: key({ KeyManager: 'AWS' }),
      },
    ],
    bad: [
      {
        name: 'two roles of such an account with the same operations in another order, and one with others',
        ...example(
          [role(reported), 'Decrypt', 'Encrypt'],
          [role(reported, 'writer'), 'Encrypt', 'Decrypt'],
          [role(reported), 'CreateGrant'],
          [role(neighbour), 'CreateGrant'],
        ),
        reports: ['Decrypt, Encrypt', 'CreateGrant'].map((operations) => ({
          message: 'granted' as const,
          subject: { account: reported, operations },
        })),
      },
    ],
  };
}
