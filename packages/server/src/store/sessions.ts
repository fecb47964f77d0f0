/** Sessions of people who are signed in. Only hashes of their tokens are kept. */
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';

export async function insertSession(db: Database, session: Row<'session'>): Promise<void> {
  await db.insertInto('session').values(session).execute();
}

export type OpenSession = { readonly session: Row<'session'>; readonly user: Row<'app_user'> };

/** The session of a token with its person, while both are valid. */
export async function openSession(
  db: Database,
  { tokenHash, at }: { readonly tokenHash: string; readonly at: Date },
): Promise<OpenSession | undefined> {
  const session = await db
    .selectFrom('session')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  if (session === undefined) return undefined;
  const user = await db
    .selectFrom('app_user')
    .selectAll()
    .where('id', '=', session.user_id)
    .where('active', '=', true)
    .executeTakeFirst();
  return user === undefined ? undefined : { session, user };
}

export async function renewSession(
  db: Database,
  { id, at, expires }: { readonly id: string; readonly at: Date; readonly expires: Date },
): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_seen_at: at, expires_at: expires })
    .where('id', '=', id)
    .execute();
}

export async function endSession(db: Database, id: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute();
}

/** Signs a person out everywhere, but for the session that is to stay. */
export async function endSessionsOf(db: Database, userId: string, stays?: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .$if(stays !== undefined, (query) => query.where('id', '<>', stays ?? ''))
    .execute();
}

export async function sweepSessions(db: Database, at: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', at).execute();
}
