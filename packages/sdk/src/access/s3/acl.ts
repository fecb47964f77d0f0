/** Who gets in by an S3 access control list. */
import { isJsonObject, type JsonObject } from '../../json/value.ts';

/** Whom a grant is for, and what it permits. */
export type AclGrantee = {
  /** As written; missing where it cannot be read. */
  readonly permission?: string;
} /** `AllUsers` is everyone, without credentials; `AuthenticatedUsers` is everyone with an AWS account of their own. */ & (
  | { readonly group: 'AllUsers' | 'AuthenticatedUsers' | 'LogDelivery' }
  | { readonly canonicalId: string }
  /** S3 takes an address of mail only when a grant is written; whose account it is does not show. */
  | { readonly mail: true }
);

export type AclReading = {
  readonly grantees: readonly AclGrantee[];
  /** In words: grants that could not be read. They let nobody in. */
  readonly unread: readonly string[];
};

/** Canonical ids of accounts that are known. */
export type KnownCanonicalIds = {
  readonly same: readonly string[];
  readonly friendly: readonly string[];
  readonly thirdParty: readonly string[];
};

export type AclClass =
  | 'internet'
  | 'same-account'
  | 'friendly'
  | 'third-party'
  | 'unknown-account'
  | 'service';

/**
 * Reads the grants of an ACL as S3 gives them: `Grantee` with `Type` and `URI` or `ID`, and `Permission`. Every permission
 * counts, that to read or write the ACL too.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 */
export function readAcl(grants: readonly unknown[]): AclReading {
  const readings = grants.map(readGrant);
  return {
    grantees: readings.flatMap(({ grantees }) => grantees),
    unread: readings.flatMap(({ unread }, index) => unread.map((problem) => `/grants/${index}: ${problem}`)),
  };
}

/** Whether the ACL alone lets everyone in. */
export function isPublicAcl(grantees: readonly AclGrantee[]): boolean {
  return grantees.some(isPublic);
}

/** The classes of those whom the ACL lets in, each once, sorted. The owner is always of the same account. */
export function classesOfAcl(
  grantees: readonly AclGrantee[],
  owner: string,
  known: KnownCanonicalIds,
): readonly AclClass[] {
  const classes = grantees.map((grantee): AclClass => {
    if (isPublic(grantee)) return 'internet';
    if ('group' in grantee) return 'service';
    return 'mail' in grantee ? 'unknown-account' : classOfId(grantee.canonicalId, owner, known);
  });
  return [...new Set(classes)].sort();
}

function classOfId(id: string, owner: string, known: KnownCanonicalIds): AclClass {
  if (id === owner || known.same.includes(id)) return 'same-account';
  if (known.friendly.includes(id)) return 'friendly';
  return known.thirdParty.includes(id) ? 'third-party' : 'unknown-account';
}

function isPublic(grantee: AclGrantee): boolean {
  return 'group' in grantee && grantee.group !== 'LogDelivery';
}

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#specifying-grantee-predefined-groups */
const groups: ReadonlyMap<string, AclGrantee> = new Map<string, AclGrantee>([
  ['acs.amazonaws.com/groups/global/AllUsers', { group: 'AllUsers' }],
  ['acs.amazonaws.com/groups/global/AuthenticatedUsers', { group: 'AuthenticatedUsers' }],
  ['acs.amazonaws.com/groups/s3/LogDelivery', { group: 'LogDelivery' }],
]);

function readGrant(grant: unknown): AclReading {
  const grantee = isJsonObject(grant) ? grant['Grantee'] : undefined;
  if (!isJsonObject(grant) || !isJsonObject(grantee)) return unreadable('names no grantee');
  const { Permission: permission } = grant;
  const { grantees, unread } = readGrantee(grantee);
  if (typeof permission !== 'string') return { grantees, unread: [...unread, 'names no permission'] };
  return { grantees: grantees.map((one) => ({ ...one, permission })), unread };
}

/** What the grantee is shows in the fields that it has: a group's URI counts whatever `Type` says. */
function readGrantee({ Type: type, URI: uri, ID: id }: JsonObject): AclReading {
  if (typeof uri === 'string') {
    const group = groups.get(uri.replace(/^https?:\/\//, ''));
    return group === undefined ? unreadable(`the group ${uri} is not known`) : readable(group);
  }
  if (type === 'AmazonCustomerByEmail') return readable({ mail: true });
  return typeof id === 'string' ? readable({ canonicalId: id }) : unreadable('names no grantee');
}

function readable(grantee: AclGrantee): AclReading {
  return { grantees: [grantee], unread: [] };
}

function unreadable(problem: string): AclReading {
  return { grantees: [], unread: [problem] };
}
