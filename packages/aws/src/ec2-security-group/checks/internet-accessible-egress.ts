/** Security groups that let everything out. */
import { internetAccessCheck } from '../family/internet-access.ts';

export const internetAccessibleEgress = internetAccessCheck({
  direction: 'egress',
  title: 'Connections to the whole internet are allowed',
  why: 'What has broken in can call home and carry data out. EC2 gives every new group this rule, so it is seldom a choice.',
  fix: 'Replace the default rule by the destinations that are needed: VPC endpoints, prefix lists, a proxy.',
});
