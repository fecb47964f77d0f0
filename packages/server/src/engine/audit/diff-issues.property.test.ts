/** Law 4 over random histories: whatever happens in whatever order, issues are fixed, justified and identified rightly. */
import { canonicalText, type Evidence, hashText, type JudgedFinding } from '@security-monkey/sdk';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffIssues, type Verdict } from './diff-issues.ts';
import { evidenceHashes } from './evidence.ts';
import { expireJustification } from './expire-justification.ts';
import type { IssueChange, Justification, StoredIssue } from './issue-state.ts';
import { isExpired } from './standing.ts';

type Step =
  | Verdict
  | { readonly kind: 'expire' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'justify'; readonly hours: number | undefined }
  | { readonly kind: 'wait'; readonly hours: number };

const values = ['a', 'b', 'c'];

const finding = fc
  .record({
    port: fc.constantFrom(22, 80),
    evidence: fc.subarray(values, { minLength: 1 }),
    score: fc.integer({ min: 0, max: 10 }),
  })
  .map(({ port, evidence, score }): JudgedFinding => {
    const pieces: readonly Evidence[] = evidence.map((value, index) => ({ path: `/${index}`, value }));
    const hashes = evidenceHashes(pieces);
    const subject = { port };
    return {
      message: 'open',
      subject,
      subjectKey: canonicalText(subject),
      evidence: pieces,
      evidenceHashes: hashes,
      evidenceHash: hashText(hashes.join('\n')),
      details: {},
      score,
    };
  });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .uniqueArray(finding, { selector: ({ subjectKey }) => subjectKey, maxLength: 2 })
      .map((findings) => ({ kind: 'judged' as const, findings })),
  },
  fc
    .constantFrom('unknown' as const, 'retired' as const, 'deleted' as const, 'frozen' as const)
    .map((kind) => ({ kind })),
  fc.constantFrom('expire' as const, 'reopen' as const).map((kind) => ({ kind })),
  fc
    .option(fc.integer({ min: 1, max: 5 }), { nil: undefined })
    .map((hours) => ({ kind: 'justify' as const, hours })),
  fc.integer({ min: 1, max: 3 }).map((hours) => ({ kind: 'wait' as const, hours })),
);

/** The least that a store is: rows by id, one running justification an issue, a clock. */
type Model = {
  readonly issues: Map<string, StoredIssue>;
  readonly justifications: Map<string, Justification>;
  now: Date;
  item: number;
  ids: number;
};

const createModel = (): Model => ({
  issues: new Map(),
  justifications: new Map(),
  now: new Date('2026-01-01T00:00:00Z'),
  item: 0,
  ids: 0,
});

function nextId(model: Model): string {
  model.ids += 1;
  return `${model.ids}`;
}

function apply(model: Model, changes: readonly IssueChange[]): readonly IssueChange[] {
  for (const change of changes) {
    const id = change.id ?? nextId(model);
    if (change.endedJustification) model.justifications.delete(id);
    model.issues.set(id, { ...change.state, id });
  }
  return changes;
}

function audit(model: Model, verdict: Verdict): readonly IssueChange[] {
  const changes = diffIssues({
    itemId: `item-${model.item}`,
    stored: [...model.issues.values()],
    justifications: model.justifications,
    verdict,
    cause: 'config',
    now: model.now,
  });
  apply(model, changes);
  if (verdict.kind === 'deleted') model.item += 1;
  return changes;
}

function expire(model: Model): readonly IssueChange[] {
  const changes = [...model.justifications].flatMap(([id, justification]) => {
    const issue = model.issues.get(id);
    if (issue === undefined || !isExpired(justification, model.now)) return [];
    return [expireJustification(issue, justification, model.now)];
  });
  return apply(model, changes);
}

function later(model: Model, hours: number): Date {
  return new Date(model.now.getTime() + hours * 3_600_000);
}

function justify(model: Model, hours: number | undefined): void {
  for (const issue of model.issues.values()) {
    if (issue.status !== 'open') continue;
    const until = hours === undefined ? null : later(model, hours);
    const evidence = evidenceHashes(issue.evidence);
    model.justifications.set(issue.id, { id: nextId(model), evidence, until });
    model.issues.set(issue.id, { ...issue, status: 'justified' });
  }
}

function reopen(model: Model): void {
  for (const issue of model.issues.values()) {
    if (issue.status !== 'justified') continue;
    model.justifications.delete(issue.id);
    model.issues.set(issue.id, { ...issue, status: 'open' });
  }
}

