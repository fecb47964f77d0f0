/** Counts, lists and texts of providers. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandParts } from './command-parts.ts';
import { counted, listed, sentence, short } from './count.ts';
import { cutMiddle, plainText } from './plain-text.ts';

describe('counts', () => {
  it.each([
    [0, '0 issues'],
    [1, '1 issue'],
    [38_214, '38,214 issues'],
  ])('%d: %s', (count, words) => {
    expect(counted(count, 'issue')).toBe(words);
  });

  it.each([
    [184, '184'],
    [9_999, '9,999'],
    [38_214, '38.2k'],
    [40_000, '40k'],
    [999_999, '999.9k'],
    [1_250_000, '1.2M'],
  ])('%d in short: %s', (count, words) => {
    expect(short(count)).toBe(words);
  });

  it('lists read like a sentence', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});

it.each([
  ['a statement of the policy: allow', 'A statement of the policy: allow'],
  ['unknown.', 'Unknown.'],
  ['note: this', 'Note: this'],
  ['allUsers has the role READER', 'allUsers has the role READER'],
  ['sqs:SendMessage is allowed', 'sqs:SendMessage is allowed'],
  ['storage.objects.get is allowed', 'storage.objects.get is allowed'],
  ['', ''],
])('%j begins a sentence as %j', (text, begun) => {
  expect(sentence(text)).toBe(begun);
});

it('what is typed stands apart from the text around it', () => {
  expect(commandParts('Run `monkey` now')).toEqual(['Run ', 'monkey', ' now']);
});

describe('texts of a provider', () => {
  it('show what hides itself or turns the direction', () => {
    expect(plainText('invoice\u202Efdp.exe\u200B\u0007')).toBe('invoice⟨U+202E⟩fdp.exe⟨U+200B⟩⟨U+0007⟩');
    expect(plainText('two\nlines\tand Größe 名前')).toBe('two\nlines\tand Größe 名前');
  });

  it('hold nothing hidden afterwards, whatever they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainText(text)).not.toMatch(/[\p{Cc}--[\t\n\r]]|[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/v);
      }),
      { seed: 5 },
    );
  });

  it('are cut in the middle, never longer than allowed', () => {
    expect(cutMiddle('customer-statements-eu', 11)).toBe('custo…ts-eu');
    expect(cutMiddle('short', 11)).toBe('short');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 40 }), (text, longest) => {
        expect(Array.from(cutMiddle(text, longest)).length).toBeLessThanOrEqual(longest);
      }),
      { seed: 5 },
    );
  });
});
