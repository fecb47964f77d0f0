/** Buckets for the examples of checks. */
import type { JsonObject } from '@security-monkey/sdk';

export const ownerId = '0000000000000000000000000000000000000000000000000000000000000a01';
export const friendlyId = '0000000000000000000000000000000000000000000000000000000000000b02';
export const thirdPartyId = '0000000000000000000000000000000000000000000000000000000000000c03';
export const strangerId = '0000000000000000000000000000000000000000000000000000000000000d04';

export const allUsers = 'http://acs.amazonaws.com/groups/global/AllUsers';
export const authenticatedUsers = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';
export const logDelivery = 'http://acs.amazonaws.com/groups/s3/LogDelivery';

/** A bucket with these parts and no others. */
export function bucket(parts: JsonObject): JsonObject {
  return {
    Name: 'acme-reports',
    BucketRegion: 'eu-west-1',
    ...parts,
  };
}

/** An ACL: the owner's full control, and more grants as pairs of grantee (URI or canonical id) and permission. */
export function acl(...grants: readonly (readonly [grantee: string, permission: string])[]): JsonObject {
  const owner = { Grantee: { Type: 'CanonicalUser', ID: ownerId }, Permission: 'FULL_CONTROL' };
  return { Owner: { ID: ownerId }, Grants: [owner, ...grants.map(grant)] };
}

/** A policy that denies everyone everything under that condition, or under none. */
export function denying(Condition?: JsonObject): JsonObject {
  const Resource = ['arn:aws:s3:::acme-reports', 'arn:aws:s3:::acme-reports/*'];
  const statement = { Effect: 'Deny', Principal: '*', Action: ['s3:*'], Resource };
  return {
    Version: '2012-10-17',
    Statement: [Condition === undefined ? statement : { ...statement, Condition }],
  };
}

export function ownership(setting: string): JsonObject {
  return { Rules: [{ ObjectOwnership: setting }] };
}

/** The four switches of a public access block, alike. */
export function block(on: boolean): JsonObject {
  return {
    BlockPublicAcls: on,
    IgnorePublicAcls: on,
    BlockPublicPolicy: on,
    RestrictPublicBuckets: on,
  };
}

/** The relation to the account's block: `null` when it has none. */
export function accountBlockIs(value: JsonObject | null) {
  const items = value === null ? [] : [{ technology: 'aws.account', key: '111122223333', value }];
  return { 'account-public-access-block': { items, complete: true } };
}

/** Our own account and one of each other kind. */
export const knownWorld = {
  accounts: [
    account('111122223333', 'ours', ownerId),
    account('222233334444', 'sister', friendlyId),
    { ...account('333344445555', 'vendor', thirdPartyId), thirdParty: true },
  ],
};

function account(identifier: string, name: string, canonicalId: string) {
  return { type: 'aws', identifier, name, thirdParty: false, aliases: [canonicalId] };
}

function grant([grantee, permission]: readonly [string, string]): JsonObject {
  const isGroup = grantee.startsWith('http');
  const Grantee = isGroup ? { Type: 'Group', URI: grantee } : { Type: 'CanonicalUser', ID: grantee };
  return { Grantee, Permission: permission };
}
