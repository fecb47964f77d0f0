/** Conditions that time alone settles. */
import { expect, it } from 'vitest';
import { parseCondition } from '../policy/parse-condition.ts';
import { nextTurn, truthFromNowOn } from './when.ts';

const now = Date.parse('2026-06-01T00:00:00Z');

it.each([
  ['DateLessThan', '2025-01-01T00:00:00Z', 'never'],
  ['DateLessThan', '2025-01-01', 'never'],
  ['DateLessThan', '2025-01-01T00:00:00+02:00', 'never'],
  ['DateLessThan', '1600000000', 'never'],
  ['DateLessThan', ['2025-01-01T00:00:00Z', '2030-01-01T00:00:00Z'], 'depends'],
  ['DateLessThan', '2033', 'depends'],
  ['DateLessThan', 'round 2 of 2019', 'depends'],
  ['DateLessThanIfExists', '2025-01-01T00:00:00Z', 'never'],
  ['ForAllValues:DateLessThan', '2025-01-01T00:00:00Z', 'depends'],
  ['DateGreaterThan', '2025-01-01T00:00:00Z', 'always'],
  ['DateGreaterThan', '2030-01-01T00:00:00Z', 'depends'],
  ['DateGreaterThan', 'round 2 of 2019', 'depends'],
])('%s %j: %s', (operator, value, expected) => {
  const truths = parseCondition({ [operator]: { 'aws:CurrentTime': value } }).map((entry) =>
    truthFromNowOn(entry, now),
  );
  expect(truths).toEqual([expected]);
});

const end = Date.parse('2030-01-01T00:00:00Z');

it.each([
  ['aws:CurrentTime', '2030-01-01T00:00:00Z', end + 1],
  ['aws:CurrentTime', ['2025-01-01', '2031-01-01', '2030-01-01'], end + 1],
  ['aws:EpochTime', '1893456000.25', end + 251],
  ['aws:CurrentTime', '2026-06-01T00:00:00Z', now + 1],
  ['aws:CurrentTime', '2025-01-01T00:00:00Z', undefined],
  ['aws:CurrentTime', 'soon', undefined],
  ['aws:TokenIssueTime', '2030-01-01T00:00:00Z', undefined],
])('%s %j turns at %s', (key, value, expected) => {
  const entries = parseCondition({ DateLessThan: { [key]: value } });
  expect(nextTurn(entries, now)).toBe(expected);
  const truths = entries.map((entry) => truthFromNowOn(entry, now));
  expect(entries.map((entry) => truthFromNowOn(entry, (expected ?? now) - 1))).toEqual(truths);
});
