/** What became of a decision about an issue. */
import type { Decision } from '../../engine/audit/decide-issue.ts';
import { CodedError } from '../../errors/coded-error.ts';
import type { IssueStatus } from '../../store/schema.ts';

/** The issue's new status; an error when there is no such issue or the decision was refused. */
export function requireDecision(decision: Decision, issue: string): IssueStatus {
  if (decision.kind === 'done') return decision.status;
  if (decision.kind === 'unknown') throw new CodedError('issue_unknown', { issue });
  throw new CodedError('issue_state', { issue, status: decision.status, problem: decision.problem });
}
