/** The people who may sign in. A person reads their own row; all of them are read on behalf of the product, after authorisation. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import type { Viewer } from './viewer.ts';

export async function insertUser(db: Database, user: Row<'app_user'>): Promise<void> {
  await db
    .insertInto('app_user')
    .values({ ...user, accounts: JSON.stringify(user.accounts) })
    .execute();
}

export type UserChange = Partial<
  Pick<Row<'app_user'>, 'name' | 'role' | 'accounts' | 'password_hash' | 'active'>
>;

export async function updateUser(db: Database, id: string, change: UserChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  const { accounts, ...rest } = change;
  await db
    .updateTable('app_user')
    .set({ ...rest, ...(accounts !== undefined && { accounts: JSON.stringify(accounts) }) })
    .where('id', '=', id)
    .execute();
}

export async function userById(
  db: Database,
  viewer: Viewer,
  id: string,
): Promise<Row<'app_user'> | undefined> {
  return usersSeenBy(db, viewer).where('id', '=', id).executeTakeFirst();
}

/** Addresses are compared without regard to case. */
export async function userByEmail(
  db: Database,
  viewer: Viewer,
  email: string,
): Promise<Row<'app_user'> | undefined> {
  return usersSeenBy(db, viewer).where(sql<boolean>`lower(email) = lower(${email})`).executeTakeFirst();
}

export async function listUsers(db: Database, viewer: Viewer): Promise<readonly Row<'app_user'>[]> {
  return usersSeenBy(db, viewer).orderBy('email').execute();
}

function usersSeenBy(db: Database, viewer: Viewer) {
  return db.selectFrom('app_user').selectAll().where(isSelf(viewer));
}

function isSelf(viewer: Viewer): RawBuilder<SqlBool> {
  return viewer.kind === 'system' ? sql`true` : sql`id = ${viewer.userId}::uuid`;
}
