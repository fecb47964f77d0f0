/** Reads the issues of lineages with their running justifications, locked until the transaction ends. */
import type { Database } from '../../store/database/database.ts';
import { currentJustifications } from '../../store/justifications.ts';
import type { Row } from '../../store/schema.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { StoredIssueOfCheck } from './conclude-item.ts';
import type { Justification } from './issue-state.ts';
import { lineageKey } from './pending-page.ts';

export function issueOfRow(row: Row<'issue'>): StoredIssueOfCheck {
  return {
    id: row.id,
    checkId: row.check_id,
    itemId: row.item_id,
    messageId: row.message_id,
    subjectKey: row.subject_key,
    subject: row.subject,
    details: row.details,
    evidence: row.evidence,
    evidenceHash: row.evidence_hash,
    score: row.score,
    status: row.status,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    fixedAt: row.fixed_at,
    unverifiedSince: row.unverified_since,
  };
}

type Lineage = Pick<Row<'item'>, 'account_id' | 'technology' | 'lineage'>;

/** By the key of the lineage, its issues in a fixed order. */
export async function lockIssues(
  tx: Database,
  lineages: readonly Lineage[],
): Promise<ReadonlyMap<string, readonly StoredIssueOfCheck[]>> {
  if (lineages.length === 0) return new Map();
  const wanted = new Set(lineages.map(lineageKey));
  const rows = await tx
    .selectFrom('issue')
    .selectAll()
    .where('account_id', 'in', [...new Set(lineages.map((row) => row.account_id))])
    .where('lineage', 'in', [...new Set(lineages.map((row) => row.lineage))])
    .orderBy('id')
    .forUpdate()
    .execute();
  const grouped = Map.groupBy(
    rows.filter((row) => wanted.has(lineageKey(row))),
    lineageKey,
  );
  return new Map([...grouped].map(([key, issues]) => [key, issues.map(issueOfRow)]));
}

/** By issue, the justification that has not ended. */
export async function runningJustifications(
  tx: Database,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, Justification>> {
  const rows = await currentJustifications(tx, systemViewer, issueIds);
  return new Map(rows.map(({ id, issue_id: issue, evidence, until }) => [issue, { id, evidence, until }]));
}
