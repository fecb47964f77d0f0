/** The accounts from which Redshift delivered audit logs before it did so by a service principal. The page shows the table no longer;
 * it is the one that the Terraform provider and Amazonka have taken from it alike. */
import { accountsByRegion } from './accounts-by-region.ts';

export const redshiftLogs = {
  id: 'aws.redshift-logs',
  title: 'Redshift: delivery of audit logs',
  source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html',
  version: '2026-11-28',
  accounts: accountsByRegion('AWS Redshift logs', {
    'af-south-1': '365689465814',
    'ap-east-1': '313564881002',
    'ap-northeast-1': '404641285394',
    'ap-northeast-2': '760740231472',
    'ap-northeast-3': '090321488786',
    'ap-south-1': '865932855811',
    'ap-southeast-1': '361669875840',
    'ap-southeast-2': '762762565011',
    'ca-central-1': '907379612154',
    'eu-central-1': '053454850223',
    'eu-north-1': '729911121831',
    'eu-south-1': '945612479654',
    'eu-west-1': '210876761215',
    'eu-west-2': '307160386991',
    'eu-west-3': '915173422425',
    'me-south-1': '013126148197',
    'sa-east-1': '075028567923',
    'us-east-1': '193672423079',
    'us-east-2': '391106570357',
    'us-west-1': '262260360010',
    'us-west-2': '902366379725',
  }),
} as const;
