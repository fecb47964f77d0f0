/** What is printed parses to the same query again, whatever stands in it. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import { type Comparison, combine, everything, not, type Query, type Term, type Value } from './query.ts';
import { itemVocabulary } from './vocabulary-items.ts';

function term(key: string, value: Value, comparison: Comparison = ':'): Term {
  return { kind: 'term', key, comparison, value };
}

function text(key: string, ...pattern: readonly string[]): Term {
  return term(key, { type: 'text', pattern });
}

const pieceText = fc
  .oneof(
    fc.constantFrom('a', 'OR', 'AND', 'NOT', '-x', 'name:x', 'a b', '"', '\\', '(', '=', '>', ':', '*'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  )
  .filter((piece) => !piece.includes('\u0000'));

const pattern = fc.oneof(
  pieceText.map((piece) => [piece]),
  fc
    .tuple(fc.constantFrom('', 'x'), fc.array(pieceText, { maxLength: 2 }), fc.constantFrom('', 'y'))
    .map(([head, middle, tail]) => [head, ...middle, tail]),
);

const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc
    .tuple(fc.constantFrom('', 'account', 'name', 'technology', 'lineage', 'actor'), pattern)
    .map(([key, parts]) => text(key, ...parts)),
  fc
    .tuple(pattern, fc.oneof(fc.constant(null), pattern, fc.constant([''])))
    .map(([name, value]) => term('tag', { type: 'tag', name, value })),
  fc
    .tuple(fc.constantFrom<Comparison>(':', '>', '>=', '<', '<='), fc.nat({ max: 999_999_999 }))
    .map(([comparison, number]) => term('score', { type: 'number', number }, comparison)),
  fc
    .tuple(
      fc.constantFrom<Comparison>(':', '>', '>=', '<', '<='),
      fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
    )
    .chain(([comparison, date]) =>
      fc
        .constantFrom<Value>(
          { type: 'time', time: { kind: 'instant', instant: date.toISOString() } },
          { type: 'time', time: { kind: 'day', day: date.toISOString().slice(0, 10) } },
          { type: 'time', time: { kind: 'age', amount: 3, unit: 'w' } },
        )
        .map((value) => term('changed', value, comparison)),
    ),
  fc.constantFrom('open', 'deleted', 'unknown').map((choice) => term('is', { type: 'choice', choice })),
  fc.ipV6().map((network) => term('cidr', { type: 'network', network: network.toLowerCase() })),
  fc.uuid().map((id) => term('id', { type: 'id', id })),
);

const anyQuery = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyTerm,
    tie('query').map(not),
    fc.tuple(tie('query'), tie('query')).map((parts) => combine('and', parts)),
    fc.tuple(tie('query'), tie('query'), tie('query')).map((parts) => combine('or', parts)),
  ),
})).query;

test('what is printed parses to the same query', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(parseQuery(printQuery(query), itemVocabulary)).toEqual({ ok: true, query });
    }),
    { numRuns: 2_000 },
  );
});

test('everything prints as nothing', () => {
  expect(printQuery(everything)).toBe('');
});
