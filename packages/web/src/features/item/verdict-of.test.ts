/** The first sentence of an item: never fine while something is open, unknown, unjudged or gone. */
import { describe, expect, it } from 'vitest';
import type { Item } from './item-queries.ts';
import { verdictOf } from './verdict-of.ts';

const issue = {
  id: '1',
  item: '2',
  account: 'prod',
  technology: 'aws.s3-bucket',
  region: 'eu-west-1',
  name: 'logs',
  providerName: 'arn:aws:s3:::logs',
  check: 'aws.s3-bucket.public',
  message: 'public',
  subject: {},
  text: 'Everyone may read',
  score: 10,
  evidence: [],
  status: 'open',
  openedAt: '2026-11-20T00:00:00Z',
  mayBeOlder: false,
  unverifiedSince: null,
} as const satisfies Omit<Item['issues'][number], 'evidence'> & { readonly evidence: readonly never[] };

const undecided = {
  check: 'c',
  class: 'access_denied',
  path: '/Logging',
  permission: null,
  message: 'denied',
  since: '2026-11-20T00:00:00Z',
};

const fine = {
  status: 'active',
  deletedAt: null,
  issues: [],
  undecided: [],
  passed: ['a', 'b'],
  auditedAt: '2026-11-20T00:00:00Z',
} satisfies Parameters<typeof verdictOf>[0];

const open = (score: number, openedAt: string) => ({ ...issue, evidence: [], score, openedAt });

describe('the verdict', () => {
  it('is fine when everything was read and nothing found', () => {
    expect(verdictOf(fine)).toEqual({ kind: 'fine', passed: 2, justified: 0 });
  });

  it('is the worst open issue, the one that is open for longest among equals', () => {
    const issues = [
      open(5, '2026-11-01T00:00:00Z'),
      open(9, '2026-11-03T00:00:00Z'),
      open(9, '2026-11-02T00:00:00Z'),
    ];
    expect(verdictOf({ ...fine, issues, undecided: [undecided] })).toEqual({
      kind: 'issue',
      severity: 'critical',
      text: 'Everyone may read',
      openedAt: '2026-11-02T00:00:00Z',
      mayBeOlder: false,
      others: 2,
    });
  });

  it.each([
    ['something could not be decided', { undecided: [undecided] }, { kind: 'unknown', count: 1 }],
    ['nothing was judged yet', { auditedAt: null, passed: [] }, { kind: 'unjudged', ignoredBy: undefined }],
    ['the ignore list covers it', { ignoredBy: 'logs-*' }, { kind: 'unjudged', ignoredBy: 'logs-*' }],
    ['it is frozen', { status: 'frozen', issues: [open(9, '2026-11-03T00:00:00Z')] }, { kind: 'frozen' }],
    [
      'it is deleted',
      { status: 'deleted', deletedAt: '2026-11-21T00:00:00Z' },
      { kind: 'deleted', at: '2026-11-21T00:00:00Z' },
    ],
    [
      'what is wrong is justified',
      { issues: [{ ...open(9, '2026-11-03T00:00:00Z'), status: 'justified' }] },
      { kind: 'fine', passed: 2, justified: 1 },
    ],
  ] as const)('when %s', (_, changed, expected) => {
    expect(verdictOf({ ...fine, ...changed } as Parameters<typeof verdictOf>[0])).toEqual(expected);
  });
});
