/** Other assets of a project: the watcher, without checks. */
import type { Technology } from '@security-monkey/sdk';
import { asset } from './watcher.ts';

export const assetTechnology: Technology = { watcher: asset, checks: [] };
