/** What people wrote about an item, a revision or an issue. */
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

export async function insertComment(db: Database, comment: Row<'comment'>): Promise<void> {
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
