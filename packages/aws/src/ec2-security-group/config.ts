/** The config of a security group: what EC2 gives, as far as checks read it. */
import { z } from 'zod';
import { ec2Tags } from '../ec2/tags.ts';

const permission = z.looseObject({
  /** `tcp`, `udp`, `icmp`, `icmpv6`, `-1` for all, or a protocol's number. */
  IpProtocol: z.string(),
  /** Absent: all ports. For ICMP: the type. */
  FromPort: z.number().optional(),
  /** Absent: all ports. For ICMP: the code. */
  ToPort: z.number().optional(),
  IpRanges: z.array(z.looseObject({ CidrIp: z.string() })).optional(),
  Ipv6Ranges: z.array(z.looseObject({ CidrIpv6: z.string() })).optional(),
  PrefixListIds: z.array(z.looseObject({ PrefixListId: z.string() })).optional(),
  /** Without `UserId` the group referred to has been deleted. */
  UserIdGroupPairs: z
    .array(z.looseObject({ GroupId: z.string().optional(), UserId: z.string().optional() }))
    .optional(),
});

export const securityGroupConfig = z.looseObject({
  GroupId: z.string(),
  GroupName: z.string(),
  Description: z.string().optional(),
  OwnerId: z.string(),
  VpcId: z.string().optional(),
  IpPermissions: z.array(permission).optional(),
  IpPermissionsEgress: z.array(permission).optional(),
  Tags: ec2Tags,
});

export type SecurityGroupConfig = z.output<typeof securityGroupConfig>;
export type Permission = z.output<typeof permission>;
