/** The managed policies of the organisation: one for each service, and those of AWS that it uses. */
import { isoOf } from '../time/moment.ts';
import type { Dice } from '../world/dice.ts';
import { accounts, homeRegion, prefixOf, type Service, services } from '../world/organisation.ts';
import { type Document, documentOf } from '../world/policy.ts';
import type { Resource } from '../world/resource.ts';
import { bucketName } from './bucket.ts';

export type ManagedPolicy = Resource & {
  readonly id: string;
  readonly arn: string;
  readonly created: string;
  /** Number of the version in force. */
  readonly version: number;
  readonly document: Document;
};

export function policiesOf(dice: Dice): readonly ManagedPolicy[] {
  return [
    ...services.map((service) => policyOf(service, dice)),
    ...accounts.flatMap(({ number }) => Object.keys(ofAws).map((name) => awsPolicy(number, name, dice))),
  ];
}

function policyOf(service: Service, dice: Dice): ManagedPolicy {
  const { account, region } = service;
  const name = `${prefixOf(service)}-access`;
  return {
    account,
    region: homeRegion,
    name,
    tags: {},
    id: `ANPA${dice.letters(`policy ${account} ${name}`, 17)}`,
    arn: `arn:aws:iam::${account}:policy/${name}`,
    created: isoOf(Date.UTC(2024, 2, 5, 11)),
    version: 1,
    document: documentOf(
      {
        sid: 'OwnData',
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: [`arn:aws:s3:::${bucketName(service)}/*`],
      },
      {
        sid: 'OwnQueue',
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [`arn:aws:sqs:${region}:${account}:${prefixOf(service)}-*`],
      },
    ),
  };
}

/** In the demo's own words: what each of them allows, shortened to what tells them apart. */
const ofAws: Readonly<Record<string, Document>> = {
  AdministratorAccess: documentOf({ actions: ['*'], resources: ['*'] }),
  ReadOnlyAccess: documentOf({ actions: ['ec2:Describe*', 's3:List*', 'iam:List*'], resources: ['*'] }),
  SecurityAudit: documentOf({ actions: ['iam:Get*', 'iam:List*', 'ec2:Describe*'], resources: ['*'] }),
  AWSSupportAccess: documentOf({ actions: ['support:*'], resources: ['*'] }),
  AWSCompromisedKeyQuarantineV3: documentOf({
    effect: 'Deny',
    actions: ['ec2:RunInstances', 'iam:CreateUser', 'iam:CreateAccessKey', 'organizations:CreateAccount'],
    resources: ['*'],
  }),
};

function awsPolicy(account: string, name: string, dice: Dice): ManagedPolicy {
  return {
    account,
    region: homeRegion,
    name,
    tags: {},
    id: `ANPA${dice.letters(`aws policy ${name}`, 17)}`,
    arn: awsPolicyArn(name),
    created: isoOf(Date.UTC(2021, 1, 6, 18)),
    version: 3,
    document: ofAws[name] ?? documentOf(),
  };
}

export function awsPolicyArn(name: string): string {
  return `arn:aws:iam::aws:policy/${name}`;
}
