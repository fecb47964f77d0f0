/** The accounts from which CloudTrail delivers to buckets whose policy names no service principal, as the guide listed them last. */
import { accountsByRegion } from './accounts-by-region.ts';

export const cloudtrailLogs = {
  id: 'aws.cloudtrail-logs',
  title: 'CloudTrail: delivery of log files',
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-supported-regions.html',
  version: '2026-11-28',
  accounts: accountsByRegion('AWS CloudTrail', {
    'ap-east-1': '119688915426',
    'ap-northeast-1': '216624486486',
    'ap-northeast-2': '492519147666',
    'ap-northeast-3': '765225791966',
    'ap-south-1': '977081816279',
    'ap-southeast-1': '903692715234',
    'ap-southeast-2': '284668455005',
    'ca-central-1': '819402241893',
    'cn-north-1': '193415116832',
    'cn-northwest-1': '681348832753',
    'eu-central-1': '035351147821',
    'eu-north-1': '829690693026',
    'eu-west-1': '859597730677',
    'eu-west-2': '282025262664',
    'eu-west-3': '262312530599',
    'sa-east-1': '814480443879',
    'us-east-1': '086441151436',
    'us-east-2': '475085895292',
    'us-gov-east-1': '886388586500',
    'us-gov-west-1': '608710470296',
    'us-west-1': '388731089494',
    'us-west-2': '113285607260',
  }),
} as const;
