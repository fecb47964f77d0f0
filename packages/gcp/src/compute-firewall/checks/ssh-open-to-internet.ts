/** Firewall rules that open SSH to the whole internet. */
import { portOpenCheck } from '../family/port-open-check.ts';

export const sshOpenToInternet = portOpenCheck({ name: 'ssh', port: 22, service: 'SSH', control: '3.6' });
