/** What an item's results mean for its issues, its unknowns and its next audit. Pure. */
import { type CheckResult, canonicalize, hashText, isWithin, type JudgedFinding } from '@security-monkey/sdk';
import type { Row } from '../../store/schema.ts';
import type { Cause } from './cause.ts';
import { diffIssues, type Verdict } from './diff-issues.ts';
import { frozenRun, ignoredRun, type LastRun, offRun } from './fingerprint.ts';
import type { IssueChange, Justification, StoredIssue } from './issue-state.ts';
import type { QueuedItem } from './pending-page.ts';
import type { ItemPlan, PlannedRun } from './plan-item.ts';

export type StoredIssueOfCheck = StoredIssue & { readonly checkId: string };

export type Stored = {
  /** All issues of the item's lineage, of every check. */
  readonly issues: readonly StoredIssueOfCheck[];
  /** Issues of the item under a lineage that it had before and that nothing has now. */
  readonly leftBehind: readonly StoredIssueOfCheck[];
  readonly justifications: ReadonlyMap<string, Justification>;
};

export type Unknown = Pick<Row<'unknown'>, 'check_id' | 'class' | 'path' | 'permission' | 'message'>;

export type Conclusion = {
  readonly plan: ItemPlan;
  readonly changes: readonly (IssueChange & { readonly checkId: string })[];
  /** Checks that could not answer. */
  readonly unknowns: readonly Unknown[];
  /** Checks that threw, hung or ended their worker, with what they said; a part of the unknown ones. */
  readonly failures: readonly { readonly checkId: string; readonly message: string }[];
  /** Checks that ran; what was noted about an earlier run of theirs is outdated. */
  readonly ran: readonly string[];
  /** By check, what to compare with next time. */
  readonly lastRuns: ReadonlyMap<string, LastRun>;
};

/** A check that failed may have met a busy machine: it is tried again without any input having changed. */
const retryFailedAfter = 60 * 60 * 1000;

export type Results = Readonly<Record<string, CheckResult>>;

export function concludeItem(
  plan: ItemPlan,
  results: Results,
  { stored, now }: { readonly stored: Stored; readonly now: Date },
): Conclusion {
  const ran = plan.runs.map(({ planned }) => planned.check.id);
  const failures = plan.runs.flatMap(({ planned: { check } }) => {
    const result = resultOf(results, check.id);
    return result.kind === 'failed' ? [{ checkId: check.id, message: cleanText(result.message) }] : [];
  });
  return {
    plan,
    ran,
    failures,
    changes: [
      ...endsOf(plan, { stored, now }),
      ...(plan.mode === 'superseded' ? [] : changesOf(plan, results, { stored, now })),
    ],
    unknowns: ran.flatMap((id) => unknownOf(plan.pending.item, id, resultOf(results, id))),
    lastRuns: lastRunsOf(plan, results, now),
  };
}

/** A judge that leaves out a check has broken its contract: the check is unknown, never passed. */
function resultOf(results: Results, id: string): CheckResult {
  return results[id] ?? { kind: 'failed', message: 'gave no result' };
}

/** What nothing has any more ends as if its resource did. */
function endsOf(
  plan: ItemPlan,
  { stored: { leftBehind, justifications }, now }: { readonly stored: Stored; readonly now: Date },
): Conclusion['changes'] {
  const about = { itemId: plan.pending.item.id, justifications, cause: 'deletion', now } as const;
  return leftBehind.flatMap((issue) =>
    diffIssues({ ...about, stored: [issue], verdict: { kind: 'deleted' } }).map((change) => ({
      ...change,
      checkId: issue.checkId,
    })),
  );
}

function changesOf(
  plan: ItemPlan,
  results: Results,
  { stored, now }: { readonly stored: Stored; readonly now: Date },
): Conclusion['changes'] {
  const issues = Map.groupBy(stored.issues, ({ checkId }) => checkId);
  const ids = new Set([...plan.checks.map(({ check }) => check.id), ...issues.keys()]);
  return [...ids].flatMap((checkId) => {
    const decided = verdictOf(plan, checkId, results);
    if (decided === undefined) return [];
    const { verdict, cause } = decided;
    return diffIssues({
      itemId: plan.pending.item.id,
      stored: issues.get(checkId) ?? [],
      justifications: stored.justifications,
      verdict,
      cause,
      now,
    }).map((change) => ({ ...change, checkId }));
  });
}

type Decided = { readonly verdict: Verdict; readonly cause: Cause };

