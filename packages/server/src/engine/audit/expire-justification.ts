/** What becomes of an issue whose justification has run out. Pure. */
import type { IssueChange, Justification, StoredIssue } from './issue-state.ts';

/** A justified issue opens again; in any other status only the justification ends. */
export function expireJustification(
  issue: StoredIssue,
  justification: Justification,
  now: Date,
): IssueChange {
  const { id, ...state } = issue;
  const endedJustification = { id: justification.id, because: 'expired' };
  if (issue.status !== 'justified') return { id, state, endedJustification };
  return {
    id,
    state: { ...state, status: 'open', changedAt: now },
    transition: { from: 'justified', to: 'open', cause: 'expiry', detail: { ended: 'expired' } },
    event: 'issue.reopened',
    endedJustification,
  };
}
