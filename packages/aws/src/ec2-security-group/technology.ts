/** Security groups: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { adminPortOpenToIpv4 } from './checks/admin-port-open-to-ipv4.ts';
import { adminPortOpenToIpv6 } from './checks/admin-port-open-to-ipv6.ts';
import { cifsOpenToInternet } from './checks/cifs-open-to-internet.ts';
import { defaultGroupAllowsTraffic } from './checks/default-group-allows-traffic.ts';
import { friendlyAccountEgress } from './checks/friendly-account-egress.ts';
import { friendlyAccountIngress } from './checks/friendly-account-ingress.ts';
import { internetAccessibleEgress } from './checks/internet-accessible-egress.ts';
import { internetAccessibleIngress } from './checks/internet-accessible-ingress.ts';
import { privateRangeOutsideVpc } from './checks/private-range-outside-vpc.ts';
import { thirdPartyAccountEgress } from './checks/third-party-account-egress.ts';
import { thirdPartyAccountIngress } from './checks/third-party-account-ingress.ts';
import { unknownAccessEgress } from './checks/unknown-access-egress.ts';
import { unknownAccessIngress } from './checks/unknown-access-ingress.ts';
import { ec2SecurityGroup } from './watcher.ts';

export const ec2SecurityGroupTechnology: Technology = {
  watcher: ec2SecurityGroup,
  checks: [
    adminPortOpenToIpv4,
    adminPortOpenToIpv6,
    cifsOpenToInternet,
    defaultGroupAllowsTraffic,
    friendlyAccountEgress,
    friendlyAccountIngress,
    internetAccessibleEgress,
    internetAccessibleIngress,
    privateRangeOutsideVpc,
    thirdPartyAccountEgress,
    thirdPartyAccountIngress,
    unknownAccessEgress,
    unknownAccessIngress,
  ],
};
