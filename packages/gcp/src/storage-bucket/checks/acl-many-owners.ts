/** Buckets with many owners by their access list. */
import { listManyOwners } from '../family/list-many-owners.ts';

export const aclManyOwners = listManyOwners({
  rule: 'acl-many-owners',
  list: 'acl',
  title: 'The access list has many owners',
});
