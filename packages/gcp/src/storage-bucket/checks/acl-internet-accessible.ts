/** Buckets whose access list lets everybody in. */
import { listInternetAccessible } from '../family/list-internet-accessible.ts';

export const aclInternetAccessible = listInternetAccessible({
  rule: 'acl-internet-accessible',
  list: 'acl',
  title: 'The access list lets everybody in',
  why: 'allUsers is everybody on the internet and allAuthenticatedUsers everybody with a Google account. By the bucket’s list they see which objects there are, or write, or hand out access themselves.',
});
