/** Other assets of an organization: the watcher, without checks. */
import type { Technology } from '@security-monkey/sdk';
import { organizationAsset } from './watcher.ts';

export const organizationAssetTechnology: Technology = { watcher: organizationAsset, checks: [] };
