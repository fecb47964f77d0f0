/** Reads one issue for a decision about it, locked together with its item until the transaction ends. */
import type { Database } from '../../store/database/database.ts';
import type { Row } from '../../store/schema.ts';
import type { EventItem } from '../notify/events.ts';
import type { StoredIssueOfCheck } from './conclude-item.ts';
import type { Justification } from './issue-state.ts';
import { issueOfRow, runningJustifications } from './stored-issues.ts';

export type LockedIssue = {
  readonly issue: StoredIssueOfCheck;
  readonly account: Row<'account'>;
  readonly item: EventItem;
  readonly justification: Justification | undefined;
};

/** The item is locked first, as an audit does, so that the two never wait for each other. */
export async function lockIssue(tx: Database, issueId: string): Promise<LockedIssue | undefined> {
  const item = await tx
    .selectFrom('item')
    .innerJoin('issue', 'issue.item_id', 'item.id')
    .select(['item.id', 'item.technology', 'item.region', 'item.identity', 'item.lineage', 'item.name'])
    .where('issue.id', '=', issueId)
    .forNoKeyUpdate('item')
    .executeTakeFirst();
  if (item === undefined) return undefined;
  const row = await tx
    .selectFrom('issue')
    .selectAll()
    .where('id', '=', issueId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const account = await tx
    .selectFrom('account')
    .selectAll()
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow();
  const justifications = await runningJustifications(tx, [issueId]);
  return { issue: issueOfRow(row), account, item, justification: justifications.get(issueId) };
}
