/** Who holds grants by a bucket's ACL, and whether the ACL counts at all. */
import {
  type AclGrantee,
  type AclGrantVerdict,
  aclGrantJudge,
  type CheckContext,
  type Evidence,
} from '@security-monkey/sdk';
import { accountBlock } from './account-block.ts';
import type { BucketConfig } from './config.ts';

const groups = ['AllUsers', 'AuthenticatedUsers', 'LogDelivery'] as const;

export type Holder = {
  /** A predefined group, or undefined for an account. */
  readonly group: (typeof groups)[number] | undefined;
  /** The group's name, or the canonical user id, mail address or unknown URI. */
  readonly principal: string;
  /** The permissions, each where it stands. */
  readonly evidence: readonly Permission[];
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
  return [...grants].map(([name, permissions]) =>
    holder({ principal: name, group: groups.find((group) => group === name) }, permissions),
  );
}

/** The holders with those of their permissions that the Denies of the bucket's policy leave them; without those left none. */
export function holdersLeft(
  holders: readonly Holder[],
  context: CheckContext<BucketConfig>,
  isMeant: (left: AclGrantVerdict) => boolean,
): readonly Holder[] {
  if (holders.length === 0) return [];
  const { config, item } = context;
  const bucket = `arn:${item.partition}:s3:::${config.Name}`;
  const judge = aclGrantJudge(context, { owner: config.Acl?.Owner?.ID ?? '', bucket, policy: config.Policy });
  return holders.flatMap((one) => {
    const left = one.evidence.filter(({ value }) => isMeant(judge(granteeOf(one, value))));
    return left.length === 0 ? [] : [holder(one, left)];
  });
}

function holder({ group, principal }: Pick<Holder, 'group' | 'principal'>, held: Holder['evidence']): Holder {
  const permissions = [...new Set(held.map(({ value }) => value))].sort().join(', ');
  return { group, principal, evidence: held, permissions };
}

function granteeOf({ group, principal }: Holder, permission: string): AclGrantee {
  return group === undefined ? { canonicalId: principal, permission } : { group, permission };
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
