/** Every migration by name, in order. A migration that has been released is never changed. */
import type { Migration } from 'kysely/migration';
import * as core from '../migrations/0001-core.ts';
import * as ignored from '../migrations/0002-ignored.ts';
import * as overrides from '../migrations/0003-overrides.ts';
import * as signIn from '../migrations/0004-sign-in.ts';
import * as subscriptions from '../migrations/0005-subscriptions.ts';
import * as frozenItems from '../migrations/0006-frozen-items.ts';
import * as discoveredAccounts from '../migrations/0007-discovered-accounts.ts';
import * as past from '../migrations/0008-past.ts';
import * as sinceReturn from '../migrations/0009-since-return.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-core': core,
  '0002-ignored': ignored,
  '0003-overrides': overrides,
  '0004-sign-in': signIn,
  '0005-subscriptions': subscriptions,
  '0006-frozen-items': frozenItems,
  '0007-discovered-accounts': discoveredAccounts,
  '0008-past': past,
  '0009-since-return': sinceReturn,
};
