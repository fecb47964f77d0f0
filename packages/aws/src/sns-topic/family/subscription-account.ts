/** Checks of subscriptions by other accounts, one for each way in which an account can stand to ours. */
import { type Category, defineCheck, parseArn, type RelatedItem } from '@security-monkey/sdk';
import { exampleWorld } from '../../example-world.ts';
import { nameOf, type Standing, standingOf } from '../../known-account.ts';
import { type Subscribed, subscribed, topic } from '../example.ts';
import { subscriptions } from '../subscriptions.ts';
import { snsTopic } from '../watcher.ts';

type SubscriptionRule = {
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

/** A check that reports every endpoint that an account of that standing has subscribed. */
export function subscriptionAccountCheck(rule: SubscriptionRule) {
  return defineCheck({
    id: `aws.sns-topic.subscription-${rule.standing}-account`,
    watcher: snsTopic,
    version: 1,
    score: rule.score,
    category: rule.category,
    title: rule.title,
    why: rule.why,
    fix: rule.fix,
    links: ['https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html'],
    frameworks: {},
    messages: { subscribed: '{name} gets every message by {protocol} at {endpoint}' },
    needs: [subscriptions],
    examples: subscriptionExamples(rule),
    run: ({ item, related, world, report }) => {
      const found = related(subscriptions)
        .all()
        .flatMap(subscribersOf)
        .filter(({ account }) => standingOf(account, item, world) === rule.standing);
      const byDoor = Map.groupBy(found, (subscriber) => JSON.stringify(subscriber));
      for (const [subject] of byDoor.values()) {
        if (subject === undefined) continue;
        const name = nameOf(subject.account, world) ?? `The account ${subject.account}`;
        report('subscribed', {
          subject,
          evidence: [{ path: `@${subscriptions}`, value: subject }],
          details: { name },
        });
      }
    },
  });
}

/**
 * Who gets the messages through which door; of webhooks, the host is the door. Both the account that made the subscription and
 * the one in which the endpoint lies get them.
 */
function subscribersOf({ value }: RelatedItem): readonly Subscriber[] {
  const text = (name: string): string => {
    const given = value[name];
    return typeof given === 'string' && given !== '' ? given : 'unknown';
  };
  const [protocol, endpoint] = [text('Protocol'), text('Endpoint')];
  const accounts = new Set([text('Owner'), parseArn(endpoint)?.account || text('Owner')]);
  return [...accounts].map((account) => ({ protocol, endpoint, account }));
}

type Subscriber = { readonly protocol: string; readonly endpoint: string; readonly account: string };

function subscriptionExamples({ reported, neighbour }: SubscriptionRule) {
  const own = '111122223333';
  const queueOf = (account: string) => `arn:aws:sqs:us-east-1:${account}:copies`;
  const hook = 'https://hooks.example.com';
  const example = (...all: readonly Subscribed[]) => ({
    config: topic(null),
    world: exampleWorld,
    related: subscribed(...all),
  });
  const report = (protocol: string, endpoint: string) => ({
    message: 'subscribed' as const,
    subject: { protocol, endpoint, account: reported },
  });
  return {
    good: [
      { name: 'nobody is subscribed', ...example() },
      { name: 'a queue of the own account', ...example([own, 'sqs', queueOf(own)]) },
      {
        name: 'a mail address, subscribed by the own account',
        ...example([own, 'email', 'ops@example.com']),
      },
      {
        name: 'a queue of an account of another standing',
        ...example([neighbour, 'sqs', queueOf(neighbour)]),
      },
    ],
    bad: [
      {
        name: 'a queue and two webhooks of one host, subscribed by such an account',
        ...example(
          [reported, 'sqs', queueOf(reported)],
          [reported, 'https', hook],
          [reported, 'https', hook],
          [neighbour, 'sqs', queueOf(neighbour)],
        ),
        reports: [report('sqs', queueOf(reported)), report('https', hook)],
      },
      {
        name: 'a queue of such an account, subscribed by the own one',
        ...example([own, 'sqs', queueOf(reported)]),
        reports: [report('sqs', queueOf(reported))],
      },
      {
        name: 'a queue of the own account, subscribed by such an account',
        ...example([reported, 'sqs', queueOf(own)]),
        reports: [report('sqs', queueOf(own))],
      },
    ],
  };
}
