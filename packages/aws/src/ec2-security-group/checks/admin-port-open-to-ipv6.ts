/** Security groups that let all of IPv6 reach SSH or RDP. */
import { adminPortCheck } from '../family/admin-port.ts';

export const adminPortOpenToIpv6 = adminPortCheck({
  name: 'admin-port-open-to-ipv6',
  principal: '::/0',
  family: 'IPv6',
  control: '6.4',
  narrow: '2001:db8::/32',
  other: '0.0.0.0/0',
});
