/** Buckets whose new objects get many owners. */
import { listManyOwners } from '../family/list-many-owners.ts';

export const defaultAclManyOwners = listManyOwners({
  rule: 'default-acl-many-owners',
  list: 'defaultObjectAcl',
  title: 'New objects get many owners',
});
