/** An issue that came back after it was fixed is there since its return; before, it was said to be there since its beginning. */
import { type QueryExecutorProvider, sql } from 'kysely';

export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`
    update issue set opened_at = returned.at
    from (
      select issue_id, max(at) as at from issue_transition
      where from_status = 'fixed' and to_status <> 'fixed' group by issue_id
    ) as returned
    where issue.id = returned.issue_id and issue.status <> 'fixed'`.execute(db);
}
