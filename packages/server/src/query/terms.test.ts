/** The words of an item, case by case. */
import { describe, expect, test } from 'vitest';
import { foldTerm, type Searchable, searchTerms } from './terms.ts';

const nothing: Searchable = { name: '', identity: '', lineage: '', tags: {}, terms: [] };

describe('searchTerms', () => {
  test.each<{ rule: string; item: Partial<Searchable>; words: readonly string[] }>([
    { rule: 'nothing gives no words', item: {}, words: [] },
    {
      rule: 'a name counts as a whole and by its words, in lower case',
      item: { name: 'Prod-Logs_2026' },
      words: ['2026', 'logs', 'prod', 'prod-logs_2026'],
    },
    {
      rule: 'an ARN counts as a whole, by segment and by word',
      item: { lineage: 'arn:aws:s3:::prod-logs' },
      words: ['arn', 'arn:aws:s3:::prod-logs', 'aws', 'logs', 'prod', 'prod-logs', 's3'],
    },
    {
      rule: 'keys and values of tags count',
      item: { tags: { Team: 'Payments EU' } },
      words: ['eu', 'payments', 'payments eu', 'team'],
    },
    {
      rule: 'a CIDR counts as a whole and as its address, not by its numbers',
      item: { terms: ['10.1.0.0/16', '2001:db8::/32'] },
      words: ['10.1.0.0', '10.1.0.0/16', '2001:db8::', '2001:db8::/32'],
    },
    {
      rule: 'equal words count once',
      item: { name: 'web', identity: 'WEB', terms: ['Web'] },
      words: ['web'],
    },
    {
      rule: 'letters of every plane and combining marks stay whole',
      item: { name: 'größe-𐐀𐐨-नमस्ते' },
      words: ['größe', 'größe-𐐨𐐨-नमस्ते', 'नमस्ते', '𐐨𐐨'],
    },
    {
      rule: 'NUL and lone surrogates become characters that PostgreSQL takes',
      item: { name: 'a\u0000b\ud800' },
      words: ['a', 'a\u2400b\ufffd', 'b'],
    },
  ])('$rule', ({ item, words }) => {
    expect(searchTerms({ ...nothing, ...item })).toEqual(words.toSorted());
  });

  test('a word longer than an index row takes is cut, in an item and in a query alike', () => {
    const long = 'x'.repeat(5_000);
    expect(searchTerms({ ...nothing, name: long })).toEqual([foldTerm(long)]);
    expect(foldTerm(long)).toHaveLength(256);
  });

  test('the cut does not split a character', () => {
    expect(foldTerm(`${'x'.repeat(255)}😀`)).toBe(`${'x'.repeat(255)}\ufffd`);
  });
});
