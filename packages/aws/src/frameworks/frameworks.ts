/** The frameworks that checks of this plugin name. */

import type { Framework } from '@security-monkey/sdk';
import { cisAws70 } from './cis-aws-7.0.ts';

export const frameworks: readonly Framework[] = [cisAws70];
