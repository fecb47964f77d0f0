/** Which resource patterns of a denial cover a bucket and its objects, also patterns that are meant to keep us busy. */
import { expect, test } from 'vitest';
import { bucketConfig } from './config.ts';
import { openToPlainHttp } from './transport-denial.ts';

const name = 'a'.repeat(63);
const arn = `arn:aws:s3:::${name}`;

function open(...Resource: readonly string[]): readonly string[] {
  const statement = {
    Effect: 'Deny',
    Principal: '*',
    Action: ['s3:*'],
    Resource,
    Condition: { Bool: { 'aws:securetransport': ['false'] } },
  };
  const Policy = { Version: '2012-10-17', Statement: [statement] };
  return openToPlainHttp(bucketConfig.parse({ Name: name, BucketRegion: 'us-east-1', Policy }), 'aws');
}

const both = [arn, `${arn}/*`];

test.each<[string, readonly string[], readonly string[]]>([
  ['everything', ['*'], []],
  ['the bucket and its objects', both, []],
  ['all that begins with the bucket', [`${arn}*`], []],
  ['a star in the middle', ['arn:*:s3:::a*a', 'arn:*a/*'], []],
  ['the bucket alone', [arn], [`${arn}/*`]],
  ['the objects alone', [`${arn}/*`], [arn]],
  ['some objects', [arn, `${arn}/b*`], [`${arn}/*`]],
  ['a shorter name', ['arn:aws:s3:::a', 'arn:aws:s3:::a/*'], both],
  ['a longer name', [`${arn}a*`], both],
  ['an end that overlaps the beginning', [`${arn}*${arn}`], both],
  ['parts in another order', ['*a*:s3:*arn*'], both],
  ['what only looks like a pattern', [arn.replace('s3', 's.'), `${arn}|.*`], both],
  ['stars without end', [`${'*a'.repeat(60)}*b`, `${'a*'.repeat(3_000)}b`], both],
])('%s', (_name, resources, expected) => {
  expect(open(...resources)).toEqual(expected);
});
