/** Justifications that will end by themselves, the next one first. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Viewer } from '../viewer.ts';
import { type IssueRow, issueColumns, issueRow, type RenderIssue, visibleIssues } from './list-issues.ts';
import { decodeCursor, keyFormats, type Page, pageOf, pageSize } from './page.ts';

export type EndingJustification = {
  readonly id: string;
  readonly reason: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly until: Date;
  readonly issue: IssueRow;
};

export type EndingSearch = {
  readonly before: Date;
  readonly renderIssue: RenderIssue;
  readonly after?: string | undefined;
  readonly limit: number;
};

const list = 'ending-justifications';

export async function endingJustifications(
  db: Database,
  viewer: Viewer,
  { before, renderIssue, after, limit: asked }: EndingSearch,
): Promise<Page<EndingJustification>> {
  const limit = pageSize(asked);
  const found = await visibleIssues(db, viewer)
    .innerJoin('justification', 'justification.issue_id', 'issue.id')
    .where('justification.ended_at', 'is', null)
    .where('justification.until', '<', before)
    .$if(after !== undefined, (query) => {
      const [until, id] = decodeCursor(after ?? '', { list, formats: [keyFormats.time, keyFormats.uuid] });
      return query.where(
        sql<boolean>`(justification.until, justification.id) > (${until}::timestamptz, ${id}::uuid)`,
      );
    })
    .orderBy('justification.until')
    .orderBy('justification.id')
    .limit(limit + 1)
    .select([
      ...issueColumns,
      'justification.id as justification',
      'justification.reason',
      'justification.author',
      'justification.created_at as createdAt',
      sql<Date>`justification.until`.as('until'),
      sql<string>`justification.until::text`.as('sort_key'),
    ])
    .execute();
  const page = pageOf(found, {
    limit,
    position: ({ sort_key, justification }) => ({ list, keys: [sort_key, justification] }),
  });
  const rows = page.rows.map((row) => {
    const { justification: id, reason, author, createdAt, until } = row;
    return { id, reason, author, createdAt, until, issue: issueRow(row, renderIssue) };
  });
  return { rows, next: page.next };
}
