/** Evidence found in a configuration, and what folds around it. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../../words/json.ts';
import { folded, markedLines } from './marked-lines.ts';

const issue = (score: number, ...paths: readonly string[]) => ({
  id: `issue-${score}`,
  item: 'i',
  account: 'prod',
  technology: 't',
  region: 'r',
  name: 'n',
  providerName: 'p',
  check: 'c',
  message: 'm',
  subject: {},
  text: `scored ${score}`,
  score,
  evidence: paths.map((path) => ({ path, value: null })),
  status: 'open' as const,
  openedAt: '2026-11-20T00:00:00Z',
  mayBeOlder: false,
  unverifiedSince: null,
});

const config: Json = {
  Block: { Acls: true, Policy: false },
  Logging: {},
  Policy: { Statement: [{ Action: ['s3:*'], Principal: '*', Resource: ['*'] }] },
};

const marksOf = (item: Parameters<typeof markedLines>[0]) =>
  markedLines(item).flatMap(({ number, mark, note }) =>
    mark === undefined ? [] : [`${number} ${mark}${note === undefined ? '' : ' note'}`],
  );

describe('marks', () => {
  it('stand at every line of the evidence, the note at the first', () => {
    expect(marksOf({ config, issues: [issue(10, '/Policy/Statement/0')], unreadable: [] })).toEqual([
      '6 critical note',
      '7 critical',
      '8 critical',
      '9 critical',
      '10 critical',
    ]);
  });

  it('are of the worst issue, and of what could not be read before any issue', () => {
    const issues = [issue(4, '/Block/Policy'), issue(7, '/Block'), issue(9, '/Logging')];
    const unreadable = [{ path: '/Logging', class: 'access_denied', message: 'denied' }];
    expect(marksOf({ config, issues, unreadable })).toEqual(['2 high note', '3 unreadable note']);
  });

  it('are not made by evidence that is the whole, gone or no part of the configuration', () => {
    expect(marksOf({ config, issues: [issue(9, '', '/Gone', '@grants')], unreadable: [] })).toEqual([]);
  });
});

describe('folding', () => {
  const long: Json = Object.fromEntries(
    Array.from({ length: 80 }, (_, key) => [`K${String(key).padStart(2, '0')}`, key]),
  );
  const lines = markedLines({ config: long, issues: [issue(9, '/K40')], unreadable: [] });
  const described = (opened: ReadonlySet<number>) =>
    folded(lines, opened).map((shown) =>
      shown.kind === 'fold' ? `fold ${shown.from}-${shown.to}` : shown.marked.number,
    );

  it('leaves the evidence and two lines around it', () => {
    expect(described(new Set())).toEqual([1, 'fold 2-39', 40, 41, 42, 43, 44, 'fold 45-81', 82]);
  });

  it('opens where it was asked to', () => {
    expect(described(new Set([44])).length).toBe(1 + 1 + 5 + 37 + 1);
  });

  it('leaves what is short, and what nothing points to, as it is', () => {
    const short = markedLines({ config, issues: [issue(9, '/Logging')], unreadable: [] });
    expect(folded(short, new Set()).every(({ kind }) => kind === 'line')).toBe(true);
    const unmarked = markedLines({ config: long, issues: [], unreadable: [] });
    expect(folded(unmarked, new Set()).length).toBe(82);
  });
});
