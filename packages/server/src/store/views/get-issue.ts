/** One issue with its life: transitions, justifications and comments. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Database } from '../database/database.ts';
import type { IssueStatus } from '../schema.ts';
import type { Viewer } from '../viewer.ts';
import { type IssueRow, issueColumns, issueRow, type RenderIssue, visibleIssues } from './list-issues.ts';

export type IssueTransition = {
  readonly at: Date;
  readonly from: IssueStatus | null;
  readonly to: IssueStatus;
  readonly cause: string;
  readonly detail: JsonObject;
};

export type IssueJustification = {
  readonly id: string;
  readonly reason: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly until: Date | null;
  readonly endedAt: Date | null;
  readonly endedBecause: string | null;
};

export type IssueComment = {
  readonly id: string;
  readonly author: string;
  readonly at: Date;
  readonly text: string;
};

export type IssueDetail = IssueRow & {
  readonly details: Readonly<Record<string, string | number>>;
  readonly changedAt: Date;
  readonly fixedAt: Date | null;
  /** Newest first; at most 1,000. */
  readonly transitions: readonly IssueTransition[];
  /** Newest first; at most 1,000. */
  readonly justifications: readonly IssueJustification[];
  /** Oldest first; at most 1,000. */
  readonly comments: readonly IssueComment[];
};

const most = 1_000;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Undefined when there is none of that id, or none that the viewer may see. */
export async function getIssue(
  db: Database,
  viewer: Viewer,
  request: { readonly id: string; readonly renderIssue: RenderIssue },
): Promise<IssueDetail | undefined> {
  const id = request.id.toLowerCase();
  if (!uuid.test(id)) return undefined;
  const found = await visibleIssues(db, viewer)
    .where('issue.id', '=', id)
    .select([...issueColumns, 'issue.changed_at', 'issue.fixed_at'])
    .executeTakeFirst();
  if (found === undefined) return undefined;
  return {
    ...issueRow(found, request.renderIssue),
    details: found.details,
    changedAt: found.changed_at,
    fixedAt: found.fixed_at,
    transitions: await transitionsOf(db, viewer, id),
    justifications: await justificationsOf(db, viewer, id),
    comments: await commentsOf(db, viewer, id),
  };
}

function transitionsOf(db: Database, viewer: Viewer, id: string): Promise<readonly IssueTransition[]> {
  return visibleIssues(db, viewer)
    .innerJoin('issue_transition', 'issue_transition.issue_id', 'issue.id')
    .where('issue.id', '=', id)
    .orderBy('issue_transition.at', 'desc')
    .orderBy('issue_transition.id', 'desc')
    .limit(most)
    .select([
      'issue_transition.at',
      'issue_transition.from_status as from',
      'issue_transition.to_status as to',
      'issue_transition.cause',
      'issue_transition.detail',
    ])
    .execute();
}

function justificationsOf(db: Database, viewer: Viewer, id: string): Promise<readonly IssueJustification[]> {
  return visibleIssues(db, viewer)
    .innerJoin('justification', 'justification.issue_id', 'issue.id')
    .where('issue.id', '=', id)
    .orderBy('justification.created_at', 'desc')
    .orderBy('justification.id', 'desc')
    .limit(most)
    .select([
      'justification.id',
      'justification.reason',
      'justification.author',
      'justification.created_at as createdAt',
      'justification.until',
      'justification.ended_at as endedAt',
      'justification.ended_because as endedBecause',
    ])
    .execute();
}

function commentsOf(db: Database, viewer: Viewer, id: string): Promise<readonly IssueComment[]> {
  return visibleIssues(db, viewer)
    .innerJoin('comment', 'comment.issue_id', 'issue.id')
    .where('issue.id', '=', id)
    .orderBy('comment.at')
    .orderBy('comment.id')
    .limit(most)
    .select(['comment.id', 'comment.author', 'comment.at', 'comment.text'])
    .execute();
}
