/** Buckets that let everybody at new objects. */
import { listInternetAccessible } from '../family/list-internet-accessible.ts';

export const defaultAclInternetAccessible = listInternetAccessible({
  rule: 'default-acl-internet-accessible',
  list: 'defaultObjectAcl',
  title: 'New objects are open to everybody',
  why: 'Each object that is written without a list of its own gets this one: allUsers is everybody on the internet and allAuthenticatedUsers everybody with a Google account.',
});
