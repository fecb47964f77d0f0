/** Security groups that let the whole internet in. */
import { internetAccessCheck } from '../family/internet-access.ts';

export const internetAccessibleIngress = internetAccessCheck({
  direction: 'ingress',
  title: 'The whole internet may connect',
  why: 'Whatever listens behind the group is tried by scanners within minutes, and a weakness in it is found by them first.',
  fix: 'Narrow the rule to the networks or security groups that need it; put public services behind a load balancer.',
});
