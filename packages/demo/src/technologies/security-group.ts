/** The EC2 security groups of the organisation: one for each service, and the default one of each network. */
import type { Dice } from '../world/dice.ts';
import { accounts, prefixOf, regions, type Service, services, serviceTags } from '../world/organisation.ts';
import type { Resource } from '../world/resource.ts';

export type Rule = {
  readonly protocol: string;
  readonly from?: number;
  readonly to?: number;
  readonly networks?: readonly string[];
  readonly networks6?: readonly string[];
  /** Ids of groups of the same account. */
  readonly groups?: readonly string[];
  readonly note?: string;
};

export type SecurityGroup = Resource & {
  readonly id: string;
  readonly description: string;
  readonly vpc: string;
  readonly ingress: readonly Rule[];
  readonly egress: readonly Rule[];
};

const everywhere: Rule = { protocol: '-1', networks: ['0.0.0.0/0'] };

export function securityGroupsOf(dice: Dice): readonly SecurityGroup[] {
  return [
    ...services.map((service) => groupOf(service, dice)),
    ...accounts.flatMap(({ number }) => regions.map((region) => defaultOf(number, region, dice))),
  ];
}

function groupOf(service: Service, dice: Dice): SecurityGroup {
  const { account, region } = service;
  return {
    account,
    region,
    name: prefixOf(service),
    tags: serviceTags(service),
    id: groupId(service, dice),
    description: `What may reach ${service.name}`,
    vpc: vpcId(account, region, dice),
    ingress: [
      { protocol: 'tcp', from: 8443, to: 8443, networks: ['10.0.0.0/16'], note: 'load balancer' },
      { protocol: 'tcp', from: 22, to: 22, networks: ['10.0.250.0/24'], note: 'bastion' },
    ],
    egress: [{ protocol: 'tcp', from: 443, to: 443, networks: ['10.0.0.0/16'], note: 'proxy' }],
  };
}

function defaultOf(account: string, region: string, dice: Dice): SecurityGroup {
  const id = `sg-${dice.hex(`default group ${account} ${region}`, 17)}`;
  return {
    account,
    region,
    name: 'default',
    tags: {},
    id,
    description: 'default VPC security group',
    vpc: vpcId(account, region, dice),
    ingress: [{ protocol: '-1', groups: [id] }],
    egress: [everywhere],
  };
}

export function groupId(service: Service, dice: Dice): string {
  return `sg-${dice.hex(`group ${service.account} ${service.name}`, 17)}`;
}

export function vpcId(account: string, region: string, dice: Dice): string {
  return `vpc-${dice.hex(`vpc ${account} ${region}`, 17)}`;
}
