/** Organizations: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { organization } from './watcher.ts';

export const organizationTechnology: Technology = {
  watcher: organization,
  checks: [],
};
