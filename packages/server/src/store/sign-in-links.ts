/** One-time links: for the first administrator, and for people who are to set a password. Only hashes of their tokens are kept. */
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';

export type NewLink = Omit<Row<'sign_in_link'>, 'used_at'>;

/** A new link for the same person takes the place of the former. */
export async function replaceLink(db: Database, link: NewLink): Promise<void> {
  await db
    .deleteFrom('sign_in_link')
    .where((eb) => (link.user_id === null ? eb('user_id', 'is', null) : eb('user_id', '=', link.user_id)))
    .execute();
  await db
    .insertInto('sign_in_link')
    .values({ ...link, used_at: null })
    .execute();
}

/** Uses a link up; undefined when it is used, expired or unknown. Of several at the same time one gets it. */
export async function markLinkUsed(
  db: Database,
  { tokenHash, at }: { readonly tokenHash: string; readonly at: Date },
): Promise<Row<'sign_in_link'> | undefined> {
  return await db
    .updateTable('sign_in_link')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returningAll()
    .executeTakeFirst();
}

/** What a link is for: the first administrator has no row yet, everybody else sets the password of theirs. */
export type LinkPurpose = 'first-administrator' | 'person';

/** What a link could be used for; undefined when it cannot. Tells nothing of whose it is. */
export async function linkPurpose(
  db: Database,
  { tokenHash, at }: { readonly tokenHash: string; readonly at: Date },
): Promise<LinkPurpose | undefined> {
  const found = await db
    .selectFrom('sign_in_link')
    .select('user_id')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  return found.user_id === null ? 'first-administrator' : 'person';
}
