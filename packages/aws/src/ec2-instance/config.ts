/** The config of an instance: what EC2 gives, with what its reservation says of it, and its user data. */
import { z } from 'zod';
import { ec2Tags } from '../ec2/tags.ts';

const address = z.looseObject({
  PrivateIpAddress: z.string().optional(),
  Association: z.looseObject({ PublicIp: z.string().optional() }).optional(),
});

const networkInterface = z.looseObject({
  NetworkInterfaceId: z.string().optional(),
  PrivateIpAddresses: z.array(address).optional(),
  Ipv6Addresses: z.array(z.looseObject({ Ipv6Address: z.string().optional() })).optional(),
});

export const instanceConfig = z.looseObject({
  InstanceId: z.string(),
  /** Of the reservation. */
  OwnerId: z.string(),
  ImageId: z.string().optional(),
  KeyName: z.string().optional(),
  VpcId: z.string().optional(),
  SubnetId: z.string().optional(),
  PrivateIpAddress: z.string().optional(),
  PublicIpAddress: z.string().optional(),
  PublicDnsName: z.string().optional(),
  Ipv6Address: z.string().optional(),
  NetworkInterfaces: z.array(networkInterface).optional(),
  SecurityGroups: z.array(z.looseObject({ GroupId: z.string() })).optional(),
  BlockDeviceMappings: z
    .array(z.looseObject({ Ebs: z.looseObject({ VolumeId: z.string().optional() }).optional() }))
    .optional(),
  /** Null: the instance has no role. */
  IamInstanceProfile: z.looseObject({ Arn: z.string().optional() }).nullable(),
  MetadataOptions: z
    .looseObject({ HttpTokens: z.string().optional(), HttpEndpoint: z.string().optional() })
    .optional(),
  /** Null: none. Otherwise its digest. */
  UserData: z.string().nullable().optional(),
  /** Ours: the kinds of secrets found in the user data, never their values. Missing when it could not be read. */
  UserDataFindings: z.array(z.string()).optional(),
  Tags: ec2Tags,
});

export type InstanceConfig = z.output<typeof instanceConfig>;
