/** A resource that was renamed takes its issues along: they and their justifications are those of the resource, whatever it is called. */
import { sql } from 'kysely';
import type { Database } from '../../store/database/database.ts';
import { isOneOf } from '../../store/sees.ts';
import type { StoredIssueOfCheck } from './conclude-item.ts';
import { issueOfRow } from './stored-issues.ts';

/**
 * Gives issues of the items, which are locked, the lineages that the items have now. What stays behind, by item, because
 * the new lineage has the same issue of a former resource: nothing has it any more. Where another resource has taken the
 * old lineage over, the issues are that one's.
 */
export async function moveIssues(
  tx: Database,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredIssueOfCheck[]>> {
  if (itemIds.length === 0) return new Map();
  await sql`
    update issue set lineage = item.lineage from item
    where ${isStray(itemIds)} and not exists (
      select 1 from issue as same
      where same.account_id = issue.account_id and same.lineage = item.lineage and same.check_id = issue.check_id
        and same.message_id = issue.message_id and same.subject_key = issue.subject_key)`.execute(tx);
  const rows = await tx
    .selectFrom('issue')
    .innerJoin('item', 'item.id', 'issue.item_id')
    .selectAll('issue')
    .where(isStray(itemIds))
    .orderBy('issue.id')
    .forUpdate('issue')
    .execute();
  return Map.groupBy(rows.map(issueOfRow), ({ itemId }) => itemId);
}

function isStray(itemIds: readonly string[]) {
  return sql<boolean>`(${isOneOf('issue.item_id', itemIds)} and item.id = issue.item_id
    and issue.lineage <> item.lineage and not exists (
      select 1 from item as other
      where other.account_id = item.account_id and other.technology = item.technology
        and other.lineage = issue.lineage and other.status <> 'deleted'))`;
}
