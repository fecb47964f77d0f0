/** The life cycle of issues, as a table: every status by every verdict. */
import { canonicalText, type Evidence, hashText, type JudgedFinding } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import type { IssueStatus } from '../../store/schema.ts';
import { type DiffInput, diffIssues, type Verdict } from './diff-issues.ts';
import { evidenceHashes } from './evidence.ts';
import type { IssueChange, Justification, StoredIssue } from './issue-state.ts';

const day = 24 * 60 * 60 * 1000;
const opened = new Date('2026-01-01T00:00:00Z');
const now = new Date('2026-02-01T00:00:00Z');
const cidr = (value: string, index = 0): Evidence => ({ path: `/Rules/${index}`, value });

function finding(evidence: readonly Evidence[], overrides: Partial<JudgedFinding> = {}): JudgedFinding {
  const hashes = evidenceHashes(evidence);
  const subject = { port: 22 };
  return {
    message: 'open',
    subject,
    subjectKey: canonicalText(subject),
    evidence,
    evidenceHashes: hashes,
    evidenceHash: hashText(hashes.join('\n')),
    details: {},
    score: 8,
    ...overrides,
  };
}

function stored(status: IssueStatus, overrides: Partial<StoredIssue> = {}): StoredIssue {
  const { message, evidenceHashes: _, ...reported } = finding([cidr('0.0.0.0/0')]);
  return {
    ...reported,
    id: 'i1',
    messageId: message,
    itemId: 'item-1',
    status,
    openedAt: opened,
    changedAt: opened,
    fixedAt: status === 'fixed' ? opened : null,
    unverifiedSince: null,
    ...overrides,
  };
}

const covering: Justification = {
  id: 'j1',
  evidence: evidenceHashes([cidr('0.0.0.0/0'), cidr('10.0.0.0/8')]),
  until: null,
};
const expired: Justification = { ...covering, until: now };
const running: Justification = { ...covering, until: new Date(now.getTime() + day) };

function diff(
  issue: StoredIssue | undefined,
  verdict: Verdict,
  more: { justification?: Justification; itemId?: string; cause?: DiffInput['cause'] } = {},
): readonly IssueChange[] {
  const { justification, itemId = 'item-1', cause = 'config' } = more;
  return diffIssues({
    itemId,
    stored: issue ? [issue] : [],
    justifications: new Map(issue && justification ? [[issue.id, justification]] : []),
    verdict,
    cause,
    now,
  });
}

const same: Verdict = { kind: 'judged', findings: [finding([cidr('0.0.0.0/0')])] };
const none: Verdict = { kind: 'judged', findings: [] };
const unknown: Verdict = { kind: 'unknown' };
const retired: Verdict = { kind: 'retired' };
const deleted: Verdict = { kind: 'deleted' };
const frozen: Verdict = { kind: 'frozen' };

type Row = {
  readonly from: IssueStatus;
  readonly by: Verdict;
  readonly justification?: Justification;
  /** Absent: nothing at all changes. */
  readonly to?: IssueStatus;
  readonly cause?: string;
  readonly event?: string;
  readonly ends?: string;
  readonly unverified?: true;
};

