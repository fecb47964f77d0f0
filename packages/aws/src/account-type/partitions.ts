/** The parts of AWS that share nothing with one another, and the region in which each keeps what is global. */

/** Partition to home region: where account-wide listings are made. */
export const homeRegions: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
};

/** The first field after `arn:`. */
export function partitionOf(arn: string): string {
  return arn.split(':')[1] ?? '';
}
