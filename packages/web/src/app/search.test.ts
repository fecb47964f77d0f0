/** Addresses hold what they were given, whatever it is. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './search.ts';

it('reads as it was typed', () => {
  expect(
    stringifySearch({ query: 'account:prod is:open tag:team=payments', tab: undefined, group: '' }),
  ).toBe('?query=account:prod+is:open+tag:team=payments');
});

it('gives back what it was given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (query) => {
      expect(parseSearch(stringifySearch({ query }))).toEqual({ query });
    }),
    { seed: 5 },
  );
});
