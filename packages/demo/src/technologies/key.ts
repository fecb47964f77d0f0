/** The KMS keys of the organisation: one for each service. */
import { isoOf } from '../time/moment.ts';
import type { Dice } from '../world/dice.ts';
import { prefixOf, type Service, services, serviceTags, stageOf } from '../world/organisation.ts';
import { type Document, documentOf, rootOf } from '../world/policy.ts';
import type { Resource } from '../world/resource.ts';

export type Grant = {
  readonly id: string;
  /** ARN of who may use the key by it. */
  readonly grantee: string;
  readonly operations: readonly string[];
};

export type Key = Resource & {
  readonly id: string;
  readonly created: string;
  readonly policy: Document;
  readonly rotates: boolean;
  readonly grants: readonly Grant[];
};

export function keysOf(dice: Dice): readonly Key[] {
  return services.map((service) => keyOf(service, dice));
}

/** Its name is the one that its alias gives it. */
function keyOf(service: Service, dice: Dice): Key {
  const { account, region } = service;
  return {
    account,
    region,
    name: prefixOf(service),
    tags: serviceTags(service),
    id: dice.uuid(`key ${account} ${service.name}`),
    created: isoOf(Date.UTC(2024, dice.below(`key month ${account} ${service.name}`, 12), 11, 14)),
    policy: documentOf({
      sid: 'LeftToIam',
      principal: { AWS: rootOf(account) },
      actions: ['kms:*'],
      resources: ['*'],
    }),
    rotates: stageOf(account) === 'prod',
    grants: [],
  };
}
