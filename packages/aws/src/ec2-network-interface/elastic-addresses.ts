/** The elastic addresses of a network interface, set apart from public addresses that come and go. */
import type { JsonObject } from '@security-monkey/sdk';
import { parseAnswer } from '@security-monkey/sdk';
import { z } from 'zod';
import { describeNetworkInterfaces } from '../ec2/network-interface-pages.ts';

const address = z.looseObject({
  PrivateIpAddress: z.string().optional(),
  Association: z
    .looseObject({ AllocationId: z.string().optional(), PublicIp: z.string().optional() })
    .optional(),
});

/** The first address stands on the interface itself and among its addresses. */
const addresses = address.extend({ PrivateIpAddresses: z.array(address).optional() });

/**
 * The interface with its elastic addresses beside the associations. An address that EC2 lends while an instance runs has no
 * allocation; it is released when the instance stops, and another one comes with the next start:
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 */
export function withElasticAddresses(found: JsonObject): JsonObject {
  const own = parseAnswer(describeNetworkInterfaces, addresses, found);
  const elastic = new Map(
    [own, ...(own.PrivateIpAddresses ?? [])].flatMap(({ PrivateIpAddress = '', Association }) => {
      const { AllocationId, PublicIp } = Association ?? {};
      if (AllocationId === undefined || PublicIp === undefined) return [];
      return [[AllocationId, { AllocationId, PublicIp, PrivateIpAddress }]];
    }),
  );
  return { ...found, ElasticAddresses: [...elastic.values()] };
}
