/** An issue as the diff sees it, and a change of one. */
import type { Evidence, JsonObject, JudgedFinding } from '@security-monkey/sdk';
import type { IssueStatus } from '../../store/schema.ts';
import type { Cause } from './cause.ts';

export type IssueState = {
  /** The item that has the issue now: after a re-creation, the new one. */
  readonly itemId: string;
  readonly messageId: string;
  readonly subjectKey: string;
  readonly subject: JudgedFinding['subject'];
  readonly details: JudgedFinding['details'];
  readonly evidence: readonly Evidence[];
  readonly evidenceHash: string;
  readonly score: number;
  readonly status: IssueStatus;
  /** Since when it is there without having been fixed: of one that came back, since its return. */
  readonly openedAt: Date;
  readonly changedAt: Date;
  readonly fixedAt: Date | null;
  readonly unverifiedSince: Date | null;
};

export type StoredIssue = IssueState & { readonly id: string };

/** A justification that has not ended. */
export type Justification = {
  readonly id: string;
  /** Hashes of the values that it covers. */
  readonly evidence: readonly string[];
  readonly until: Date | null;
};

export type Transition = {
  readonly from: IssueStatus | null;
  readonly to: IssueStatus;
  readonly cause: Cause;
  /** What changed beside the status, such as the evidence that was added. */
  readonly detail: JsonObject;
};

export type IssueEventKind = 'issue.opened' | 'issue.reopened' | 'issue.fixed';

/** The state that an issue takes, and what is to be recorded and told about it. */
export type IssueChange = {
  /** Undefined for an issue that is new. */
  readonly id: string | undefined;
  readonly state: IssueState;
  /** Absent when nothing worth history changed, such as an age in the text. */
  readonly transition?: Transition;
  readonly event?: IssueEventKind;
  readonly endedJustification?: { readonly id: string; readonly because: string };
};
