/** What the stored issues of one lineage and check become by a verdict. Pure: the heart of the issues' life cycle. */
import { canonicalText, type Evidence, type JsonObject, type JudgedFinding } from '@security-monkey/sdk';
import type { Cause } from './cause.ts';
import { evidenceBeyond, evidenceHashes } from './evidence.ts';
import type {
  IssueChange,
  IssueEventKind,
  IssueState,
  Justification,
  StoredIssue,
  Transition,
} from './issue-state.ts';
import { type Lost, standingOf } from './standing.ts';

/** What is known about a check on an item after a run. */
export type Verdict =
  /** The check read its inputs and reported these: only this can fix an issue of an item that exists. */
  | { readonly kind: 'judged'; readonly findings: readonly JudgedFinding[] }
  /** An input could not be read, or the check failed: neither there nor gone. */
  | { readonly kind: 'unknown' }
  /** The check is not there, but may be one of a plugin that could not be loaded: as unknown, of what was not retired before. */
  | { readonly kind: 'missing' }
  /** The check was switched off or removed. */
  | { readonly kind: 'retired' }
  /** The item does not exist any more, and no other took its place. */
  | { readonly kind: 'deleted' }
  /** The item cannot be looked at for now: its region or account is off. */
  | { readonly kind: 'frozen' };

export type DiffInput = {
  /** The item of the lineage that exists now, or the last one that did. */
  readonly itemId: string;
  /** All issues of the lineage and the check, in any status. */
  readonly stored: readonly StoredIssue[];
  /** By issue id, the justifications that have not ended. */
  readonly justifications: ReadonlyMap<string, Justification>;
  readonly verdict: Verdict;
  /** What made the audit happen. */
  readonly cause: Cause;
  readonly now: Date;
};

/** The issues that change, in the order of the stored ones, then the new ones. */
export function diffIssues(input: DiffInput): readonly IssueChange[] {
  const { verdict, stored } = input;
  if (verdict.kind !== 'judged') {
    return stored.flatMap((issue) => changed(issue, withoutJudgement(input, issue, verdict.kind)));
  }
  const findings = new Map(
    verdict.findings.map((finding) => [identityOf(finding.message, finding), finding]),
  );
  const known = new Set(stored.map((issue) => identityOf(issue.messageId, issue)));
  return [
    ...stored.flatMap((issue) => {
      const finding = findings.get(identityOf(issue.messageId, issue));
      return changed(issue, finding ? present(input, issue, finding) : absent(input, issue));
    }),
    ...verdict.findings
      .filter((finding) => !known.has(identityOf(finding.message, finding)))
      .map((finding) => opened(input, finding)),
  ];
}

function identityOf(message: string, { subjectKey }: { readonly subjectKey: string }): string {
  return `${message}\n${subjectKey}`;
}

type Outcome = Omit<IssueChange, 'id'>;

function opened({ itemId, now, cause }: DiffInput, finding: JudgedFinding): IssueChange {
  const state: IssueState = {
    ...reportedBy(finding),
    itemId,
    messageId: finding.message,
    subjectKey: finding.subjectKey,
    subject: finding.subject,
    status: 'open',
    openedAt: now,
    changedAt: now,
    fixedAt: null,
    unverifiedSince: null,
  };
  return {
    id: undefined,
    state,
    transition: { from: null, to: 'open', cause, detail: {} },
    event: 'issue.opened',
  };
}

function reportedBy({ details, evidence, evidenceHash, score }: JudgedFinding) {
  return { details, evidence, evidenceHash, score };
}

/** The issue was reported: it is open, or justified as far as its justification reaches. */
function present(input: DiffInput, issue: StoredIssue, finding: JudgedFinding): Outcome {
  const found = { ...issue, ...reportedBy(finding), itemId: input.itemId, unverifiedSince: null };
  // One that comes back has not been there all along.
  const openedAt = issue.status === 'fixed' ? input.now : issue.openedAt;
  return settled(input, issue, { ...found, openedAt, fixedAt: null });
}

/** Brings an issue that is there to the status that its justification gives it. */
function settled(input: DiffInput, issue: StoredIssue, found: StoredIssue): Outcome {
  const standing = standingOf(input.justifications.get(issue.id), found.evidence, input.now);
  const lost = standing.status === 'open' ? standing.lost : undefined;
  const state = { ...found, status: standing.status };
  const detail = { ...differenceOf(issue, state), ...(lost && lostDetail(lost)) };
  const isHistory = issue.status !== state.status || Object.keys(detail).length > 0;
  if (!isHistory) return { state };
  const event = eventOf(issue, state, lost);
  return {
    state: { ...state, changedAt: input.now },
    transition: { from: issue.status, to: state.status, cause: causeOfReturn(input, issue, lost), detail },
    ...(event && { event }),
    ...(lost && { endedJustification: { id: lost.justification.id, because: lost.because } }),
  };
}

