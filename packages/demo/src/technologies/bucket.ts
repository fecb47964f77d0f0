/** The S3 buckets of the organisation: one for each service, and one for the logs of each account and region. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Dice } from '../world/dice.ts';
import {
  accounts,
  homeRegion,
  prefixOf,
  type Service,
  services,
  serviceTags,
  stageOf,
} from '../world/organisation.ts';
import { type Document, documentOf } from '../world/policy.ts';
import type { Resource } from '../world/resource.ts';

export type Bucket = Resource & {
  readonly created: string;
  readonly policy: Document | undefined;
  /** Whether public access is blocked; undefined where nobody has decided. */
  readonly block: boolean | undefined;
  /** Grants of its access control list, beside the owner's own. */
  readonly grants: readonly JsonObject[];
  readonly versioned: boolean;
  readonly logsTo: string | undefined;
};

export function bucketsOf(dice: Dice): readonly Bucket[] {
  return [
    ...services.map((service) => bucketOf(service, dice)),
    ...accounts.map(({ number }) => logsOf(number)),
  ];
}

function bucketOf(service: Service, dice: Dice): Bucket {
  const name = bucketName(service);
  const day = 1 + dice.below(`created ${name}`, 28);
  return {
    account: service.account,
    region: service.region,
    name,
    tags: serviceTags(service),
    created: new Date(Date.UTC(2024, dice.below(`month ${name}`, 12), day, 9, 30)).toISOString(),
    policy: documentOf(overTlsOnly(name)),
    block: true,
    grants: [],
    versioned: stageOf(service.account) !== 'staging',
    // Logs lie in the region of what they tell of.
    logsTo: service.region === homeRegion ? logsName(service.account) : undefined,
  };
}

/** Such as `shop-prod-checkout-data`. */
export function bucketName(service: Service): string {
  return `shop-${prefixOf(service)}-data`;
}

function logsName(account: string): string {
  return `shop-${stageOf(account)}-access-logs`;
}

function logsOf(account: string): Bucket {
  return {
    account,
    region: homeRegion,
    name: logsName(account),
    tags: { service: 'logging', team: 'platform', owner: 'nils.berg', stage: stageOf(account) },
    created: '2023-11-06T08:00:00.000Z',
    policy: documentOf(overTlsOnly(logsName(account))),
    block: true,
    grants: [],
    versioned: true,
    logsTo: undefined,
  };
}

function overTlsOnly(name: string) {
  return {
    sid: 'OverTlsOnly',
    effect: 'Deny',
    principal: '*',
    actions: ['s3:*'],
    resources: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
    condition: { Bool: { 'aws:SecureTransport': 'false' } },
  } as const;
}
