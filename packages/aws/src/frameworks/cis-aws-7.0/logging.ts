/** Section 4 of the benchmark: logging. */
import type { Control } from '@security-monkey/sdk';
import { notWatched } from './reasons.ts';

export const logging: readonly Control[] = [
  {
    id: '4.1',
    title: 'CloudTrail records in all regions',
    level: 1,
    assessment: 'manual',
    open: notWatched('CloudTrail'),
  },
  {
    id: '4.2',
    title: 'CloudTrail signs its log files',
    level: 2,
    assessment: 'automated',
    open: notWatched('CloudTrail'),
  },
  {
    id: '4.3',
    title: 'AWS Config records in all regions',
    level: 2,
    assessment: 'automated',
    open: notWatched('AWS Config'),
  },
  {
    id: '4.4',
    title: 'Access to the bucket of CloudTrail is logged',
    level: 1,
    assessment: 'manual',
    open: notWatched('CloudTrail'),
  },
  {
    id: '4.5',
    title: "CloudTrail's logs are encrypted by a key of the customer",
    level: 2,
    assessment: 'automated',
    open: notWatched('CloudTrail'),
  },
  {
    id: '4.6',
    title: 'Symmetric keys of the customer are rotated',
    level: 2,
    assessment: 'automated',
    checks: ['aws.kms-key.rotation-disabled'],
  },
  {
    id: '4.7',
    title: 'Every VPC has flow logs',
    level: 2,
    assessment: 'automated',
    open: notWatched('VPC'),
  },
  {
    id: '4.8',
    title: 'Writes of objects in buckets are recorded',
    level: 2,
    assessment: 'automated',
    open: notWatched('CloudTrail'),
  },
  {
    id: '4.9',
    title: 'Reads of objects in buckets are recorded',
    level: 2,
    assessment: 'automated',
    open: notWatched('CloudTrail'),
  },
  {
    id: '4.10',
    title: 'Front ends of the web log their access',
    level: 1,
    assessment: 'manual',
    open: notWatched('CloudFront, load balancers and API Gateway'),
  },
];