/** Who follows the events believes a frozen or retired issue to be there all along: its return is no news. */
function eventOf(issue: StoredIssue, state: IssueState, lost: Lost | undefined): IssueEventKind | undefined {
  if (state.status !== 'open') return undefined;
  return issue.status === 'fixed' || issue.status === 'justified' || lost ? 'issue.reopened' : undefined;
}

function causeOfReturn({ cause }: DiffInput, issue: StoredIssue, lost: Lost | undefined): Cause {
  if (lost?.because === 'expired') return 'expiry';
  return issue.status === 'frozen' && lost === undefined ? 'thawed' : cause;
}

/** Evidence as the history shows it. */
function shown(evidence: readonly Evidence[]): readonly JsonObject[] {
  return evidence.map(({ path, value }) => ({ path, value }));
}

function lostDetail({ because, added }: Lost): JsonObject {
  return { ended: because, ...(added.length > 0 && { added: shown(added) }) };
}

function differenceOf(before: IssueState, after: IssueState): JsonObject {
  const isRescored = before.score !== after.score;
  const isOther = before.evidenceHash !== after.evidenceHash;
  const added = isOther ? evidenceBeyond(after.evidence, evidenceHashes(before.evidence)) : [];
  const removed = isOther ? evidenceBeyond(before.evidence, evidenceHashes(after.evidence)) : [];
  return {
    ...(isRescored && { score: { from: before.score, to: after.score } }),
    ...(added.length > 0 && { added: shown(added) }),
    ...(removed.length > 0 && { removed: shown(removed) }),
  };
}

/**
 * A run that read its inputs did not report it: fixed, which also ends its justification. One that the end of the resource
 * has fixed may still have a justification that waits for its return: it is back without the offence, and that is the end of it.
 */
function absent(input: DiffInput, issue: StoredIssue): Outcome {
  const verified = { ...issue, itemId: input.itemId, unverifiedSince: null };
  const justification = input.justifications.get(issue.id);
  const over = justification && { endedJustification: { id: justification.id, because: 'fixed' } };
  if (issue.status === 'fixed') return { state: verified, ...over };
  return {
    state: { ...verified, status: 'fixed', fixedAt: input.now, changedAt: input.now },
    transition: transition(issue, 'fixed', input.cause),
    event: 'issue.fixed',
    ...over,
  };
}

function withoutJudgement(
  input: DiffInput,
  issue: StoredIssue,
  kind: Exclude<Verdict['kind'], 'judged'>,
): Outcome {
  const held = { ...issue, itemId: input.itemId };
  if (issue.status === 'fixed') return { state: held };
  if (kind === 'missing' && issue.status === 'retired') return { state: held };
  if (kind === 'unknown' || kind === 'missing') {
    return settled(input, issue, { ...held, unverifiedSince: issue.unverifiedSince ?? input.now });
  }
  if (kind === 'deleted') return ended(input, held, 'fixed');
  if (issue.status === 'retired') return { state: held };
  return ended(input, held, kind);
}

/** The issue leaves the list without having been judged; its justification waits for its return. */
function ended(
  { now, cause }: DiffInput,
  issue: StoredIssue,
  status: 'fixed' | 'retired' | 'frozen',
): Outcome {
  if (issue.status === status) return { state: issue };
  const state = { ...issue, status, changedAt: now, unverifiedSince: null };
  if (status === 'retired') return { state, transition: transition(issue, status, cause) };
  if (status === 'frozen') return { state, transition: transition(issue, status, 'frozen') };
  return {
    state: { ...state, fixedAt: now },
    transition: transition(issue, status, 'deletion'),
    event: 'issue.fixed',
  };
}

function transition(issue: StoredIssue, to: IssueState['status'], cause: Cause): Transition {
  return { from: issue.status, to, cause, detail: {} };
}

/** Nothing when the outcome is the issue as it is stored. */
function changed(issue: StoredIssue, outcome: Outcome): readonly IssueChange[] {
  const { id, ...before } = issue;
  const { id: _, ...after } = { id, ...outcome.state };
  const isEvent = outcome.transition !== undefined || outcome.endedJustification !== undefined;
  if (!isEvent && isSame(before, after)) return [];
  return [{ ...outcome, id, state: after }];
}

function isSame(a: IssueState, b: IssueState): boolean {
  return (
    a.itemId === b.itemId &&
    a.unverifiedSince?.getTime() === b.unverifiedSince?.getTime() &&
    canonicalText(a.details) === canonicalText(b.details) &&
    canonicalText(shown(a.evidence)) === canonicalText(shown(b.evidence))
  );
}
