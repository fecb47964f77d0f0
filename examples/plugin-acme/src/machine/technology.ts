/** Machines: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { oldImage } from './checks/old-image.ts';
import { machine } from './watcher.ts';

export const machineTechnology: Technology = { watcher: machine, checks: [oldImage] };
