/** What an asset of any type is called, and by what it is found. */
import type { JsonObject } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import {
  type AssetConfig,
  assetConfig,
  identityOf,
  nameOf,
  regionOf,
  tagsOf,
  termsOf,
  typeIn,
} from './config.ts';

const asset = (resource: JsonObject, rest: object = {}): AssetConfig =>
  assetConfig.parse({
    assetType: 'a.googleapis.com/Thing',
    name: '//a.googleapis.com/projects/p/things/t',
    resource,
    ...rest,
  });

describe('the identity', () => {
  it.each<[string, JsonObject, string]>([
    ['most APIs', { createTime: '2026-01-01T00:00:00Z', uid: 'u' }, '2026-01-01T00:00:00Z'],
    [
      'Compute Engine',
      { creationTimestamp: '2026-01-01T00:00:00.000-08:00', id: '1' },
      '2026-01-01T00:00:00.000-08:00',
    ],
    ['Cloud Storage', { timeCreated: '2026-01-01T00:00:00Z' }, '2026-01-01T00:00:00Z'],
    ['BigQuery, as a number', { creationTime: 1767225600000 }, '1767225600000'],
    [
      'the form of Kubernetes',
      { metadata: { uid: 'u', creationTimestamp: '2026-01-01T00:00:00Z' } },
      '2026-01-01T00:00:00Z',
    ],
    ['IAM', { uniqueId: '111' }, '111'],
    ['a bare id', { id: 42 }, '42'],
  ])('has the birth by %s', (_name, resource, birth) => {
    const identity = identityOf(asset(resource));
    expect(identity).toBe(`a.googleapis.com/Thing //a.googleapis.com/projects/p/things/t ${birth}`);
    expect(typeIn(identity)).toBe('a.googleapis.com/Thing');
  });

  it.each<[string, JsonObject]>([
    ['tells none', { name: 't' }],
    ['has an empty one', { createTime: '' }],
    ['has an object there', { id: { of: 'something' }, metadata: [] }],
  ])('is the name alone where the body %s', (_name, resource) => {
    expect(identityOf(asset(resource))).toBe('a.googleapis.com/Thing //a.googleapis.com/projects/p/things/t');
  });
});

describe('the name', () => {
  it.each<[string, JsonObject, string]>([
    ['//pubsub.googleapis.com/projects/p/topics/orders', {}, 'topics/orders'],
    ['//storage.googleapis.com/acme-logs', {}, 'acme-logs'],
    ['//dns.googleapis.com/projects/1/managedZones/4567890', { name: 'prod-zone' }, 'managedZones/prod-zone'],
    ['//x.googleapis.com/tagKeys/2814', { name: 'tagKeys/2814', shortName: 'stage' }, 'tagKeys/stage'],
    ['//x.googleapis.com/tagKeys/2814', { name: 'tagKeys/2814' }, 'tagKeys/2814'],
    ['//x.googleapis.com/keys/0A1B2C3D-1234-4321-8888-0123456789ab', { displayName: 'Maps' }, 'keys/Maps'],
  ])('of %s is short', (name, resource, expected) => {
    expect(nameOf(asset(resource, { name }))).toBe(expected);
  });
});

it.each([
  ['europe-west1', 'europe-west1'],
  ['us-central1-a', 'us-central1'],
  ['EU', 'eu'],
  ['global', 'global'],
  ['', 'global'],
  [undefined, 'global'],
])('the location %j is the region %s', (location, region) => {
  expect(regionOf(asset({}, location === undefined ? {} : { location }))).toBe(region);
});

it.each<[string, JsonObject, object]>([
  ['labels', { labels: { team: 'shop', size: 3 } }, { team: 'shop' }],
  ['labels as in Kubernetes', { metadata: { labels: { team: 'shop' } } }, { team: 'shop' }],
  ['no labels', { labels: ['a'], metadata: 'b' }, {}],
])('%s are its tags', (_name, resource, tags) => {
  expect(tagsOf(asset(resource))).toEqual(tags);
});

it('is found by its type, what it is called, addresses in its body and who is let in', () => {
  const resource = {
    displayName: 'Office',
    rules: [{ ranges: ['203.0.113.0/24', '203.0.113.0/24', 'not 10.0.0.1'], at: { ip: '2001:db8::1' } }],
    version: '1.2.3',
  };
  const iamPolicy = { bindings: [{ role: 'r', members: ['user:kim@acme.example'] }] };
  expect(termsOf(asset(resource, { iamPolicy }))).toEqual([
    'a.googleapis.com/Thing',
    'Thing',
    'Office',
    '203.0.113.0/24',
    '2001:db8::1',
    'user:kim@acme.example',
  ]);
});

it('is found by so many addresses at most', () => {
  const ips = Array.from({ length: 600 }, (_, index) => `10.0.${index >> 8}.${index & 255}`);
  expect(termsOf(asset({ ips }))).toHaveLength(502);
});
