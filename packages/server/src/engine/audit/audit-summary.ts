/** What an audit changed, counted. */
import type { ItemSelection } from '../../store/audit-queue.ts';
import type { Database } from '../../store/database/database.ts';
import { isOneOf } from '../../store/sees.ts';
import type { Conclusion } from './conclude-item.ts';

export type AuditSummary = {
  /** Items that were looked at. */
  readonly items: number;
  readonly opened: number;
  readonly reopened: number;
  readonly fixed: number;
  /** Answers that failed by a defect of a check in this audit, and items whose answers could not be written. */
  readonly failed: number;
  /** Items that a scan held or changed meanwhile: the next audit takes them. */
  readonly left: number;
  /** Answers that are unknown now, whether or not this audit looked at them: neither pass nor fail. */
  readonly unknown: number;
};

export const emptySummary: AuditSummary = {
  items: 0,
  opened: 0,
  reopened: 0,
  fixed: 0,
  failed: 0,
  left: 0,
  unknown: 0,
};

export function addConclusions(summary: AuditSummary, conclusions: readonly Conclusion[]): AuditSummary {
  const events = conclusions.flatMap(({ changes }) => changes.map(({ event }) => event));
  const count = (kind: string) => events.filter((event) => event === kind).length;
  return {
    ...summary,
    items: summary.items + conclusions.length,
    opened: summary.opened + count('issue.opened'),
    reopened: summary.reopened + count('issue.reopened'),
    fixed: summary.fixed + count('issue.fixed'),
    failed: summary.failed + conclusions.reduce((sum, { failures }) => sum + failures.length, 0),
  };
}

/** The unknown answers on what the filter takes. */
export async function countUnknowns(
  db: Database,
  { accountIds, technologies }: ItemSelection,
): Promise<number> {
  const { count } = await db
    .selectFrom('unknown')
    .innerJoin('item', 'item.id', 'unknown.item_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .$if(accountIds !== undefined, (query) => query.where(isOneOf('item.account_id', accountIds ?? [])))
    .$if(technologies !== undefined, (query) =>
      query.where(isOneOf('item.technology', technologies ?? [], 'text')),
    )
    .executeTakeFirstOrThrow();
  return count;
}
