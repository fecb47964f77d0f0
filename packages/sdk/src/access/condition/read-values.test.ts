/** Whom values let in, by the sort of their key. */
import { expect, it } from 'vitest';
import { around } from '../resource/testing/around.ts';
import type { CallerKeySort } from './caller-keys.ts';
import { type ReadValues, readValues } from './read-values.ts';

type Row = readonly [sort: CallerKeySort, values: readonly string[], expected: ReadValues];

const own: ReadValues = [{ standing: 'own', class: 'same-account' }];
const none: ReadValues = [{ standing: 'none' }];
const role = (account: string, name = 'role/x') => `arn:aws:iam::${account}:${name}`;

it.each<Row>([
  ['account', ['314159265358'], own],
  ['account', ['3141*'], 'a wildcard'],
  ['account', ['314159265358', '*'], 'a wildcard'],
  ['account', [`\${aws:PrincipalAccount}`], 'a policy variable'],
  ['arn', [role('314159265358', 'role/*')], own],
  ['arn', [role('314159265358', `role/\${aws:username}`)], own],
  ['arn', [role(`\${aws:PrincipalAccount}`)], 'a policy variable'],
  ['arn', [role('*')], 'a wildcard'],
  ['arn', ['arn:aws:lambda:*:314159265358:function:*'], own],
  ['arn', ['arn:aws:s3:::harbour/*'], none],
  ['arn', ['arn:aws:s3:::harbour*'], 'a wildcard'],
  ['arn', ['arn:aws:route53:::hostedzone/*'], 'a wildcard'],
  ['organization-path', ['o-*/r-h1/*'], 'a wildcard'],
  ['organization-path', ['o-harbor7pk2/*'], [{ standing: 'trusted', class: 'friendly' }]],
  ['vpc', ['vpc-1'], none],
  ['vpc', ['vpc-?'], 'a wildcard'],
  ['user-id', ['AROAHARBOURPILOT77XYZ:*'], none],
  ['user-id', ['*:night'], 'a wildcard'],
  ['is-service', ['TRUE'], [{ standing: 'none', isService: true }]],
  ['is-service', ['true', 'false'], 'a wildcard'],
  ['network', ['203.0.113.0/24'], none],
  ['network', ['10.0.0.0/8'], none],
  ['network', ['0.0.0.0/1'], 'an open network'],
  ['network', ['2.0.0.0/8', '3.0.0.0/8'], 'an open network'],
  ['network', ['harbour'], 'unreadable values'],
])('%s %j: %j', (sort, values, expected) => {
  expect(readValues({ sort, values, hasPatterns: true, around })).toEqual(expected);
});

it.each<Row>([
  ['account', ['3141*'], [{ standing: 'nobody' }]],
  ['arn', [role('*')], [{ standing: 'nobody' }]],
  ['organization', ['o-?'], [{ standing: 'nobody' }]],
])('%s %j of letters only: %j', (sort, values, expected) => {
  expect(readValues({ sort, values, hasPatterns: false, around })).toEqual(expected);
});

it.each<Row>([
  ['arn', ['arn:aws:lambda:*:314159265358:function:*'], 'a wildcard'],
  ['arn', ['arn:aws:sns:*:314159265358:*'], own],
  ['arn', ['arn:*:iam::314159265358:role/x'], 'a wildcard'],
])('%s %j over colons: %j', (sort, values, expected) => {
  expect(readValues({ sort, values, hasPatterns: true, crossesColons: true, around })).toEqual(expected);
});
