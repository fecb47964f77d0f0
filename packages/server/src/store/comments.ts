/** What people wrote about an item, a revision or an issue. */

import type { Insertable } from 'kysely';
import type { Database } from './database/database.ts';
import type { Row, Tables } from './schema.ts';
import { sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

export async function insertComment(db: Database, comment: Insertable<Tables['comment']>): Promise<void> {
  await db.insertInto('comment').values(comment).execute();
}

/** The comments on an item (with those on its revisions) or on an issue, the oldest first. */
export async function commentsOn(
  db: Database,
  viewer: Viewer,
  on: { readonly itemId: string } | { readonly issueId: string },
): Promise<readonly Row<'comment'>[]> {
  const query = db.selectFrom('comment').selectAll().where(sees(viewer, 'account_id'));
  const chosen =
    'itemId' in on ? query.where('item_id', '=', on.itemId) : query.where('issue_id', '=', on.issueId);
  return chosen.orderBy('at').orderBy('id').execute();
}

export async function commentById(
  db: Database,
  viewer: Viewer,
  id: string,
): Promise<Row<'comment'> | undefined> {
  return db
    .selectFrom('comment')
    .selectAll()
    .where('id', '=', id)
    .where(sees(viewer, 'account_id'))
    .executeTakeFirst();
}

export async function removeComment(db: Database, id: string): Promise<void> {
  await db.deleteFrom('comment').where('id', '=', id).execute();
}
