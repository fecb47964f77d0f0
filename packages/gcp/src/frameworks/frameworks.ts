/** The frameworks that checks of this plugin name. */
import type { Framework } from '@security-monkey/sdk';
import { cisGcp50 } from './cis-gcp-5.0.ts';

export const frameworks: readonly Framework[] = [cisGcp50];
