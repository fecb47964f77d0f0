/** The people who may sign in. A person reads their own row; all of them are read on behalf of the product, after authorisation. */
import { type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import type { Database } from './database/database.ts';
import type { Row, Tables } from './schema.ts';
import type { Viewer } from './viewer.ts';
import { decodeCursor, keyFormats, type Page, pageOf, pageSize } from './views/page.ts';

export async function insertUser(db: Database, user: Row<'app_user'>): Promise<void> {
  await db
    .insertInto('app_user')
    .values({ ...user, accounts: JSON.stringify(user.accounts) })
    .execute();
}

/** What is undefined stays. */
export type UserChange = {
  readonly [Key in 'name' | 'role' | 'accounts' | 'password_hash' | 'active']?:
    | Row<'app_user'>[Key]
    | undefined;
};

export async function updateUser(db: Database, id: string, change: UserChange): Promise<void> {
  if (Object.values(change).every((value) => value === undefined)) return;
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

/** A page of them by address. */
export async function pageOfUsers(
  db: Database,
  viewer: Viewer,
  { after, limit: asked }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Row<'app_user'>>> {
  const limit = pageSize(asked);
  const found = await usersSeenBy(db, viewer)
    .$if(after !== undefined, (query) => {
      const [email] = decodeCursor(after ?? '', { list: 'people', formats: [keyFormats.text] });
      return query.where(sql<boolean>`email collate "C" > ${email}`);
    })
    .orderBy(sql`email collate "C"`)
    .limit(limit + 1)
    .execute();
  return pageOf(found, { limit, position: ({ email }) => ({ list: 'people', keys: [email] }) });
}

/** Locks those who can administrate everything, and counts them: of two changes at once the second sees the first. */
export async function lockAdministrators(tx: Transaction<Tables>): Promise<readonly string[]> {
  const found = await tx
    .selectFrom('app_user')
    .select('id')
    .where('role', '=', 'admin')
    .where('active', '=', true)
    .where('password_hash', 'is not', null)
    .where(sql<boolean>`accounts = '"all"'::jsonb`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return found.map(({ id }) => id);
}
