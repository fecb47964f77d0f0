/** The SQS queues of the organisation: one for each service, and one for the letters that it cannot deliver. */
import { isoOf } from '../time/moment.ts';
import type { Dice } from '../world/dice.ts';
import { prefixOf, type Service, services, serviceTags } from '../world/organisation.ts';
import { type Document, documentOf, rootOf } from '../world/policy.ts';
import type { Resource } from '../world/resource.ts';

export type Queue = Resource & {
  readonly arn: string;
  readonly created: string;
  readonly policy: Document | undefined;
  /** ARN of the queue for dead letters. */
  readonly deadLetters: string | undefined;
};

export function queuesOf(dice: Dice): readonly Queue[] {
  return services.flatMap((service) => {
    const dead = queueOf(service, `${prefixOf(service)}-dead-letters`, dice);
    const events = queueOf(service, `${prefixOf(service)}-events`, dice);
    return [{ ...events, policy: ownPolicy(events), deadLetters: dead.arn }, dead];
  });
}

function queueOf(service: Service, name: string, dice: Dice): Queue {
  const { account, region } = service;
  return {
    account,
    region,
    name,
    tags: serviceTags(service),
    arn: `arn:aws:sqs:${region}:${account}:${name}`,
    created: isoOf(Date.UTC(2024, dice.below(`queue ${account} ${name}`, 12), 4, 10)),
    policy: undefined,
    deadLetters: undefined,
  };
}

function ownPolicy({ account, arn }: Queue): Document {
  return documentOf({
    sid: 'OwnAccount',
    principal: { AWS: rootOf(account) },
    actions: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
    resources: [arn],
  });
}