function run(model: Model, one: Step): readonly IssueChange[] {
  if (one.kind === 'wait') model.now = later(model, one.hours);
  if (one.kind === 'justify') justify(model, one.hours);
  if (one.kind === 'reopen') reopen(model);
  if (one.kind === 'wait' || one.kind === 'justify' || one.kind === 'reopen') return [];
  return one.kind === 'expire' ? expire(model) : audit(model, one);
}

const fixedWithoutReason = (one: Step, before: ReadonlyMap<string, StoredIssue>, after: Model) =>
  [...after.issues.values()].filter(({ id, status, subjectKey }) => {
    if (status !== 'fixed' || before.get(id)?.status === 'fixed' || one.kind === 'deleted') return false;
    return one.kind !== 'judged' || one.findings.some((reported) => reported.subjectKey === subjectKey);
  });

const justifiedBeyond = (model: Model) =>
  [...model.issues.values()].filter(({ id, status, evidence }) => {
    if (status !== 'justified') return false;
    const covered = model.justifications.get(id)?.evidence ?? [];
    return !evidenceHashes(evidence).every((hash) => covered.includes(hash));
  });

/** Since when an issue is there: from its beginning or its last return, whatever else has happened to it. */
const misdated = (before: ReadonlyMap<string, StoredIssue>, model: Model) =>
  [...model.issues.values()].filter(({ id, status, openedAt }) => {
    const last = before.get(id);
    if (status === 'fixed') return false;
    const since = last === undefined || last.status === 'fixed' ? model.now : last.openedAt;
    return openedAt.getTime() !== since.getTime();
  });

/** What is reported must be there afterwards, open or justified, with what was reported. */
const missed = (one: Step, model: Model) =>
  one.kind !== 'judged'
    ? []
    : one.findings.filter(
        ({ subjectKey, evidenceHash, score }) =>
          ![...model.issues.values()].some(
            (issue) =>
              issue.subjectKey === subjectKey &&
              (issue.status === 'open' || issue.status === 'justified') &&
              issue.evidenceHash === evidenceHash &&
              issue.score === score,
          ),
      );

/** A sink that only follows the events must know which issues are there, but for those that people accepted. */
function follow(told: Map<string, boolean>, changes: readonly IssueChange[]): void {
  for (const { state, event } of changes) {
    if (event !== undefined) told.set(state.subjectKey, event !== 'issue.fixed');
  }
}

/** What a step has broken, by name. */
function broken(one: Step, before: ReadonlyMap<string, StoredIssue>, model: Model): readonly string[] {
  const stored = [...model.issues.values()];
  const isDoubled = new Set(stored.map(({ subjectKey }) => subjectKey)).size !== stored.length;
  return [
    ...fixedWithoutReason(one, before, model).map(({ id }) => `${id} was fixed without a judgement`),
    ...justifiedBeyond(model).map(({ id }) => `${id} is justified beyond what was accepted`),
    ...misdated(before, model).map(({ id }) => `${id} is said to be there since another time`),
    ...missed(one, model).map(({ subjectKey }) => `${subjectKey} was reported and is not there`),
    ...(isDoubled ? ['one identity has two issues'] : []),
  ];
}

describe('diffIssues over random histories', () => {
  it('never fixes without a judgement, never accepts beyond what was accepted, never doubles an issue', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const model = createModel();
        const told = new Map<string, boolean>();
        const problems: string[] = [];
        for (const one of steps) {
          const before = new Map(model.issues);
          const changes = run(model, one);
          follow(told, changes);
          problems.push(...broken(one, before, model));
          const untold = [...model.issues.values()].filter(
            ({ status, subjectKey }) => status === 'open' && told.get(subjectKey) !== true,
          );
          problems.push(...untold.map(({ id }) => `${id} is open and nobody was told`));
        }
        expect(problems).toEqual([]);
      }),
      { numRuns: 1_000, seed: 42 },
    );
  });

  it('asks for nothing when the same verdict comes again', () => {
    const verdicts = step.filter((one) => one.kind === 'judged' || one.kind === 'unknown');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), verdicts, (steps, last) => {
        const model = createModel();
        for (const one of [...steps, last]) run(model, one);
        expect(run(model, last)).toEqual([]);
      }),
      { numRuns: 1_000, seed: 7 },
    );
  });
});
