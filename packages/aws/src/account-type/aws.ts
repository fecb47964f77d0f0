/** The account type `aws`: one AWS account. */
import { defineAccountType } from '@security-monkey/sdk';
import { cloudtrailLogs } from '../known-accounts/cloudtrail-logs.ts';
import { elbLogs } from '../known-accounts/elb-logs.ts';
import { redshiftLogs } from '../known-accounts/redshift-logs.ts';
import { classifyAwsError } from './classify.ts';
import { connectTo } from './connect.ts';
import { consoleOrigin } from './console.ts';
import { awsFields } from './fields.ts';
import { parseAccountNumber } from './identifier.ts';
import { probeAws } from './probe.ts';
import { awsRoles } from './role.ts';
import { ambientSurroundings } from './surroundings.ts';

export const aws = defineAccountType({
  id: 'aws',
  title: 'AWS account',
  identifier: { label: 'Account number', example: '123456789012', parse: parseAccountNumber },
  fields: awsFields,
  consoleOrigin,
  knownAccounts: [elbLogs, cloudtrailLogs, redshiftLogs],
  permissions: {
    'sts:GetCallerIdentity': 'sts:GetCallerIdentity',
    'ec2:DescribeRegions': 'ec2:DescribeRegions',
    'organizations:DescribeOrganization': 'organizations:DescribeOrganization',
    's3:ListBuckets': 's3:ListAllMyBuckets',
  },
  roles: awsRoles,
  connect: connectTo(ambientSurroundings),
  probe: probeAws,
  classify: classifyAwsError,
  budgetKey: ({ account, region, operation }) => {
    const [service = ''] = operation.split(':');
    // These two count the calls of the caller, whichever accounts they are about.
    if (service === 'sts' || service === 'organizations') return `aws/caller/${service}`;
    return `aws/${account}/${region}/${service}`;
  },
});
