/** Every enabled region comes with a VPC whose default security group nobody has touched. */
import type { AccountName } from '../estate/known.ts';
import type { Expected } from './expected.ts';

/** The regions that the emulator says are switched on: those of the partition that need no opting in. */
export const enabledRegions = [
  'af-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
] as const;

/** The default groups of the regions that the estate leaves alone. */
export const expectedUntouchedDefaults: readonly Expected[] = [
  ...regionsBut('us-east-1', 'eu-west-1').map((region) => untouched('prod', region)),
  ...regionsBut('us-east-1').map((region) => untouched('partner', region)),
];

function regionsBut(...touched: readonly string[]): readonly string[] {
  return enabledRegions.filter((region) => !touched.includes(region));
}

function untouched(account: AccountName, region: string): Expected {
  return {
    account,
    technology: 'aws.ec2-security-group',
    region,
    name: 'default',
    issues: [
      'default-group-allows-traffic allowed direction=egress ports=all protocol=all (2)',
      'internet-accessible-egress open direction=egress ports=all principal=0.0.0.0/0 protocol=all (0)',
    ],
    why: 'everything may go out, though nothing uses it yet',
  };
}
