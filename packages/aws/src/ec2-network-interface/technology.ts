/** Network interfaces: the watcher. The original had no checks on them, and neither have we: their groups are judged. */
import type { Technology } from '@security-monkey/sdk';
import { ec2NetworkInterface } from './watcher.ts';

export const ec2NetworkInterfaceTechnology: Technology = {
  watcher: ec2NetworkInterface,
  checks: [],
};
