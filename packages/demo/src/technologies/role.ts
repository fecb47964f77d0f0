/** The IAM roles of the organisation: of each service's workers, and those by which people and partners come in. */
import { isoOf } from '../time/moment.ts';
import type { Dice } from '../world/dice.ts';
import {
  accounts,
  homeRegion,
  outsiders,
  prefixOf,
  production,
  type Service,
  services,
  serviceTags,
  stageOf,
} from '../world/organisation.ts';
import { type Document, documentOf, rootOf, type Statement } from '../world/policy.ts';
import type { Resource } from '../world/resource.ts';
import { awsPolicyArn } from './managed-policy.ts';

export type Role = Resource & {
  readonly id: string;
  readonly created: string;
  readonly description: string;
  readonly trust: Document;
  /** ARNs of managed policies. */
  readonly attached: readonly string[];
  /** Name of its instance profile. */
  readonly profile: string | undefined;
  /** How many days ago it was last used. */
  readonly usedBefore: number | undefined;
};

export function rolesOf(dice: Dice): readonly Role[] {
  return [
    ...services.map((service) => runtimeOf(service, dice)),
    ...accounts.flatMap(({ number }) => peopleRoles(number, dice)),
    partnerRole(dice),
  ];
}

function runtimeOf(service: Service, dice: Dice): Role {
  const name = `${prefixOf(service)}-runtime`;
  return {
    ...roleOf(service.account, name, dice),
    tags: serviceTags(service),
    description: `What ${service.name} runs as`,
    trust: documentOf(assumedBy({ Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'] })),
    attached: [`arn:aws:iam::${service.account}:policy/${prefixOf(service)}-access`],
    profile: stageOf(service.account) === 'data' ? undefined : name,
    usedBefore: 0,
  };
}

function peopleRoles(account: string, dice: Dice): readonly Role[] {
  return [
    {
      ...roleOf(account, 'SecurityMonkey', dice),
      description: 'By which Security Monkey looks at this account',
      attached: [awsPolicyArn('SecurityAudit')],
      usedBefore: 0,
    },
    {
      ...roleOf(account, 'break-glass', dice),
      description: 'For emergencies; every use is reviewed',
      attached: [awsPolicyArn('AdministratorAccess')],
      usedBefore: 140,
    },
  ];
}

/** Comes in without an external id, as was usual when it was made. */
function partnerRole(dice: Dice): Role {
  return {
    ...roleOf(production, 'partner-settlement', dice),
    description: 'The payment provider fetches settlement files',
    trust: documentOf(assumedBy({ AWS: rootOf(outsiders.payments) })),
    attached: [awsPolicyArn('ReadOnlyAccess')],
    usedBefore: 1,
  };
}

function roleOf(account: string, name: string, dice: Dice): Role {
  return {
    account,
    region: homeRegion,
    name,
    tags: {},
    id: `AROA${dice.letters(`role ${account} ${name}`, 17)}`,
    created: isoOf(Date.UTC(2024, 1, 20, 13)),
    description: '',
    trust: documentOf(assumedBy({ AWS: rootOf(account) })),
    attached: [],
    profile: undefined,
    usedBefore: undefined,
  };
}

export function assumedBy(principal: NonNullable<Statement['principal']>): Statement {
  return { principal, actions: ['sts:AssumeRole'] };
}
