/** When conditions on the time turn. */
import { expect, it } from 'vitest';
import { nextTurnOfCondition } from './condition-turn.ts';

const now = Date.parse('2026-01-01T10:20:30.500Z');
const at = (text: string) => Date.parse(text);

it.each([
  ['never when it is not about the time', 'resource.name == "a"', undefined],
  [
    'at the time that it names',
    'request.time < timestamp("2026-02-01T00:00:00Z")',
    at('2026-02-01T00:00:00Z'),
  ],
  ['right after a time that is now', `request.time <= timestamp("${new Date(now).toISOString()}")`, now + 1],
  ['never once the time is over', 'request.time < timestamp("2025-02-01T00:00:00Z")', undefined],
  [
    'at the earlier of two',
    'request.time > date("2026-03-01") && request.time < date("2026-02-01")',
    at('2026-02-01T00:00:00Z'),
  ],
  [
    'at a time moved by a length',
    'request.time < timestamp("2026-01-01T10:00:00Z") + duration("3600s")',
    at('2026-01-01T11:00:00Z'),
  ],
  ['at the next hour', 'request.time.getHours() >= 9', at('2026-01-01T11:00:00Z')],
  ['at the next minute in another zone', 'request.time.getHours("+05:30") >= 9', at('2026-01-01T10:21:00Z')],
  ['at the next millisecond', 'request.time.getSeconds() > 3', now + 1],
])('%s', (_name, expression, expected) => {
  expect(nextTurnOfCondition(expression, now)).toBe(expected);
});
