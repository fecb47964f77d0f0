/** The parser against texts that nobody means well with: always an answer, soon, inside the text. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from './parse.ts';
import { formatQueryProblem } from './problem.ts';
import { itemVocabulary } from './vocabulary-items.ts';

describe('hostile input', () => {
  // Work that grew with the square of a million characters would not end before the time limit of the test.
  const size = 1_000_000;
  test.each<[string, string]>([
    ['open parentheses', '('.repeat(size)],
    ['closed parentheses', ')'.repeat(size)],
    ['minus signs', '-'.repeat(size)],
    ['minus signs before a word', `${'-'.repeat(size)}a`],
    ['negated parentheses', '-('.repeat(size / 2)],
    ['quotes', '"'.repeat(size)],
    ['an unclosed quote', `"${'a'.repeat(size)}`],
    ['an unclosed quote full of escapes', `"${'\\"'.repeat(size / 2)}`],
    ['stars', '*'.repeat(size)],
    ['stars between letters', 'a*'.repeat(size / 2)],
    ['words', 'a '.repeat(size / 2)],
    ['alternatives', 'a OR '.repeat(size / 5)],
    ['colons', ':'.repeat(size)],
    ['keys without value', 'name: '.repeat(size / 6)],
    ['a long key', `${'a-'.repeat(size / 2)}:b`],
    ['a long value', `name:${'a'.repeat(size)}`],
    ['equal signs', `tag:${'='.repeat(size)}`],
    ['pieces', `name:${'a"b"'.repeat(size / 4)}`],
    ['blanks', ' '.repeat(size)],
    ['digits', `score>${'9'.repeat(size)}`],
    ['a long address', `cidr:${'1:'.repeat(size / 2)}`],
  ])('%s are answered', (_, hostile) => {
    const result = parseQuery(hostile, itemVocabulary);
    const answer = result.ok ? '' : formatQueryProblem(hostile, result.problem);
    expect(answer.length).toBeLessThan(1_000);
  });

  test('any text at all is understood or refused inside itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), queryLike), (anyText) => {
        const result = parseQuery(anyText, itemVocabulary);
        if (result.ok) return;
        const { at, length } = result.problem;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at + length).toBeLessThanOrEqual(anyText.length);
        expect(formatQueryProblem(anyText, result.problem).split('\n')).toHaveLength(3);
      }),
      { numRuns: 2_000 },
    );
  });
});

const queryLike = fc
  .array(
    fc.constantFrom(
      'a',
      'name:',
      'score>',
      '5',
      '"',
      '\\',
      '(',
      ')',
      '-',
      ' ',
      'OR',
      '*',
      'tag:',
      '=',
      'is:',
      'open',
      '7d',
    ),
  )
  .map((parts) => parts.join(''));
