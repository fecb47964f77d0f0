/** The network interfaces of the organisation: of each server, and of the load balancer before it. */
import type { Dice } from '../world/dice.ts';
import type { Resource } from '../world/resource.ts';
import { type Instance, instancesOf } from './instance.ts';

export type NetworkInterface = Resource & {
  readonly id: string;
  readonly description: string;
  readonly vpc: string;
  readonly subnet: string;
  readonly groupId: string;
  readonly address: string;
  /** The instance that has it; undefined for those of load balancers. */
  readonly instance: string | undefined;
};

export function interfacesOf(dice: Dice): readonly NetworkInterface[] {
  return instancesOf(dice).flatMap((instance) => [ofServer(instance), ofBalancer(instance, dice)]);
}

function ofServer({
  account,
  region,
  name,
  tags,
  vpc,
  subnet,
  groupId,
  ...instance
}: Instance): NetworkInterface {
  const { interfaceId: id, id: owner, address } = instance;
  return { account, region, name, tags, id, description: '', vpc, subnet, groupId, address, instance: owner };
}

function ofBalancer(server: Instance, dice: Dice): NetworkInterface {
  const { account, name } = server;
  return {
    ...ofServer(server),
    tags: {},
    id: `eni-${dice.hex(`balancer ${account} ${name}`, 17)}`,
    description: `ELB app/${name}/${dice.hex(`balancer id ${account} ${name}`, 16)}`,
    address: `10.0.100.${10 + dice.below(`balancer host ${account} ${name}`, 200)}`,
    instance: undefined,
  };
}
