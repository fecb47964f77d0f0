/** Keeps what lists show of an item in step with its issues. */
import { sql } from 'kysely';
import type { Database } from '../../store/database/database.ts';

/** Sets score, open issues and unknowns of the items anew; a row whose totals are right is not written. */
export async function refreshTotals(tx: Database, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  const ids = [...new Set(itemIds)].sort();
  await sql`
    update item set score = total.score, open_issues = total.open_issues, unknowns = total.unknowns
    from (
      select wanted.id,
        (select coalesce(sum(issue.score), 0)::int from issue
          where issue.item_id = wanted.id and issue.status = 'open') as score,
        (select count(*)::int from issue
          where issue.item_id = wanted.id and issue.status = 'open') as open_issues,
        (select count(*)::int from unknown where unknown.item_id = wanted.id) as unknowns
      from item wanted where wanted.id in (${sql.join(ids)})
    ) total
    where item.id = total.id
      and (item.score, item.open_issues, item.unknowns) is distinct from (total.score, total.open_issues, total.unknowns)
  `.execute(tx);
}
