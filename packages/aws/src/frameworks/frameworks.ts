/** The frameworks that checks of this plugin name. */
import { cisAws70 } from './cis-aws-7.0.ts';
import type { Framework } from '@security-monkey/sdk';

export const frameworks: readonly Framework[] = [cisAws70];
