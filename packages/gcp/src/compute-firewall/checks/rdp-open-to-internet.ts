/** Firewall rules that open remote desktops to the whole internet. */
import { portOpenCheck } from '../family/port-open-check.ts';

export const rdpOpenToInternet = portOpenCheck({ name: 'rdp', port: 3389, service: 'RDP', control: '3.7' });
