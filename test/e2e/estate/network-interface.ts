/** A network interface of the estate that is there for its own sake, and how it is built. */
import {
  AllocateAddressCommand,
  AssociateAddressCommand,
  CreateNetworkInterfaceCommand,
  DescribeSubnetsCommand,
  type EC2Client,
} from '@aws-sdk/client-ec2';
import type { RegionName } from './known.ts';

export type NetworkInterfaceSpec = {
  /** Its tag `Name`. */
  readonly name: string;
  readonly region: RegionName;
  /** The security group that it uses. */
  readonly group: string;
  /** Whether an elastic address stands before it. */
  readonly isElastic?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
};

type InGroup = Omit<NetworkInterfaceSpec, 'region' | 'group'> & { readonly groupId: string };

/** Builds one in a subnet of the region's default network. */
export async function buildNetworkInterface(ec2: EC2Client, spec: InGroup): Promise<void> {
  const { name, groupId, isElastic, tags = {} } = spec;
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const { NetworkInterface } = await ec2.send(
    new CreateNetworkInterfaceCommand({
      SubnetId: Subnets[0]?.SubnetId,
      Groups: [groupId],
      TagSpecifications: [
        {
          ResourceType: 'network-interface',
          Tags: Object.entries({ Name: name, ...tags }).map(([Key, Value]) => ({ Key, Value })),
        },
      ],
    }),
  );
  if (!isElastic) return;
  const { AllocationId } = await ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }));
  const NetworkInterfaceId = NetworkInterface?.NetworkInterfaceId;
  await ec2.send(new AssociateAddressCommand({ AllocationId, NetworkInterfaceId }));
}
