/** Every migration by name, in order. A migration that has been released is never changed. */
import type { Migration } from 'kysely/migration';
import * as core from '../migrations/0001-core.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-core': core,
};
