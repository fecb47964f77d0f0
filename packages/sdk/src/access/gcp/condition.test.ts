/** IAM conditions: what is known to hold, what not, and what only the request tells. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, type Truth } from './condition.ts';

const now = Date.parse('2026-06-01T12:30:15Z');
const resource = { name: 'projects/_/buckets/nest/objects/in/a.csv', type: 'storage.googleapis.com/Object' };

describe('conditions', () => {
  test.each<[string, Truth]>([
    ['true', 'true'],
    ['false', 'false'],
    ['!true', 'false'],
    ['!!true', 'true'],
    ['true || nonsense.field', 'true'],
    ['nonsense.field || true', 'true'],
    ['false && nonsense.call("x")', 'false'],
    ['nonsense.field && true', 'unknown'],
    ['!(nonsense.field)', 'unknown'],
    ['false || false || true', 'true'],
    ['true && (false || true)', 'true'],
    ['true ? false : true', 'false'],
    ['nonsense ? false : false', 'unknown'],
    ['1 + 2 == 3', 'true'],
    ['-1 < 1 && 2 >= 2', 'true'],
    ['"a" + "b" == "ab"', 'true'],
    ['"a" == \'a\'', 'true'],
    ['"a" == 1', 'unknown'],
    ['r"a\\b" == "a\\\\b"', 'true'],
    ['"""a"b""" == "a\\"b"', 'true'],
    ['2 in [1, 2]', 'true'],
    ['3 in [1, 2]', 'false'],
    ['3 in [1, nonsense]', 'unknown'],
    ['// nothing but a remark', 'unknown'],
    ['true // with a remark', 'true'],
    ['', 'unknown'],
    ['true true', 'unknown'],
    ['(true', 'unknown'],
    ['"open', 'unknown'],
    ['true &&', 'unknown'],
    ['null == null', 'unknown'],
    ['1', 'unknown'],
    ['has(resource.name)', 'unknown'],
    ['api.getAttribute("iam.googleapis.com/modifiedGrantsByRole", []).hasOnly(["roles/viewer"])', 'unknown'],
    ['resource.matchTag("4242/env", "prod")', 'unknown'],
  ])('%s is %s', (expression, truth) => {
    expect(holds(expression, { now })).toBe(truth);
  });

  test.each<[string, Truth]>([
    ['request.time < timestamp("2026-06-01T12:30:16Z")', 'true'],
    ['request.time < timestamp("2026-06-01T12:30:15Z")', 'false'],
    ['request.time <= timestamp("2026-06-01T12:30:15Z")', 'true'],
    ['request.time == timestamp("2026-06-01T14:30:15+02:00")', 'true'],
    ['request.time == timestamp("2026-06-01T12:30:15.000Z")', 'true'],
    ['request["time"] > timestamp("2026-01-01T00:00:00Z")', 'true'],
    ['request.time > date("2026-06-02")', 'false'],
    ['request.time - timestamp("2026-06-01T12:00:00Z") > duration("30m15s")', 'false'],
    ['request.time - duration("1h30m") < timestamp("2026-06-01T11:00:16Z")', 'true'],
    ['request.time < timestamp("2026-06-01")', 'unknown'],
    ['request.time < timestamp("soon")', 'unknown'],
    ['request.time < "2027-01-01T00:00:00Z"', 'unknown'],
    ['request.time.getHours() == 12', 'true'],
    ['request.time.getHours("+02:00") == 14', 'true'],
    ['request.time.getHours("Europe/Stockholm") == 3', 'unknown'],
    ['request.time.getDayOfWeek() == 1', 'true'],
    ['request.time.getDayOfMonth() == 0 && request.time.getDate() == 1', 'true'],
    ['request.time.getMonth() == 5 && request.time.getDayOfYear() == 151', 'true'],
    ['request.time.getMinutes() == 30 && request.time.getSeconds() == 15', 'true'],
  ])('%s is %s at half past twelve', (expression, truth) => {
    expect(holds(expression, { now })).toBe(truth);
  });

  test.each<[string, Truth, Truth]>([
    ['resource.name.startsWith("projects/_/buckets/nest/")', 'unknown', 'true'],
    ['resource.name.startsWith("projects/_/buckets/other/")', 'unknown', 'false'],
    ['resource.name.endsWith(".csv") && resource.name.contains("/in/")', 'unknown', 'true'],
    ['resource.type == "storage.googleapis.com/Bucket"', 'unknown', 'false'],
    ['resource.type != "storage.googleapis.com/Bucket"', 'unknown', 'true'],
    ['resource.service == "storage.googleapis.com"', 'unknown', 'unknown'],
    ['resource.name.extract("/objects/{x}/") == "in"', 'unknown', 'unknown'],
    ['resource.name.matches(".*")', 'unknown', 'unknown'],
  ])('%s is %s without the resource and %s with it', (expression, without, within) => {
    expect([holds(expression, { now }), holds(expression, { now, resource })]).toEqual([without, within]);
  });
});

describe('the reader of conditions', () => {
  const words = [
    '(',
    ')',
    '[',
    ']',
    '!',
    '-',
    '&&',
    '||',
    '?',
    ':',
    ',',
    '.',
    '"a"',
    '1',
    'x',
    'true',
    'in',
    '<',
  ];

  test('never throws, whatever is put together', () => {
    const text = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (expression) => {
        expect(['true', 'false', 'unknown']).toContain(holds(expression, { now }));
      }),
      { seed: 4_409, numRuns: 5_000 },
    );
  });

  test.each(['(', '!', '-', '[', 'x.', 'a+', 'true&&', 'f(', '"""', "'", 'true?', '1<'])(
    'takes long runs of %s without harm',
    (piece) => {
      expect(holds(piece.repeat(200_000), { now })).toBe('unknown');
    },
  );

  test('what is certain stays so when something unknown is added with "or" to what holds, with "and" to what does not', () => {
    const clause = fc.constantFrom(
      'true',
      'false',
      'resource.name == "a"',
      'request.time > timestamp("2027-01-01T00:00:00Z")',
    );
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 4 }), clause, (clauses, added) => {
        const all = clauses.join(' && ');
        const any = clauses.join(' || ');
        const certain = [holds(all, { now }) === 'false', holds(any, { now }) === 'true'];
        const after = [
          holds(`${all} && ${added}`, { now }) === 'false',
          holds(`${any} || ${added}`, { now }) === 'true',
        ];
        expect(certain.every((before, index) => !before || after[index])).toBe(true);
      }),
      { seed: 4_421, numRuns: 1_000 },
    );
  });
});
