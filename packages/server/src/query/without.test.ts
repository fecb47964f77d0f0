/** Leaving one key out of a query. */
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import { itemVocabulary } from './vocabulary-items.ts';
import { withoutKey } from './without.ts';

function without(text: string, key: string): string {
  const parsed = parseQuery(text, itemVocabulary);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return printQuery(withoutKey(parsed.query, key));
}

describe('a query without a key', () => {
  it.each([
    ['keeps what it does not speak of', 'score>=5', 'account', 'score>=5'],
    ['loses its terms', 'account:prod score>=5', 'account', 'score>=5'],
    ['loses an alternative of nothing else', '(account:a OR account:b) score>=5', 'account', 'score>=5'],
    ['that is nothing else is everything', 'account:prod', 'account', ''],
    ['keeps a negation: what it excludes is no choice', '-account:prod', 'account', '-account:prod'],
    [
      'keeps an alternative with something else',
      '(account:a OR region:b)',
      'account',
      'account:a OR region:b',
    ],
    ['keeps a comparison: it is no choice of one value', 'score>=5 region:b', 'score', 'score>=5 region:b'],
  ])('%s', (...[, text, key, left]) => {
    expect(without(text, key)).toBe(left);
  });
});
