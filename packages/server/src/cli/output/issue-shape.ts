/** An issue as it is printed: a row of a table, or an object. */
import type { JsonObject } from '@security-monkey/sdk';
import type { IssueRow } from '../../store/views/list-issues.ts';
import type { TableColumn } from './table.ts';
import { isoOrNull } from './time.ts';

export const issueTable: readonly TableColumn<IssueRow>[] = [
  { title: 'score', value: (issue) => issue.score, align: 'right' },
  {
    title: 'status',
    value: (issue) => (issue.unverifiedSince === null ? issue.status : `${issue.status} (unverified)`),
  },
  { title: 'account', value: (issue) => issue.account, shrink: true },
  { title: 'region', value: (issue) => issue.region },
  { title: 'name', value: (issue) => issue.name, shrink: true },
  { title: 'check', value: (issue) => issue.check, shrink: true },
  { title: 'what', value: (issue) => issue.text, shrink: true },
  { title: 'id', value: (issue) => issue.id },
];

/** The fields of design §6, in its order. */
export function issueObject(issue: IssueRow): JsonObject {
  return {
    ...issue,
    evidence: issue.evidence.map(({ path, value }) => ({ path, value })),
    openedAt: issue.openedAt.toISOString(),
    unverifiedSince: isoOrNull(issue.unverifiedSince),
  };
}