const table: readonly Row[] = [
  { from: 'open', by: same },
  { from: 'open', by: none, to: 'fixed', cause: 'config', event: 'issue.fixed' },
  { from: 'open', by: unknown, to: 'open', unverified: true },
  { from: 'open', by: retired, to: 'retired', cause: 'config' },
  { from: 'open', by: deleted, to: 'fixed', cause: 'deletion', event: 'issue.fixed' },
  { from: 'open', by: frozen, to: 'frozen', cause: 'frozen' },

  { from: 'justified', justification: covering, by: same },
  { from: 'justified', justification: running, by: same },
  {
    from: 'justified',
    justification: covering,
    by: none,
    to: 'fixed',
    cause: 'config',
    event: 'issue.fixed',
    ends: 'fixed',
  },
  { from: 'justified', justification: covering, by: unknown, to: 'justified', unverified: true },
  { from: 'justified', justification: covering, by: retired, to: 'retired', cause: 'config' },
  {
    from: 'justified',
    justification: covering,
    by: deleted,
    to: 'fixed',
    cause: 'deletion',
    event: 'issue.fixed',
  },
  { from: 'justified', justification: covering, by: frozen, to: 'frozen', cause: 'frozen' },
  {
    from: 'justified',
    justification: expired,
    by: same,
    to: 'open',
    cause: 'expiry',
    event: 'issue.reopened',
    ends: 'expired',
  },
  {
    from: 'justified',
    justification: expired,
    by: unknown,
    to: 'open',
    cause: 'expiry',
    event: 'issue.reopened',
    ends: 'expired',
    unverified: true,
  },
  { from: 'justified', by: same, to: 'open', cause: 'config', event: 'issue.reopened' },

  { from: 'fixed', by: none },
  { from: 'fixed', by: same, to: 'open', cause: 'config', event: 'issue.reopened' },
  { from: 'fixed', justification: covering, by: same, to: 'justified', cause: 'config' },
  {
    from: 'fixed',
    justification: expired,
    by: same,
    to: 'open',
    cause: 'expiry',
    event: 'issue.reopened',
    ends: 'expired',
  },
  { from: 'fixed', by: unknown },
  { from: 'fixed', by: retired },
  { from: 'fixed', by: deleted },
  { from: 'fixed', by: frozen },

  { from: 'retired', by: same, to: 'open', cause: 'config' },
  { from: 'retired', justification: covering, by: same, to: 'justified', cause: 'config' },
  { from: 'retired', by: none, to: 'fixed', cause: 'config', event: 'issue.fixed' },
  { from: 'retired', by: unknown, to: 'open', cause: 'config', unverified: true },
  {
    from: 'retired',
    justification: covering,
    by: unknown,
    to: 'justified',
    cause: 'config',
    unverified: true,
  },
  { from: 'retired', by: retired },
  { from: 'retired', by: frozen },
  { from: 'retired', by: deleted, to: 'fixed', cause: 'deletion', event: 'issue.fixed' },

  { from: 'frozen', by: same, to: 'open', cause: 'thawed' },
  { from: 'frozen', justification: covering, by: same, to: 'justified', cause: 'thawed' },
  {
    from: 'frozen',
    justification: expired,
    by: same,
    to: 'open',
    cause: 'expiry',
    event: 'issue.reopened',
    ends: 'expired',
  },
  { from: 'frozen', by: none, to: 'fixed', cause: 'config', event: 'issue.fixed' },
  { from: 'frozen', by: unknown, to: 'open', cause: 'thawed', unverified: true },
  { from: 'frozen', by: frozen },
  { from: 'frozen', by: retired, to: 'retired', cause: 'config' },
  { from: 'frozen', by: deleted, to: 'fixed', cause: 'deletion', event: 'issue.fixed' },
];

function nameOf({ from, by, justification, to = from }: Row): string {
  const reported = by.kind === 'judged' ? (by.findings.length > 0 ? 'reported' : 'not reported') : by.kind;
  const until = justification === expired ? ' (expired)' : justification ? ' (justified)' : '';
  return `${from}${until}, ${reported} → ${to}`;
}

/** What a row expects of the changes, in the form of {@link outcomeOf}. */
function expectedOf({ from, to, cause, event, ends, unverified }: Row): readonly object[] {
  if (to === undefined) return [];
  return [
    {
      id: 'i1',
      to,
      unverified: unverified ? now : null,
      fixedAt: to === 'fixed' ? now : null,
      transition: cause && [from, to, cause],
      event,
      ends,
    },
  ];
}

function outcomeOf({ id, state, transition, event, endedJustification }: IssueChange): object {
  return {
    id,
    to: state.status,
    unverified: state.unverifiedSince,
    fixedAt: state.fixedAt,
    transition: transition && [transition.from, transition.to, transition.cause],
    event,
    ends: endedJustification?.because,
  };
}

describe('diffIssues: status by verdict', () => {
  it.each(table.map((row) => [nameOf(row), row] as const))('%s', (_, row) => {
    const more = row.justification ? { justification: row.justification } : {};
    expect(diff(stored(row.from), row.by, more).map(outcomeOf)).toEqual(expectedOf(row));
  });
});

