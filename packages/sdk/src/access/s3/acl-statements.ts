/** The grants of a bucket's ACL as statements, so that the Denies of its policy can be held against them. */
import type { Principal } from '../policy/parse-principal.ts';
import type { PolicyDocument, Statement } from '../policy/statement.ts';
import type { AclGrantee } from './acl.ts';

/**
 * What each permission on a bucket lets do.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#acl-access-policy-permission-mapping
 */
const onBucket: ReadonlyMap<string, readonly string[]> = new Map([
  ['READ', ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads']],
  ['READ_ACP', ['s3:GetBucketAcl']],
  ['WRITE_ACP', ['s3:PutBucketAcl']],
]);
/** Objects are deleted, too, by whoever owns them. */
const onObjects: readonly string[] = ['s3:PutObject', 's3:DeleteObject'];

/** Whose ACL it is: the canonical id of the bucket's owner, and the bucket's ARN. */
export type AclOwner = { readonly owner: string; readonly bucket: string };

/** For each grantee but the owner and log delivery, which is a service; numbered among themselves. */
export function aclStatements(
  grantees: readonly AclGrantee[],
  { owner, bucket }: AclOwner,
): readonly Statement[] {
  return grantees
    .flatMap((grantee) => {
      const principal = principalOf(grantee, owner);
      if (principal === undefined) return [];
      return rightsOf(grantee, bucket).map(({ actions, resource }) => ({ principal, actions, resource }));
    })
    .map(({ principal, actions, resource }, at) => ({
      index: at,
      effect: 'Allow',
      actions: { but: false, patterns: actions },
      resources: { but: false, patterns: [resource] },
      principals: { but: false, list: [principal] },
      conditions: [],
    }));
}

function principalOf(grantee: AclGrantee, owner: string): Principal | undefined {
  if ('group' in grantee) {
    const { group } = grantee;
    return group === 'LogDelivery' ? undefined : { kind: 'anyone', text: group };
  }
  if ('mail' in grantee) return { kind: 'canonical-user', text: 'an account given by its mail' };
  const { canonicalId } = grantee;
  return canonicalId === owner ? undefined : { kind: 'canonical-user', text: canonicalId };
}

/** A permission that is not known may be any. */
function rightsOf(
  { permission = '' }: AclGrantee,
  bucket: string,
): readonly { readonly actions: readonly string[]; readonly resource: string }[] {
  const named = onBucket.get(permission);
  if (named !== undefined) return [{ actions: named, resource: bucket }];
  const objects = { actions: onObjects, resource: `${bucket}/*` };
  return permission === 'WRITE' ? [objects] : [{ actions: ['s3:*'], resource: bucket }, objects];
}

/** All that a bucket's policy names is the bucket itself and its objects. Undefined where it names it by patterns only. */
export function bucketNamedIn({ statements }: PolicyDocument): string | undefined {
  const patterns = statements.flatMap(({ resources }) => resources?.patterns ?? []);
  const named = patterns.flatMap(
    (pattern) => /^(arn:[^:*?]+:s3:::[^/*?$]+)(?:\/|$)/.exec(pattern)?.[1] ?? [],
  );
  const [bucket, ...others] = new Set(named);
  return others.length === 0 ? bucket : undefined;
}
