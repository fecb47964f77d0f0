/** The Lambda functions of the organisation: the worker of each service. */
import type { Dice } from '../world/dice.ts';
import { prefixOf, type Service, services, serviceTags, stageOf } from '../world/organisation.ts';
import { type Document, documentOf, roleArn } from '../world/policy.ts';
import type { Resource } from '../world/resource.ts';

export type LambdaFunction = Resource & {
  readonly arn: string;
  readonly role: string;
  readonly policy: Document | undefined;
  /** How its URL asks for credentials; undefined where it has no URL. */
  readonly url: 'NONE' | 'AWS_IAM' | undefined;
  readonly urlHost: string;
  /** The queue whose messages it takes. */
  readonly source: string;
  readonly mapping: string;
  /** When it was last deployed, in milliseconds since the epoch. */
  readonly deployed: number;
  /** Digest of its code. */
  readonly code: string;
};

export function functionsOf(dice: Dice): readonly LambdaFunction[] {
  return services.map((service) => functionOf(service, dice));
}

function functionOf(service: Service, dice: Dice): LambdaFunction {
  const { account, region } = service;
  const name = `${prefixOf(service)}-worker`;
  const arn = `arn:aws:lambda:${region}:${account}:function:${name}`;
  return {
    account,
    region,
    name,
    tags: serviceTags(service),
    arn,
    role: roleArn(account, `${prefixOf(service)}-runtime`),
    policy: stageOf(account) === 'staging' ? undefined : schedulePolicy(arn, account),
    url: undefined,
    urlHost: dice.letters(`url ${arn}`, 32).toLowerCase(),
    source: `arn:aws:sqs:${region}:${account}:${prefixOf(service)}-events`,
    mapping: dice.uuid(`mapping ${arn}`),
    deployed: Date.UTC(2025, 0, 1),
    code: dice.hex(`code ${arn}`, 64),
  };
}

/** Allows the account's own schedules. */
function schedulePolicy(arn: string, account: string): Document {
  return documentOf({
    sid: 'Schedule',
    principal: { Service: 'events.amazonaws.com' },
    actions: ['lambda:InvokeFunction'],
    resources: [arn],
    condition: { StringEquals: { 'aws:SourceAccount': account } },
  });
}
