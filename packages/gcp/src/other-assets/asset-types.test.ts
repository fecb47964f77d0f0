/** The field that names asset types. */
import { describe, expect, it } from 'vitest';
import { projectFields } from '../account-type/fields.ts';
import plugin from '../index.ts';
import { organizationFields } from '../organization-type/fields.ts';
import { assetTypesIn, recordedBy } from './asset-types.ts';

const said = (fields: typeof projectFields | typeof organizationFields, otherAssets: string) => {
  const { success, error } = fields.safeParse({ otherAssets });
  return success ? [] : error.issues.map(({ message }) => message);
};

describe.each([
  ['of a project', projectFields],
  ['of an organization', organizationFields],
])('the field %s', (_name, fields) => {
  it.each([
    'pubsub.googleapis.com/Topic',
    'pubsub.googleapis.com/Topic, run.googleapis.com/Service',
    'apps.k8s.io/Deployment k8s.io/Pod,run.googleapis.com/Job\npubsub.googleapis.com/Topic',
  ])('takes %j', (text) => {
    expect(said(fields, text)).toEqual([]);
  });

  it.each([
    ['', 'names no asset type: leave it out'],
    [' , ', 'names no asset type: leave it out'],
    ['topics', 'topics is no asset type, such as pubsub.googleapis.com/Topic'],
    [
      'pubsub.googleapis.com/.*',
      'pubsub.googleapis.com/.* is no asset type, such as pubsub.googleapis.com/Topic',
    ],
    [
      '//pubsub.googleapis.com/Topic',
      '//pubsub.googleapis.com/Topic is no asset type, such as pubsub.googleapis.com/Topic',
    ],
    [
      'storage.googleapis.com/Bucket',
      'storage.googleapis.com/Bucket is recorded by gcp.storage-bucket already: leave it out',
    ],
    [
      'iam.googleapis.com/ServiceAccountKey',
      'iam.googleapis.com/ServiceAccountKey is recorded by gcp.iam-service-account already: leave it out',
    ],
  ])('refuses %j', (text, message) => {
    expect(said(fields, text)).toEqual([message]);
  });

  it('refuses each that is wrong, for its own reason', () => {
    expect(said(fields, 'x, run.googleapis.com/Job compute.googleapis.com/Network')).toEqual([
      'x is no asset type, such as pubsub.googleapis.com/Topic; compute.googleapis.com/Network is recorded by gcp.compute-network already: leave it out',
    ]);
  });
});

it('folds what is named twice', () => {
  expect(assetTypesIn('run.googleapis.com/Job,a.io/B run.googleapis.com/Job')).toEqual([
    'run.googleapis.com/Job',
    'a.io/B',
  ]);
  expect(assetTypesIn(undefined)).toEqual([]);
});

it('knows the types of all technologies, so that nothing is recorded twice', () => {
  const technologies = plugin.watchers
    .map(({ id }) => id)
    .filter((id) => !/^gcp\.(organization-)?asset$/.test(id));
  expect([...new Set(Object.values(recordedBy))].toSorted()).toEqual(technologies.toSorted());
});