describe('diffIssues: evidence', () => {
  const both = [cidr('0.0.0.0/0'), cidr('::/0', 1)];

  it('opens a finding that is new', () => {
    const reported = finding([cidr('0.0.0.0/0')]);
    expect(diff(undefined, { kind: 'judged', findings: [reported] })).toEqual([
      {
        id: undefined,
        state: {
          itemId: 'item-1',
          messageId: 'open',
          subjectKey: '{"port":22}',
          subject: { port: 22 },
          details: {},
          evidence: reported.evidence,
          evidenceHash: reported.evidenceHash,
          score: 8,
          status: 'open',
          openedAt: now,
          changedAt: now,
          fixedAt: null,
          unverifiedSince: null,
        },
        transition: { from: null, to: 'open', cause: 'config', detail: {} },
        event: 'issue.opened',
      },
    ]);
  });

  it('tells apart findings by message and subject, never by place or score', () => {
    const other = finding([cidr('0.0.0.0/0')], { subject: { port: 80 }, subjectKey: '{"port":80}' });
    const changes = diff(stored('open'), { kind: 'judged', findings: [other] });
    expect(changes.map(({ id, state }) => [id, state.status])).toEqual([
      ['i1', 'fixed'],
      [undefined, 'open'],
    ]);
  });

  it('says what was added and removed when open evidence changes, without an event', () => {
    const [change] = diff(stored('open'), { kind: 'judged', findings: [finding([cidr('::/0')])] });
    expect(change?.transition).toEqual({
      from: 'open',
      to: 'open',
      cause: 'config',
      detail: { added: [cidr('::/0')], removed: [cidr('0.0.0.0/0')] },
    });
    expect(change?.event).toBeUndefined();
  });

  it('re-opens a justified issue whose evidence widened, saying what was added', () => {
    const [change] = diff(
      stored('justified'),
      { kind: 'judged', findings: [finding(both)] },
      { justification: covering },
    );
    expect(change?.transition).toEqual({
      from: 'justified',
      to: 'open',
      cause: 'config',
      detail: { added: [cidr('::/0', 1)], ended: 'wider evidence' },
    });
    expect(change?.event).toBe('issue.reopened');
    expect(change?.endedJustification).toEqual({ id: 'j1', because: 'wider evidence' });
  });

  it.each([
    ['less', [cidr('10.0.0.0/8')]],
    ['all that was accepted', [cidr('0.0.0.0/0'), cidr('10.0.0.0/8')]],
  ])('stays justified with %s', (_, evidence) => {
    const changes = diff(
      stored('justified'),
      { kind: 'judged', findings: [finding(evidence)] },
      { justification: covering },
    );
    expect(changes.map(({ state, event }) => [state.status, event])).toEqual([['justified', undefined]]);
  });

  it('takes evidence at another place for the same: no history, no event', () => {
    const [change] = diff(
      stored('justified'),
      { kind: 'judged', findings: [finding([cidr('0.0.0.0/0', 7)])] },
      { justification: covering },
    );
    expect(change?.state.evidence).toEqual([cidr('0.0.0.0/0', 7)]);
    expect(change?.transition).toBeUndefined();
  });

  it('keeps an age in the details up to date without history', () => {
    const [change] = diff(stored('open'), {
      kind: 'judged',
      findings: [finding([cidr('0.0.0.0/0')], { details: { days: 9 } })],
    });
    expect([change?.state.details, change?.transition, change?.state.changedAt]).toEqual([
      { days: 9 },
      undefined,
      opened,
    ]);
  });

  it('a frozen issue that comes back wider than its justification is news', () => {
    const [change] = diff(
      stored('frozen'),
      { kind: 'judged', findings: [finding(both)] },
      { justification: covering },
    );
    expect([change?.state.status, change?.transition?.cause, change?.event]).toEqual([
      'open',
      'config',
      'issue.reopened',
    ]);
  });
});

describe('diffIssues: the rest', () => {
  it('another score changes only the score', () => {
    const [change] = diff(
      stored('justified'),
      { kind: 'judged', findings: [finding([cidr('0.0.0.0/0')], { score: 2 })] },
      { justification: covering, cause: 'options' },
    );
    expect(change?.state).toEqual({ ...change?.state, score: 2, status: 'justified' });
    expect(change?.transition).toEqual({
      from: 'justified',
      to: 'justified',
      cause: 'options',
      detail: { score: { from: 8, to: 2 } },
    });
    expect(change?.event).toBeUndefined();
  });

  it('a re-created item with equal evidence gets the issue and its justification back', () => {
    const changes = diff(stored('fixed'), same, { justification: covering, itemId: 'item-2' });
    expect(changes.map(({ state }) => [state.itemId, state.status, state.fixedAt])).toEqual([
      ['item-2', 'justified', null],
    ]);
  });

  it('a re-created item without the offence ends the justification that waited for it, without history', () => {
    expect(diff(stored('fixed'), none, { justification: covering })).toEqual([
      {
        id: 'i1',
        state: expect.objectContaining({ status: 'fixed', fixedAt: opened }),
        endedJustification: { id: covering.id, because: 'fixed' },
      },
    ]);
  });

  it('every issue of the lineage moves to the item that exists now, also the fixed ones', () => {
    expect(diff(stored('fixed'), none, { itemId: 'item-2' })).toEqual([
      { id: 'i1', state: expect.objectContaining({ itemId: 'item-2', status: 'fixed', fixedAt: opened }) },
    ]);
  });

  it('keeps the first moment at which it could not be verified, and forgets it once judged', () => {
    const issue = stored('open', { unverifiedSince: opened });
    expect(diff(issue, unknown)).toEqual([]);
    expect(diff(issue, same).map(({ state }) => state.unverifiedSince)).toEqual([null]);
  });
});
