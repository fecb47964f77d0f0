/** The term that the caret is in, as the server's lexer would cut it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex } from '../../../../server/src/query/lex.ts';
import { termAtCaret } from './term-at-caret.ts';

/** The bar is the caret. */
function readAt(marked: string) {
  const caret = marked.indexOf('|');
  const query = marked.replace('|', '');
  const term = termAtCaret(query, caret);
  if (term === undefined) return undefined;
  const { place, isInKey, typed } = term;
  return [query.slice(place.from, place.to), isInKey ? 'key' : 'value', typed];
}

describe('the term at the caret', () => {
  it.each([
    ['|', ['', 'key', '']],
    ['acc|', ['acc', 'key', 'acc']],
    ['is:open |', ['', 'key', '']],
    ['is:open acc|', ['acc', 'key', 'acc']],
    ['-acc|', ['acc', 'key', 'acc']],
    ['-account:pr|', ['account:pr', 'value', 'pr']],
    ['(is:open OR account:pr|)', ['account:pr', 'value', 'pr']],
    ['(|)', ['', 'key', '']],
    ['account:|', ['account:', 'value', '']],
    ['account:pr|od is:open', ['account:prod', 'value', 'pr']],
    ['acc|ount:prod', ['account:prod', 'key', 'acc']],
    ['account|:prod', ['account:prod', 'key', 'account']],
    ['score>=|5', ['score>=5', 'value', '']],
    ['score>|=5', ['score>=5', 'key', 'score']],
    ['account:"two wo|', ['account:"two wo', 'value', 'two wo']],
    ['account:"two wo| is:open', ['account:"two wo', 'value', 'two wo']],
    ['account:"two wo| tag:"a b"', ['account:"two wo', 'value', 'two wo']],
    ['account:"two wo|rds" is:open', ['account:"two words"', 'value', 'two wo']],
    ['acc|ount:x "foo', ['account:x', 'key', 'acc']],
    ['account:"a \\"b|', ['account:"a \\"b', 'value', 'a "b']],
    ['tag:"cost centre"=4|2', ['tag:"cost centre"=42', 'value', 'cost centre=4']],
    ['"a wo|rd"', ['"a word"', 'value', '"a wo']],
    ['a-b|', ['a-b', 'key', 'a-b']],
  ])('of %s', (marked, expected) => {
    expect(readAt(marked)).toEqual(expected);
  });

  it.each(['a OR| b', 'NOT|', '|account:x', 'a |b'])('of %s is none', (marked) => {
    expect(readAt(marked)).toBeUndefined();
  });

  it('is one of those that the server reads, whole, in every query that it reads', () => {
    const typed = fc.string({
      unit: fc.constantFrom('a', ':', '-', '"', '(', ')', ' ', '>', '=', '\\', 'ü'),
    });
    const caretIn = fc.tuple(typed, fc.nat()).map(([query, at]) => [query, at % (query.length + 1)] as const);
    fc.assert(
      fc.property(caretIn, ([query, caret]) => {
        const tokens = tokensOf(query);
        fc.pre(tokens !== undefined);
        const term = termAtCaret(query, caret);
        const expected = (tokens ?? []).find(
          ({ at: from, length, kind }) => kind === 'term' && from < caret && caret <= from + length,
        );
        expect(term && query.slice(term.place.from, term.place.to)).toBe(
          expected ? query.slice(expected.at, expected.at + expected.length) : beforeTerm(tokens, caret),
        );
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

type Tokens = ReturnType<typeof lex>;

function tokensOf(query: string): Tokens | undefined {
  try {
    return lex(query);
  } catch {
    return undefined;
  }
}

/** Right before a term nothing is completed; elsewhere a term would begin. */
function beforeTerm(tokens: Tokens | undefined, caret: number): string | undefined {
  return (tokens ?? []).some(({ at: from, kind }) => kind === 'term' && from === caret) ? undefined : '';
}
