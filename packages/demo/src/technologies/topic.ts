/** The SNS topics of the organisation: the alarms of each service. */
import type { Dice } from '../world/dice.ts';
import { prefixOf, type Service, services, serviceTags } from '../world/organisation.ts';
import { type Document, documentOf } from '../world/policy.ts';
import type { Resource } from '../world/resource.ts';

export type Subscription = {
  readonly arn: string;
  readonly owner: string;
  readonly protocol: string;
  readonly endpoint: string;
};

export type Topic = Resource & {
  readonly arn: string;
  readonly policy: Document;
  readonly subscriptions: readonly Subscription[];
};

export function topicsOf(dice: Dice): readonly Topic[] {
  return services.map((service) => topicOf(service, dice));
}

function topicOf(service: Service, dice: Dice): Topic {
  const { account, region, team } = service;
  const name = `${prefixOf(service)}-alarms`;
  const arn = `arn:aws:sns:${region}:${account}:${name}`;
  const mail = { owner: account, protocol: 'email', endpoint: `${team}-oncall@shop.example` };
  return {
    account,
    region,
    name,
    tags: serviceTags(service),
    arn,
    policy: documentOf({
      sid: 'OwnAccount',
      principal: { AWS: '*' },
      actions: ['SNS:Publish', 'SNS:Subscribe', 'SNS:GetTopicAttributes'],
      resources: [arn],
      condition: { StringEquals: { 'AWS:SourceOwner': account } },
    }),
    subscriptions: [{ arn: `${arn}:${dice.uuid(`subscription ${arn}`)}`, ...mail }],
  };
}
