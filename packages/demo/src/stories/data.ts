/** Stories of data that is given away, and of machines that are set up in a hurry. */
import { intoSeason, isoOf } from '../time/moment.ts';
import { type Change, onInstance, onKey, type Which } from '../world/change.ts';
import { analytics, homeRegion, outsiders, production } from '../world/organisation.ts';
import { rootOf } from '../world/policy.ts';
import type { Story } from './story.ts';

const invoices: Which = [production, 'prod-invoices'];
const search: Which = [production, 'prod-search-1'];
const oneOff = 'shop-data-one-off-export';

export const dataStories: readonly Story[] = [
  {
    id: 'granted-key',
    title: 'A partner may decrypt with a key for the time of an audit',
    account: production,
    technology: 'aws.kms-key',
    name: invoices[1],
    steps: [
      {
        at: intoSeason(6, 'Tue', '10:10'),
        actor: 'dana.petrov',
        operation: 'kms:CreateGrant',
        tells: 'Grants the payment provider the use of the key',
        change: onKey(invoices, (key, { dice, season }) => ({
          ...key,
          grants: [
            {
              id: dice.hex(`grant ${season}`, 64),
              grantee: rootOf(outsiders.payments),
              operations: ['Decrypt', 'DescribeKey'],
            },
          ],
        })),
      },
      {
        at: intoSeason(12, 'Tue', '10:10'),
        actor: 'dana.petrov',
        operation: 'kms:RevokeGrant',
        tells: 'Revokes the grant: the audit is done',
        change: onKey(invoices, (key) => ({ ...key, grants: [] })),
      },
    ],
  },
  {
    id: 'old-metadata',
    title: 'An old library brings the first version of the metadata service back',
    account: production,
    technology: 'aws.ec2-instance',
    name: search[1],
    steps: [
      {
        at: intoSeason(5, 'Thu', '17:30'),
        actor: 'maya.okafor',
        operation: 'ec2:ModifyInstanceMetadataOptions',
        tells: 'Allows requests without a token, as the search engine cannot start otherwise',
        change: onInstance(search, (instance) => ({ ...instance, tokens: 'optional' })),
      },
      {
        at: intoSeason(7, 'Tue', '11:15'),
        actor: 'maya.okafor',
        operation: 'ec2:ModifyInstanceMetadataOptions',
        tells: 'Updates the library and asks for tokens again',
        change: onInstance(search, (instance) => ({ ...instance, tokens: 'required' })),
      },
    ],
  },
  {
    id: 'one-off-bucket',
    title: 'A bucket is made for one export and forgotten for a week',
    account: analytics,
    technology: 'aws.s3-bucket',
    name: oneOff,
    steps: [
      {
        at: intoSeason(9, 'Mon', '15:55'),
        actor: 'lena.fischer',
        operation: 's3:CreateBucket',
        tells: 'Makes a bucket in the console, with nothing but a name',
        change: made,
      },
      {
        at: intoSeason(10, 'Tue', '09:20'),
        actor: 'lena.fischer',
        operation: 's3:DeleteBucket',
        tells: 'Deletes the bucket',
        change: (world) => ({ ...world, buckets: world.buckets.filter(({ name }) => name !== oneOff) }),
      },
    ],
  },
];

function made(...[world, { at }]: Parameters<Change>): ReturnType<Change> {
  const bucket = {
    account: analytics,
    region: homeRegion,
    name: oneOff,
    tags: {},
    created: isoOf(at),
    policy: undefined,
    block: undefined,
    grants: [],
    versioned: false,
    logsTo: undefined,
  };
  return { ...world, buckets: [...world.buckets, bucket] };
}
