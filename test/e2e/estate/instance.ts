/** An EC2 instance of the estate as it is written down, and how it is built. What is not written is as safe as it can be. */
import {
  CreateTagsCommand,
  DeleteNetworkInterfaceCommand,
  type EC2Client,
  type Instance,
  RunInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { groupIdOf } from './group.ts';
import type { RegionName } from './known.ts';

export type InstanceSpec = {
  /** Its tag `Name`, unless it goes without. */
  readonly name: string;
  readonly region: RegionName;
  /** The security group that its interface uses. */
  readonly group: string;
  readonly isNameless?: boolean;
  /** An instance profile; `null` for none. */
  readonly profile?: string | null;
  /** Of the metadata service: version 2 by default. */
  readonly metadata?: 'version 1' | 'off';
  readonly userData?: Uint8Array | string;
  readonly end?: 'stopped' | 'terminated';
  readonly tags?: Readonly<Record<string, string>>;
};

const metadataOptions = {
  'version 1': { HttpTokens: 'optional', HttpEndpoint: 'enabled' },
  'version 2': { HttpTokens: 'required', HttpEndpoint: 'enabled' },
  off: { HttpTokens: 'optional', HttpEndpoint: 'disabled' },
} as const;

/** Builds one in the region's default network; gives the ids of it and its interface with what the tables call them. */
export async function buildInstance(
  ec2: EC2Client,
  spec: InstanceSpec,
): Promise<ReadonlyMap<string, string>> {
  const { name, profile = 'machine', metadata = 'version 2', userData, end } = spec;
  const { Instances = [] } = await ec2.send(
    new RunInstancesCommand({
      ImageId: 'ami-12345678',
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      SecurityGroupIds: [await groupIdOf(ec2, spec.group)],
      MetadataOptions: metadataOptions[metadata],
      ...(profile !== null && { IamInstanceProfile: { Name: profile } }),
      ...(userData !== undefined && { UserData: Buffer.from(userData).toString('base64') }),
    }),
  );
  const [instance] = Instances;
  const InstanceId = instance?.InstanceId ?? '';
  await tag(ec2, InstanceId, spec);
  if (end === 'stopped') await ec2.send(new StopInstancesCommand({ InstanceIds: [InstanceId] }));
  if (end === 'terminated') await terminate(ec2, InstanceId, interfacesOf(instance));
  return new Map([
    [InstanceId, name],
    ...interfacesOf(instance).map((id) => [id, `interface of ${name}`] as const),
  ]);
}

/** EC2 takes away the interface with the instance, the emulator leaves it: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html */
async function terminate(ec2: EC2Client, id: string, interfaces: readonly string[]): Promise<void> {
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
  for (const NetworkInterfaceId of interfaces)
    await ec2.send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId }));
}

function interfacesOf(instance: Instance | undefined): readonly string[] {
  return (instance?.NetworkInterfaces ?? []).flatMap(({ NetworkInterfaceId }) => NetworkInterfaceId ?? []);
}

async function tag(ec2: EC2Client, id: string, { name, isNameless, tags = {} }: InstanceSpec): Promise<void> {
  const all = { ...(!isNameless && { Name: name }), ...tags };
  const Tags = Object.entries(all).map(([Key, Value]) => ({ Key, Value }));
  if (Tags.length > 0) await ec2.send(new CreateTagsCommand({ Resources: [id], Tags }));
}
