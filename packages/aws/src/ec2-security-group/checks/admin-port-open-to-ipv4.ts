/** Security groups that let all of IPv4 reach SSH or RDP. */
import { adminPortCheck } from '../family/admin-port.ts';

export const adminPortOpenToIpv4 = adminPortCheck({
  name: 'admin-port-open-to-ipv4',
  principal: '0.0.0.0/0',
  family: 'IPv4',
  control: '6.3',
  narrow: '203.0.113.0/24',
  other: '::/0',
});
