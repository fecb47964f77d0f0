/** Section 6 of the benchmark: networking. */
import type { Control } from '@security-monkey/sdk';
import { needsJudgement, notWatched } from './reasons.ts';

export const networking: readonly Control[] = [
  {
    id: '6.1.1',
    title: 'New volumes are encrypted in all regions',
    level: 1,
    assessment: 'automated',
    open: notWatched('regional settings of EC2'),
  },
  {
    id: '6.1.2',
    title: 'CIFS is reachable from trusted networks only',
    level: 1,
    assessment: 'automated',
    checks: ['aws.ec2-security-group.cifs-open-to-internet'],
  },
  {
    id: '6.2',
    title: 'No network ACL lets the internet reach administration ports',
    level: 1,
    assessment: 'automated',
    open: notWatched('network ACLs'),
  },
  {
    id: '6.3',
    title: 'No security group lets all of IPv4 reach administration ports',
    level: 1,
    assessment: 'automated',
    checks: ['aws.ec2-security-group.admin-port-open-to-ipv4'],
  },
  {
    id: '6.4',
    title: 'No security group lets all of IPv6 reach administration ports',
    level: 1,
    assessment: 'automated',
    checks: ['aws.ec2-security-group.admin-port-open-to-ipv6'],
  },
  {
    id: '6.5',
    title: 'Default security groups let nothing through',
    level: 2,
    assessment: 'automated',
    checks: ['aws.ec2-security-group.default-group-allows-traffic'],
  },
  {
    id: '6.6',
    title: 'Routes of peered networks are as narrow as they can be',
    level: 2,
    assessment: 'manual',
    open: needsJudgement,
  },
  {
    id: '6.7',
    title: 'The metadata service of instances wants a token',
    level: 1,
    assessment: 'automated',
    checks: ['aws.ec2-instance.metadata-v1-allowed'],
  },
  {
    id: '6.8',
    title: 'Services of AWS are called through VPC endpoints',
    level: 2,
    assessment: 'manual',
    open: needsJudgement,
  },
];
