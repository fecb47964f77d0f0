/** What a difference of two fingerprints means. */
import { describe, expect, it } from 'vitest';
import {
  causeOf,
  digestPart,
  fingerprint,
  formatRun,
  frozenRun,
  ignoredRun,
  offRun,
  parseRun,
} from './fingerprint.ts';

const parts = {
  config: 'c',
  related: 'r',
  options: 'o',
  check: 'k',
  world: 'w',
  facts: 'f',
  networks: 'n',
  'known-accounts': 'a',
};
const current = fingerprint(parts);

describe('causeOf', () => {
  it.each([
    ['config', 'config'],
    ['related', 'related'],
    ['options', 'options'],
    ['check', 'check'],
    ['world', 'world'],
    ['facts', 'facts'],
    ['networks', 'networks'],
    ['known-accounts', 'known-accounts'],
  ] as const)('a change of %s is its cause', (part, cause) => {
    const last = { fingerprint: fingerprint({ ...parts, [part]: 'other' }) };
    expect(causeOf(last, current, 0)).toBe(cause);
  });

  it('equal inputs are no cause', () => {
    expect(causeOf({ fingerprint: current }, current, 0)).toBeUndefined();
  });

  it('of several changes the nearest to the item is the cause', () => {
    const last = { fingerprint: fingerprint({ ...parts, config: 'x', world: 'x' }) };
    expect(causeOf(last, current, 0)).toBe('config');
  });

  it('a check that never ran is new', () => {
    expect(causeOf(undefined, current, 0)).toBe('check');
  });

  it('a check that was switched on again ran for its options', () => {
    expect(causeOf(offRun, current, 0)).toBe('options');
  });

  it('after a thaw, what has changed meanwhile is the cause, else the thaw', () => {
    const frozen = frozenRun(frozenRun({ fingerprint: current, due: 5 }));
    expect(parseRun(formatRun(frozen))).toEqual(frozen);
    expect(causeOf(frozen, current, 10)).toBe('thawed');
    expect(causeOf(frozen, fingerprint({ ...parts, networks: 'x' }), 10)).toBe('networks');
    expect(causeOf(frozenRun(offRun), current, 10)).toBe('options');
    expect(causeOf(frozenRun(ignoredRun), current, 10)).toBe('ignored');
  });

  it('a check on an item that is no longer ignored runs for that', () => {
    expect(causeOf(ignoredRun, current, 0)).toBe('ignored');
  });

  it.each([
    [99, undefined],
    [100, 'due'],
    [101, 'due'],
  ])('at %i a check that asked for 100 is %s', (now, cause) => {
    expect(causeOf({ fingerprint: current, due: 100 }, current, now)).toBe(cause);
  });
});

describe('the text of a run', () => {
  it.each([{ fingerprint: current }, { fingerprint: current, due: 1_700_000_000_000 }, offRun])(
    '%j survives',
    (run) => {
      expect(parseRun(formatRun(run))).toEqual(run);
    },
  );
});

describe('digestPart', () => {
  it('does not depend on the order of keys', () => {
    expect(digestPart({ a: 1, b: 2 })).toBe(digestPart({ b: 2, a: 1 }));
  });

  it('has no character that the texts of runs use', () => {
    expect(digestPart('x')).toMatch(/^[0-9a-f]{12}$/);
  });
});
