/** The config of an asset whose type no technology knows, and what it is called by. */
import { isJsonObject, type JsonObject, parseCidr } from '@security-monkey/sdk';
import { z } from 'zod';
import { allowPolicy } from '../client/allow-policy.ts';
import { membersOf } from '../client/normal-policy.ts';
import { lastPart } from '../lineage.ts';
import { birthOf } from './birth.ts';

export const assetConfig = z.looseObject({
  /** Such as `pubsub.googleapis.com/Topic`. */
  assetType: z.string(),
  /** The full resource name. */
  name: z.string(),
  location: z.string().optional(),
  /** The full resource name of what it lies in. */
  parent: z.string().optional(),
  /** The body as the inventory gives it: nobody here knows what an empty member means in it. */
  resource: z.record(z.string(), z.json()),
  iamPolicy: allowPolicy,
});

export type AssetConfig = z.output<typeof assetConfig>;

/** The type stands in it, so that it can be told of a missing item whether its type is still recorded. */
export function identityOf({ assetType, name, resource }: AssetConfig): string {
  const birth = birthOf(resource);
  return [assetType, name, ...(birth === undefined ? [] : [birth])].join(' ');
}

export function typeIn(identity: string): string {
  return identity.slice(0, identity.indexOf(' '));
}

/** `topics/orders`: the kind and the name. What is numbered is called by the name that it has in its body. */
export function nameOf({ name, resource }: AssetConfig): string {
  const [, ...segments] = name.replace(/^\/\//, '').split('/');
  const [last = name] = segments.slice(-1);
  const kind = segments.at(-2);
  const called = isNumber(last) ? (givenName(resource) ?? last) : last;
  return kind === undefined ? called : `${kind}/${called}`;
}

/** An id of digits, or a UUID. */
function isNumber(text: string): boolean {
  return /^(?:\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(text);
}

function givenName(resource: JsonObject): string | undefined {
  const names = ['displayName', 'shortName', 'name'].map((member) => resource[member]);
  return names.find((text): text is string => typeof text === 'string' && text !== '' && !text.includes('/'));
}

/** A zone counts as its region. */
export function regionOf({ location = '' }: AssetConfig): string {
  const place = location.toLowerCase();
  return /^[a-z]+-[a-z]+\d+-[a-z]$/.test(place) ? place.slice(0, -2) : place || 'global';
}

export function tagsOf({ resource }: AssetConfig): Readonly<Record<string, string>> {
  const { labels, metadata } = resource;
  const found = isJsonObject(labels) ? labels : isJsonObject(metadata) ? metadata['labels'] : undefined;
  if (!isJsonObject(found)) return {};
  const texts = Object.entries(found).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

/** Of the addresses in a body, so many are enough to find it by. */
const mostAddresses = 500;

/** The segments of its name are words already. */
export function termsOf({ assetType, resource, iamPolicy }: AssetConfig): readonly string[] {
  const given = givenName(resource);
  return [
    assetType,
    lastPart(assetType),
    ...(given === undefined ? [] : [given]),
    ...[...new Set(addressesIn(resource))].slice(0, mostAddresses),
    ...membersOf(iamPolicy),
  ];
}

function addressesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return parseCidr(value) === undefined ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  return isJsonObject(value) ? Object.values(value).flatMap(addressesIn) : [];
}