/** Undefined when the check need not run: its issues stay as they are. */
function verdictOf(plan: ItemPlan, checkId: string, results: Results): Decided | undefined {
  if (plan.mode === 'deleted') return { verdict: { kind: 'deleted' }, cause: 'deletion' };
  if (plan.mode === 'frozen') return { verdict: { kind: 'frozen' }, cause: 'frozen' };
  const planned = plan.checks.find(({ check }) => check.id === checkId);
  if (plan.mode === 'ignored') return { verdict: { kind: 'retired' }, cause: 'ignored' };
  if (planned === undefined)
    return { verdict: { kind: plan.knowsAllChecks ? 'retired' : 'missing' }, cause: 'check' };
  if (!planned.enabled) return { verdict: { kind: 'retired' }, cause: 'options' };
  const run = plan.runs.find((one) => one.planned === planned);
  if (run === undefined) return undefined;
  const result = resultOf(results, checkId);
  if (result.kind !== 'judged') return { verdict: { kind: 'unknown' }, cause: run.cause };
  const findings = result.findings.map((finding) => storable(finding, run));
  return { verdict: { kind: 'judged', findings }, cause: run.cause };
}

/** The longest subject that goes into an index as it is. */
const longestSubject = 500;

/** A finding with the score of the settings, in a form that the database takes whatever the check put in. */
function storable(finding: JudgedFinding, { planned: { score } }: PlannedRun): JudgedFinding {
  const { subjectKey, subject, details } = finding;
  const key = cleanText(subjectKey);
  return {
    ...finding,
    subject: cleanValues(subject),
    details: cleanValues(details),
    subjectKey: key.length > longestSubject ? `sha256:${hashText(key)}` : key,
    score: score ?? finding.score,
  };
}

/** Without what PostgreSQL takes in no text: NUL and halves of surrogate pairs. */
function cleanText(text: string): string {
  const clean = canonicalize(text);
  return typeof clean === 'string' ? clean : '';
}

function cleanValues<Value>(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const clean = (value: Value): Value => (typeof value === 'string' ? (cleanText(value) as Value) : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [cleanText(name), clean(value)]));
}

function unknownOf(item: QueuedItem, checkId: string, result: CheckResult): readonly Unknown[] {
  if (result.kind === 'judged') return [];
  if (result.kind === 'failed') {
    const message = cleanText(result.message);
    return [{ check_id: checkId, class: 'defect', path: '', permission: null, message }];
  }
  const { path } = result;
  const reason = item.unreadable.find((part) => part.path === path || touches(part.path, path));
  return [
    {
      check_id: checkId,
      class: reason?.class ?? 'defect',
      path: reason?.path ?? cleanText(path),
      permission: reason?.permission ?? null,
      message: reason?.message ?? 'It could not be read.',
    },
  ];
}

function touches(part: string, path: string): boolean {
  if (part.startsWith('@') || path.startsWith('@')) return false;
  return isWithin(path, part) || isWithin(part, path);
}

function lastRunsOf(plan: ItemPlan, results: Results, now: Date): ReadonlyMap<string, LastRun> {
  if (plan.mode === 'ignored') return new Map(plan.checks.map(({ check }) => [check.id, ignoredRun]));
  if (plan.mode === 'frozen')
    return new Map([...(plan.pending.lastRuns ?? [])].map(([id, run]) => [id, frozenRun(run)]));
  if (plan.mode !== 'active') return new Map();
  const runs = new Map(plan.runs.map((run) => [run.planned.check.id, run.fingerprint]));
  return new Map(
    plan.checks.flatMap(({ check, enabled }): readonly [string, LastRun][] => {
      if (!enabled) return [[check.id, offRun]];
      const fingerprint = runs.get(check.id);
      const kept = plan.pending.lastRuns?.get(check.id);
      if (fingerprint === undefined) return kept ? [[check.id, kept]] : [];
      const due = dueOf(resultOf(results, check.id), now);
      return [[check.id, due === undefined ? { fingerprint } : { fingerprint, due }]];
    }),
  );
}

function dueOf(result: CheckResult, now: Date): number | undefined {
  if (result.kind === 'failed') return now.getTime() + retryFailedAfter;
  // A moment beyond the last one that a Date can hold is never.
  if (result.kind === 'unknown' || result.lookAgainAt === undefined) return undefined;
  return result.lookAgainAt <= 8.64e15 ? Math.ceil(result.lookAgainAt) : undefined;
}
