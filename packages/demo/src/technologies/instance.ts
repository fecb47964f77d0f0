/** The EC2 instances of the organisation: a server of each service. */
import { isoOf } from '../time/moment.ts';
import type { Dice } from '../world/dice.ts';
import { prefixOf, type Service, services, serviceTags, stageOf } from '../world/organisation.ts';
import type { Resource } from '../world/resource.ts';
import { groupId, vpcId } from './security-group.ts';

export type Instance = Resource & {
  readonly id: string;
  readonly image: string;
  readonly size: string;
  readonly launched: string;
  readonly vpc: string;
  readonly subnet: string;
  readonly groupId: string;
  readonly interfaceId: string;
  readonly volume: string;
  readonly address: string;
  /** Name of its instance profile. */
  readonly profile: string | undefined;
  /** Whether its metadata ask for a session token. */
  readonly tokens: 'required' | 'optional';
  readonly userData: string | undefined;
};

export function instancesOf(dice: Dice): readonly Instance[] {
  return services.map((service) => instanceOf(service, dice));
}

function instanceOf(service: Service, dice: Dice): Instance {
  const { account, region } = service;
  const key = `${account} ${service.name}`;
  const isProduction = stageOf(account) === 'prod';
  return {
    account,
    region,
    name: `${prefixOf(service)}-1`,
    tags: { Name: `${prefixOf(service)}-1`, ...serviceTags(service) },
    id: `i-${dice.hex(`instance ${key}`, 17)}`,
    image: `ami-${dice.hex(`image ${region}`, 17)}`,
    size: isProduction ? 'm7g.large' : 't4g.small',
    launched: isoOf(Date.UTC(2024, dice.below(`launch ${key}`, 12), 2, 7, 15)),
    vpc: vpcId(account, region, dice),
    subnet: `subnet-${dice.hex(`subnet ${account} ${region}`, 17)}`,
    groupId: groupId(service, dice),
    interfaceId: `eni-${dice.hex(`interface ${key}`, 17)}`,
    volume: `vol-${dice.hex(`volume ${key}`, 17)}`,
    address: `10.0.${dice.below(`net ${key}`, 8)}.${10 + dice.below(`host ${key}`, 200)}`,
    profile: stageOf(account) === 'data' ? undefined : `${prefixOf(service)}-runtime`,
    tokens: 'required',
    userData: `#!/bin/sh\nexec /opt/${service.name}/start --stage ${stageOf(account)}\n`,
  };
}
