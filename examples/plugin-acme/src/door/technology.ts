/** Doors: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { keyOfGuest } from './checks/key-of-guest.ts';
import { unlocked } from './checks/unlocked.ts';
import { door } from './watcher.ts';

export const doorTechnology: Technology = { watcher: door, checks: [unlocked, keyOfGuest] };
