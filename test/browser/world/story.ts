/** What the world of the browser tests is made of: which moments are scanned, and what cannot be looked at when. */
import type { FailureClass } from '@security-monkey/sdk';

const day = 86_400_000;
const hour = 3_600_000;

/** The moment that pages are looked at. */
export const present = Date.parse('2026-11-23T09:14:00Z');

/** When everything was scanned: at first by weeks, at last by hours. */
export const scanned: readonly number[] = [
  ...[35, 28, 21, 14, 10, 7, 5, 4, 3, 2, 1].map((days) => present - days * day - 20 * 60_000),
  present - 6 * hour,
  present - hour,
  present - 9 * 60_000,
];

export type Denial = {
  /** The account's number. */
  readonly account: string;
  readonly operation: string;
  /** All regions unless given. */
  readonly region?: string;
  /** From this moment on. */
  readonly since: number;
  readonly class: FailureClass;
  readonly message: string;
};

const production = '111122223333';
const staging = '444455556666';
const analytics = '777788889999';

export const denials: readonly Denial[] = [
  {
    account: analytics,
    operation: 'kms:ListKeys',
    region: 'eu-west-1',
    since: present - 8 * day,
    class: 'organization_denied',
    message: 'AccessDeniedException: explicit deny in a service control policy',
  },
  {
    account: production,
    operation: 's3:GetBucketLogging',
    since: present - 4 * day,
    class: 'access_denied',
    message: 'AccessDenied: not authorized to perform s3:GetBucketLogging',
  },
  {
    account: staging,
    operation: 'ec2:DescribeSecurityGroups',
    region: 'ap-southeast-2',
    since: present - 2 * hour,
    class: 'throttled',
    message: 'RequestLimitExceeded: request limit exceeded',
  },
];
