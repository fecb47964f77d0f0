/** What else a provider may do than deny, several operations at a time, and what must become of the scan. */
import type { Fault } from './fault-proxy.ts';

export type Storm = {
  readonly what: string;
  readonly faults: Readonly<Record<string, Fault>>;
  /** How many calls of each operation are hit; all of them unless given. */
  readonly hits?: number;
  /** Scopes that fail, by technology, with the class of the failure. */
  readonly failed: Readonly<Record<string, readonly string[]>>;
  /** Operations that keep a part of items from being read. */
  readonly unread: readonly string[];
};

const buckets = 's3:ListBuckets';
const groups = 'ec2:DescribeSecurityGroups';
const failures = ['invalid_response', 'server_error', 'network'] as const;

export const storms: readonly Storm[] = [
  {
    what: 'a page that comes in half, and an HTML page instead of an answer',
    faults: { [groups]: 'truncate', [buckets]: 'html500' },
    failed: { 'aws.ec2-security-group': failures, 'aws.s3-bucket': ['server_error'] },
    unread: [buckets],
  },
  {
    what: 'an HTML page instead of an answer, and a connection that is cut',
    faults: { [groups]: 'html500', [buckets]: 'cut' },
    failed: { 'aws.ec2-security-group': ['server_error'], 'aws.s3-bucket': ['network'] },
    unread: [buckets],
  },
  {
    what: 'a connection that is cut, and a page that comes in half',
    faults: { [groups]: 'cut', [buckets]: 'truncate' },
    failed: { 'aws.ec2-security-group': ['network'], 'aws.s3-bucket': failures },
    unread: [buckets],
  },
  {
    what: 'parts that come in half, as HTML, or not at all, and one that is only late',
    faults: {
      's3:GetBucketPolicy': 'truncate',
      's3:GetBucketVersioning': 'cut',
      's3:GetBucketEncryption': 'html500',
      's3:GetBucketLogging': 'delay',
      'ec2:DescribeNetworkInterfaces': 'truncate',
    },
    failed: { 'aws.ec2-network-interface': failures },
    unread: [
      's3:GetBucketPolicy',
      's3:GetBucketVersioning',
      's3:GetBucketEncryption',
      'ec2:DescribeNetworkInterfaces',
    ],
  },
  {
    what: 'everything throttled twice, then no more',
    faults: {
      [groups]: 'throttle',
      [buckets]: 'throttle',
      's3:GetBucketAcl': 'throttle',
      's3:GetBucketPolicy': 'throttle',
    },
    hits: 2,
    failed: {},
    unread: [],
  },
  {
    what: 'a connection that is cut twice, and HTML twice, then no more',
    faults: {
      [groups]: 'cut',
      [buckets]: 'html500',
      's3:GetBucketAcl': 'html500',
      'sts:GetCallerIdentity': 'cut',
    },
    hits: 2,
    failed: {},
    unread: [],
  },
  {
    what: 'throttled for ever',
    faults: { [groups]: 'throttle', 's3:GetBucketAcl': 'throttle' },
    failed: { 'aws.ec2-security-group': ['throttled'] },
    unread: ['s3:GetBucketAcl'],
  },
];
