/** What EC2 answers: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Operations.html */
import type { JsonObject } from '@security-monkey/sdk';
import type { Instance } from '../technologies/instance.ts';
import type { NetworkInterface } from '../technologies/network-interface.ts';
import type { Rule, SecurityGroup } from '../technologies/security-group.ts';
import { type Answers, type Call, found, ofRegion, tagList, textOf } from './call.ts';
import { pageOf } from './pages.ts';
import { ProviderError } from './provider-error.ts';

export const ec2Answers: Answers = {
  'ec2:DescribeSecurityGroups': (call) =>
    described(call, {
      list: 'SecurityGroups',
      ids: 'GroupIds',
      code: 'InvalidGroup.NotFound',
      all: ofRegion(call.world.securityGroups, call),
      answer: groupAnswer,
    }),
  'ec2:DescribeNetworkInterfaces': (call) =>
    described(call, {
      list: 'NetworkInterfaces',
      ids: 'NetworkInterfaceIds',
      code: 'InvalidNetworkInterfaceID.NotFound',
      all: ofRegion(call.world.interfaces, call),
      answer: interfaceAnswer,
    }),
  'ec2:DescribeInstances': (call) =>
    described(call, {
      list: 'Reservations',
      ids: 'InstanceIds',
      code: 'InvalidInstanceID.NotFound',
      all: ofRegion(call.world.instances, call),
      answer: reservationAnswer,
    }),
  'ec2:DescribeInstanceAttribute': userData,
};

type Described<One> = {
  /** The member of the answer. */
  readonly list: string;
  /** The member of the call that names some. */
  readonly ids: string;
  /** What EC2 says of one that is not there. */
  readonly code: string;
  readonly all: readonly One[];
  readonly answer: (one: One) => JsonObject;
};

/** Those that are named, or all of the region in pages. */
function described<One extends { readonly id: string }>(
  { input }: Call,
  { list, ids, code, all, answer }: Described<One>,
): JsonObject {
  const named = input[ids];
  if (Array.isArray(named)) {
    const chosen = all.filter(({ id }) => named.includes(id));
    if (chosen.length === named.length) return { [list]: chosen.map(answer) };
    throw new ProviderError(code, `Some of ${named.join(', ')} do not exist`);
  }
  const { elements, next } = pageOf(all, input['NextToken']);
  return { [list]: elements.map(answer), ...(next !== undefined && { NextToken: next }) };
}

function groupAnswer({ account, region, ...group }: SecurityGroup): JsonObject {
  return {
    GroupId: group.id,
    GroupName: group.name,
    Description: group.description,
    OwnerId: account,
    VpcId: group.vpc,
    SecurityGroupArn: `arn:aws:ec2:${region}:${account}:security-group/${group.id}`,
    IpPermissions: group.ingress.map((rule) => ruleAnswer(rule, account)),
    IpPermissionsEgress: group.egress.map((rule) => ruleAnswer(rule, account)),
    Tags: tagList(group.tags),
  };
}

function ruleAnswer(rule: Rule, account: string): JsonObject {
  const { protocol, from, to, networks = [], networks6 = [], groups = [], note } = rule;
  const noted = note === undefined ? {} : { Description: note };
  return {
    IpProtocol: protocol,
    ...(from !== undefined && { FromPort: from }),
    ...(to !== undefined && { ToPort: to }),
    IpRanges: networks.map((CidrIp) => ({ CidrIp, ...noted })),
    Ipv6Ranges: networks6.map((CidrIpv6) => ({ CidrIpv6, ...noted })),
    PrefixListIds: [],
    UserIdGroupPairs: groups.map((GroupId) => ({ GroupId, UserId: account, ...noted })),
  };
}

function reservationAnswer(instance: Instance): JsonObject {
  return {
    ReservationId: instance.id.replace('i-', 'r-'),
    OwnerId: instance.account,
    Instances: [instanceAnswer(instance)],
  };
}

function instanceAnswer({ account, ...instance }: Instance): JsonObject {
  const groups = [{ GroupId: instance.groupId }];
  const { profile } = instance;
  return {
    InstanceId: instance.id,
    ImageId: instance.image,
    InstanceType: instance.size,
    LaunchTime: instance.launched,
    State: { Code: 16, Name: 'running' },
    VpcId: instance.vpc,
    SubnetId: instance.subnet,
    PrivateIpAddress: instance.address,
    MetadataOptions: {
      State: 'applied',
      HttpTokens: instance.tokens,
      HttpEndpoint: 'enabled',
      HttpPutResponseHopLimit: 1,
    },
    ...(profile !== undefined && {
      IamInstanceProfile: { Arn: `arn:aws:iam::${account}:instance-profile/${profile}` },
    }),
    SecurityGroups: groups,
    NetworkInterfaces: [
      {
        NetworkInterfaceId: instance.interfaceId,
        Status: 'in-use',
        Groups: groups,
        PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: instance.address }],
      },
    ],
    BlockDeviceMappings: [
      {
        DeviceName: '/dev/xvda',
        Ebs: { VolumeId: instance.volume, DeleteOnTermination: true, Status: 'attached' },
      },
    ],
    Tags: tagList(instance.tags),
  };
}

function userData(call: Call): JsonObject {
  const id = textOf(call.input, 'InstanceId');
  const instance = found(
    ofRegion(call.world.instances, call).find((one) => one.id === id),
    'InvalidInstanceID.NotFound',
  );
  const { userData: text } = instance;
  return {
    InstanceId: id,
    UserData: text === undefined ? {} : { Value: Buffer.from(text).toString('base64') },
  };
}

function interfaceAnswer({ account, ...one }: NetworkInterface): JsonObject {
  const owner = one.instance === undefined ? 'amazon-elb' : account;
  return {
    NetworkInterfaceId: one.id,
    OwnerId: account,
    Description: one.description,
    InterfaceType: 'interface',
    RequesterManaged: one.instance === undefined,
    Status: 'in-use',
    VpcId: one.vpc,
    SubnetId: one.subnet,
    Attachment: {
      Status: 'attached',
      InstanceOwnerId: owner,
      ...(one.instance !== undefined && { InstanceId: one.instance }),
    },
    Groups: [{ GroupId: one.groupId }],
    PrivateIpAddress: one.address,
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: one.address }],
    TagSet: tagList(one.tags),
  };
}
