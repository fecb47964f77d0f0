/** Justifications: why an issue is acceptable, by whom, for what evidence, until when. An issue has one at most that has not ended. */
import { sql } from 'kysely';
import { batches, recordset } from './bulk.ts';
import type { Database } from './database/database.ts';
import type { Row } from './schema.ts';
import { isOneOf, sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

export type NewJustification = Omit<Row<'justification'>, 'ended_at' | 'ended_because'>;

export async function insertJustification(db: Database, justification: NewJustification): Promise<void> {
  await db
    .insertInto('justification')
    .values({
      ...justification,
      evidence: JSON.stringify(justification.evidence),
      ended_at: null,
      ended_because: null,
    })
    .execute();
}

export type EndedJustification = { readonly id: string; readonly at: Date; readonly because: string };

/** Ends justifications; one that has ended before keeps its end. */
export async function endJustifications(db: Database, ended: readonly EndedJustification[]): Promise<void> {
  const rows = ended.map(({ id, at, because }) => ({ id, ended_at: at, ended_because: because }));
  for (const batch of batches(rows, ['id', 'ended_at', 'ended_because'])) {
    await sql`
      update justification set ended_at = given.ended_at, ended_because = given.ended_because
      from ${recordset('justification', batch)} as given
      where justification.id = given.id and justification.ended_at is null`.execute(db);
  }
}

/** The justifications of the issues that have not ended. */
export async function currentJustifications(
  db: Database,
  viewer: Viewer,
  issueIds: readonly string[],
): Promise<readonly Row<'justification'>[]> {
  if (issueIds.length === 0) return [];
  return justificationsSeenBy(db, viewer)
    .where(isOneOf('justification.issue_id', issueIds))
    .where('ended_at', 'is', null)
    .orderBy('issue_id')
    .execute();
}

/** Every justification that an issue had, the oldest first. */
export async function justificationsOf(
  db: Database,
  viewer: Viewer,
  issueId: string,
): Promise<readonly Row<'justification'>[]> {
  return justificationsSeenBy(db, viewer)
    .where('justification.issue_id', '=', issueId)
    .orderBy('created_at')
    .orderBy('justification.id')
    .execute();
}

/** Justifications that have run out by `at` and were not ended yet, those that ran out first first. */
export async function expiredJustifications(
  db: Database,
  viewer: Viewer,
  { at, limit }: { readonly at: Date; readonly limit: number },
): Promise<readonly Row<'justification'>[]> {
  return justificationsSeenBy(db, viewer)
    .where('ended_at', 'is', null)
    .where('until', '<=', at)
    .orderBy('until')
    .orderBy('justification.id')
    .limit(limit)
    .execute();
}

function justificationsSeenBy(db: Database, viewer: Viewer) {
  return db
    .selectFrom('justification')
    .innerJoin('issue', 'issue.id', 'justification.issue_id')
    .selectAll('justification')
    .where(sees(viewer, 'issue.account_id'));
}
