/** The config of a network interface: what EC2 gives, and its elastic addresses set apart. */
import { z } from 'zod';
import { ec2Tags } from '../ec2/tags.ts';

/** A public address. With an allocation it is an elastic one, which somebody has put there. */
const association = z.looseObject({
  AllocationId: z.string().optional(),
  PublicIp: z.string().optional(),
  CarrierIp: z.string().optional(),
  CustomerOwnedIp: z.string().optional(),
});

export const networkInterfaceConfig = z.looseObject({
  NetworkInterfaceId: z.string(),
  OwnerId: z.string(),
  Description: z.string().optional(),
  InterfaceType: z.string().optional(),
  VpcId: z.string().optional(),
  SubnetId: z.string().optional(),
  MacAddress: z.string().optional(),
  Groups: z.array(z.looseObject({ GroupId: z.string() })).optional(),
  Attachment: z.looseObject({ InstanceId: z.string().optional() }).optional(),
  PrivateIpAddress: z.string().optional(),
  PrivateIpAddresses: z
    .array(z.looseObject({ PrivateIpAddress: z.string().optional(), Association: association.optional() }))
    .optional(),
  Ipv6Addresses: z.array(z.looseObject({ Ipv6Address: z.string().optional() })).optional(),
  Ipv4Prefixes: z.array(z.looseObject({ Ipv4Prefix: z.string().optional() })).optional(),
  Ipv6Prefixes: z.array(z.looseObject({ Ipv6Prefix: z.string().optional() })).optional(),
  Association: association.optional(),
  /** Ours, from the associations: the public addresses that stay when the instance is stopped. */
  ElasticAddresses: z.array(
    z.looseObject({ AllocationId: z.string(), PublicIp: z.string(), PrivateIpAddress: z.string() }),
  ),
  TagSet: ec2Tags,
});

export type NetworkInterfaceConfig = z.output<typeof networkInterfaceConfig>;
