/** Who holds grants by a bucket's ACL, and whether the ACL counts at all. */
import type { CheckContext, Evidence } from '@security-monkey/sdk';
import { accountBlock } from './account-block.ts';
import type { BucketConfig } from './config.ts';

const groups = ['AllUsers', 'AuthenticatedUsers', 'LogDelivery'] as const;

export type Holder = {
  /** A predefined group, or undefined for an account. */
  readonly group: (typeof groups)[number] | undefined;
  /** The group's name, or the canonical user id, mail address or unknown URI. */
  readonly principal: string;
  /** The permissions, each where it stands. */
  readonly evidence: readonly Evidence[];
  /** The permissions for a text, such as `READ, WRITE`. */
  readonly permissions: string;
};

type Permission = Evidence & { readonly value: string };

/** Everyone with a grant, each once. */
export function holdersOf({ Acl }: BucketConfig): readonly Holder[] {
  const grants = new Map<string, readonly Permission[]>();
  for (const [index, { Grantee, Permission }] of (Acl?.Grants ?? []).entries()) {
    const written = Grantee.URI ?? Grantee.ID ?? Grantee.EmailAddress ?? 'a grantee without a name';
    const name = groupOf(written) ?? written;
    const found = { path: `/Acl/Grants/${index}/Permission`, value: Permission };
    grants.set(name, [...(grants.get(name) ?? []), found]);
  }
  return [...grants].map(([name, evidence]) => ({
    group: groups.find((group) => group === name),
    principal: name,
    evidence,
    permissions: [...new Set(evidence.map(({ value }) => value))].sort().join(', '),
  }));
}

/** With the setting BucketOwnerEnforced, ACLs are kept but grant nothing: https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
export function isAclInForce({ OwnershipControls }: BucketConfig): boolean {
  const rules = OwnershipControls?.Rules ?? [];
  return !rules.some(({ ObjectOwnership }) => ObjectOwnership === 'BucketOwnerEnforced');
}

/** Whether the block of the bucket or of its account makes S3 ignore grants to everyone. */
export function arePublicGrantsIgnored({ config, related }: CheckContext<BucketConfig>): boolean {
  if (config.PublicAccessBlock?.IgnorePublicAcls === true) return true;
  return related(accountBlock).some(({ value }) => value['IgnorePublicAcls'] === true);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#specifying-grantee-predefined-groups */
function groupOf(uri: string): Holder['group'] {
  const path = uri.toLowerCase().replace(/^https?:\/\/acs\.amazonaws\.com\/groups\//, '');
  if (path === 'global/allusers') return 'AllUsers';
  if (path === 'global/authenticatedusers') return 'AuthenticatedUsers';
  return path === 's3/logdelivery' ? 'LogDelivery' : undefined;
}
