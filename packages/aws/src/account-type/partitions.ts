/** The parts of AWS that share nothing with one another, and the region in which each keeps what is global. */
import { OperationError } from '@security-monkey/sdk';

/** Partition to home region: where account-wide listings are made. */
const homeRegions: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
};

/** @throws OperationError when the partition is none of them: nothing could be listed there. */
export function homeRegionOf(partition: string): string {
  const region = homeRegions[partition];
  if (region !== undefined) return region;
  throw new OperationError({
    class: 'rejected',
    message: `The AWS partition "${partition}" is not supported; ${Object.keys(homeRegions).join(', ')} are`,
    operation: 'sts:GetCallerIdentity',
  });
}

/** The first field after `arn:`. */
export function partitionOf(arn: string): string {
  return arn.split(':')[1] ?? '';
}
