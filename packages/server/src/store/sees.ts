/** The condition of every read: that a row belongs to an account which the viewer may see. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Viewer, visibleAccounts } from './viewer.ts';

/** `column` holds an account's id, such as `item.account_id`; a row without an account is seen by those who see all. */
export function sees(viewer: Viewer, column: string): RawBuilder<SqlBool> {
  const accounts = visibleAccounts(viewer);
  if (accounts === 'all') return sql`true`;
  return sql`${sql.ref(column)} = any(${[...accounts]}::uuid[])`;
}

/** That the row's item belongs to an account which the viewer may see; for tables that know their account by the item only. */
export function seesItem(viewer: Viewer, column: string): RawBuilder<SqlBool> {
  if (visibleAccounts(viewer) === 'all') return sql`true`;
  return sql`exists (select 1 from item as seen where seen.id = ${sql.ref(column)} and ${sees(viewer, 'seen.account_id')})`;
}

/** That a column holds one of the ids. One parameter however many there are. */
export function isOneOf(
  column: string,
  values: readonly string[],
  type: 'uuid' | 'text' = 'uuid',
): RawBuilder<SqlBool> {
  return sql`${sql.ref(column)} = any(${[...values]}::${sql.raw(type)}[])`;
}
