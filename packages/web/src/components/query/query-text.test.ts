/** Queries put together by hand mean to the server's parser what was meant. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../server/src/query/parse.ts';
import { itemVocabulary } from '../../../../server/src/query/vocabulary-items.ts';
import { chosenTerms, term, toggledTerm } from './query-text.ts';

describe('a term', () => {
  it.each([
    ['account', 'prod', 'account:prod'],
    ['account', 'two words', 'account:"two words"'],
    ['account', 'a "b" \\c', 'account:"a \\"b\\" \\\\c"'],
    ['tag', 'team=payments', 'tag:team=payments'],
    ['tag', 'cost centre=a=b', 'tag:"cost centre"="a=b"'],
    ['tag', '"a=b"=c', 'tag:"a=b"=c'],
    ['tag', '"\\"q\\""=x=y', 'tag:"\\"q\\""="x=y"'],
    ['tag', 'it"s=x', 'tag:"it\\"s"=x'],
    ['tag', 'alone', 'tag:alone'],
  ])('%s %s is %s', (key, value, expected) => {
    expect(term(key, value)).toBe(expected);
  });

  it('of a tag with an equals sign in its name means that name', () => {
    expect(parseQuery(term('tag', '"a=b"=c=d'), itemVocabulary)).toMatchObject({
      ok: true,
      query: { kind: 'term', key: 'tag', value: { name: ['a=b'], value: ['c=d'] } },
    });
  });

  it('finds exactly the value, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        fc.pre(value.trim() !== '' && !value.includes('\u0000'));
        expect(parseQuery(term('account', value), itemVocabulary)).toMatchObject({
          ok: true,
          query: { kind: 'term', key: 'account', value: { pattern: [value] } },
        });
      }),
      { seed: 5 },
    );
  });
});

describe('choosing', () => {
  it.each([
    ['', 'account', 'prod', 'account:prod'],
    ['is:open', 'account', 'prod', 'is:open account:prod'],
    ['account:prod is:open', 'account', 'dev', 'is:open (account:prod OR account:dev)'],
    ['is:open (account:prod OR account:dev)', 'account', 'prod', 'is:open account:dev'],
    ['account:prod', 'account', 'prod', ''],
    ['a OR b', 'account', 'prod', '(a OR b) account:prod'],
    ['-account:prod', 'account', 'dev', '-account:prod account:dev'],
    ['(account:x OR b)', 'account', 'dev', '(account:x OR b) account:dev'],
    ['tag:a=b', 'tag', 'a=c', '(tag:a=b OR tag:a=c)'],
    ['account:"two words"', 'account', 'two words', ''],
  ])('in "%s" %s:%s gives "%s"', (...[query, key, value, expected]) => {
    expect(toggledTerm(query, key, value)).toBe(expected);
  });

  it('twice is as before, for a query of chosen terms', () => {
    const chosen = toggledTerm(toggledTerm('is:open', 'account', 'a b'), 'region', 'eu-west-1');
    expect(toggledTerm(toggledTerm(chosen, 'technology', 'x'), 'technology', 'x')).toBe(chosen);
    expect(chosenTerms(chosen, 'account')).toEqual(['account:"a b"']);
  });
});
