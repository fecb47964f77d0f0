/** Who holds grants by the access lists of a bucket, and whether the lists count. */
import type { Evidence } from '@security-monkey/sdk';
import type { BucketConfig } from './config.ts';

/** The bucket's own list, and the one that new objects get. */
export type ListName = 'acl' | 'defaultObjectAcl';

export type Grant = { readonly entity: string; readonly role: string; readonly evidence: Evidence };

/** The grants of a list that is in force: uniform access switches access lists off. https://cloud.google.com/storage/docs/uniform-bucket-level-access */
export function grantsOf(config: BucketConfig, list: ListName): readonly Grant[] {
  if (config.iamConfiguration?.uniformBucketLevelAccess?.enabled === true) return [];
  return (config[list] ?? []).map(({ entity = '', role = '' }, index) => ({
    entity,
    role,
    evidence: { path: `/${list}/${index}`, value: { entity, role } },
  }));
}

/** Whether the bucket refuses everybody whatever its lists say: https://cloud.google.com/storage/docs/public-access-prevention */
export function isPublicAccessPrevented({ iamConfiguration }: BucketConfig): boolean {
  return iamConfiguration?.publicAccessPrevention === 'enforced';
}

export function isEverybody({ entity }: Grant): boolean {
  return entity === 'allUsers' || entity === 'allAuthenticatedUsers';
}
