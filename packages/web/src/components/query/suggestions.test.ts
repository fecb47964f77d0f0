/** What is suggested, and that putting it in changes nothing but its own term. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex } from '../../../../server/src/query/lex.ts';
import { parseQuery } from '../../../../server/src/query/parse.ts';
import type { Vocabulary } from '../../../../server/src/query/vocabulary.ts';
import { issueVocabulary } from '../../../../server/src/query/vocabulary-issues.ts';
import { itemVocabulary } from '../../../../server/src/query/vocabulary-items.ts';
import { completed, withoutTerm } from './completed.ts';
import { type Known, type QueryKey, type Suggestion, suggestionsFor } from './suggestions.ts';
import { termAtCaret } from './term-at-caret.ts';

/** As the API gives them. */
function keysOf({ keys }: Vocabulary): readonly QueryKey[] {
  return keys.map(({ aliases = [], valueAlias, choices = {}, ...key }) => ({
    ...key,
    aliases: [...aliases, ...(valueAlias === undefined ? [] : [valueAlias])],
    choices: Object.entries(choices).map(([value, meaning]) => ({ value, meaning })),
  }));
}

const items: Known = {
  keys: keysOf(itemVocabulary),
  isExact: true,
  counts: {
    atLeast: false,
    facets: {
      account: [
        { value: 'demo-production', count: 40 },
        { value: 'production', count: 12 },
        { value: 'two "words"', count: 3 },
      ],
      status: [{ value: 'active', count: 55 }],
      technology: Array.from({ length: 12 }, (_, index) => ({ value: `aws.t${index}`, count: 1 })),
      tag: [
        { value: 'team=payments', count: 9 },
        { value: 'cost centre=4 2', count: 2 },
      ],
    },
  },
  titleOf: (key, value) => (key === 'technology' ? `Title of ${value}` : ''),
};
const issues: Known = { ...items, keys: keysOf(issueVocabulary), counts: undefined, isExact: false };

/** The bar is the caret. */
function at(marked: string, known = items): readonly Suggestion[] {
  const term = termAtCaret(marked.replace('|', ''), marked.indexOf('|'));
  return term === undefined ? [] : suggestionsFor(term, known);
}

const textsAt = (marked: string, known = items) => at(marked, known).map(({ text }) => text);

/** The query with the first suggestion in it; the bar is the caret again. */
function completedAt(marked: string): string | undefined {
  const [first] = at(marked);
  if (first === undefined) return undefined;
  const { query, caret } = completed(marked.replace('|', ''), first);
  return `${query.slice(0, caret)}|${query.slice(caret)}`;
}

describe('suggestions', () => {
  it.each([
    ['acc|', ['account:']],
    ['AC|', ['account:', 'actor:']],
    ['tech|', ['technology:']],
    ['ip|', ['cidr:']],
    ['arn|', ['lineage:']],
    ['sc|', ['score>=']],
    ['ch|', ['changed>', 'check:']],
    ['-(reg|', ['region:']],
    ['|', ['account:', 'technology:', 'region:', 'severity:', 'is:', 'tag:', 'check:', 'score>=']],
    ['production|', []],
    ['account|:x', []],
    ['acc|ess:x', ['account']],
    ['account:pr|', ['account:production', 'account:demo-production']],
    ['account:PRODUCTION|', ['account:production', 'account:demo-production']],
    ['account:demo-production|', []],
    ['account:"wo|', ['account:"two \\"words\\""']],
    ['account>pr|', []],
    ['tag:team=pay|', ['tag:team=payments']],
    ['label:"cost c|', ['tag:"cost centre"="4 2"']],
    [
      'severity:|',
      ['severity:critical', 'severity:high', 'severity:medium', 'severity:low', 'severity:informational'],
    ],
    ['is:un|', ['is:unverified', 'is:unknown', 'is:unreadable']],
    ['score:|', ['score>=5']],
    ['score>|', ['score>=5']],
    ['score>=5|', []],
    ['score>x|', []],
    ['cidr:10|', ['cidr:10.0.0.0/8']],
    ['nothing:x|', []],
  ])('at %s', (marked, expected) => {
    expect(textsAt(marked)).toEqual(expected);
  });

  it('are at most eight', () => {
    expect(textsAt('technology:aws|')).toHaveLength(8);
  });

  it('have a meaning and the number that is found', () => {
    expect(at('acc|')[0]).toMatchObject({ meaning: "The account's name or identifier.", count: undefined });
    expect(at('account:pr|')[0]).toMatchObject({ meaning: '', count: 12 });
    expect(at('technology:aws.t3|')).toEqual([]);
    expect(at('technology:t3|')[0]).toMatchObject({ meaning: 'Title of aws.t3', count: 1 });
    expect(at('is:act|')[0]).toMatchObject({ meaning: 'seen by the last listing of its scope', count: 55 });
  });

  it('are examples of a key of which no values are known', () => {
    expect(at('check:|')).toMatchObject([{ text: 'check:aws.s3-bucket.*', kind: 'example' }]);
    expect(at('actor:|')).toMatchObject([{ text: 'actor:alice', kind: 'example' }]);
  });
});

describe('before anything is counted', () => {
  it('there are choices and examples, but no values that may come yet', () => {
    expect(textsAt('account:|', issues)).toEqual([]);
    expect(textsAt('score:|', issues)).toEqual(['score>=5']);
    expect(textsAt('status:j|', issues)).toEqual(['status:justified']);
  });

  it('values that were found for another query have no number', () => {
    const old = { ...items, isExact: false };
    expect(at('account:pr|', old).map(({ count }) => count)).toEqual([undefined, undefined]);
    expect(at('is:act|', old).map(({ count }) => count)).toEqual([undefined]);
  });
});

describe('the rest of a query', () => {
  it.each([
    ['account:|', ''],
    ['is:open account:pr|', 'is:open'],
    ['is:open -account:pr| a-b', 'is:open a-b'],
    ['a-b (x -account:|)', 'a-b (x )'],
    ['is:open account:"tw| tag:"a  b"', 'is:open tag:"a  b"'],
  ])('of %s is %s', (marked, expected) => {
    const query = marked.replace('|', '');
    const { place } = termAtCaret(query, marked.indexOf('|')) ?? unreachable();
    expect(withoutTerm(query, place)).toBe(expected);
  });
});

describe('completing', () => {
  it.each([
    ['acc|', 'account:|'],
    ['-acc| is:open', '-account:| is:open'],
    ['(a OR acc|)', '(a OR account:|)'],
    ['acc|ess:prod', 'account:|prod'],
    ['(account:pr|)', '(account:production|)'],
    ['account:pr|', 'account:production |'],
    ['account:pr| is:open', 'account:production |is:open'],
    ['account:pr|esent is:open', 'account:production |is:open'],
    ['account:"wo| is:open', 'account:"two \\"words\\"" |is:open'],
    ['score>| a', 'score>=5 |a'],
  ])('%s gives %s', (marked, expected) => {
    expect(completedAt(marked)).toBe(expected);
  });

  const term = fc.constantFrom(
    'is:open',
    '-account:"a b"',
    'tag:x="y z"',
    'word',
    '"a (b"',
    'score>=5',
    'arn:x',
  );
  const begun = fc.constantFrom(
    '',
    'a',
    'acc',
    '-re',
    'account:',
    'account:pr',
    '-account:"two',
    'tag:',
    'is:',
    'score>',
  );

  it('leaves every other term as it was', () => {
    fc.assert(
      fc.property(fc.array(term), begun, fc.array(term), (before, typed, after) => {
        const head = [...before, typed].join(' ');
        const query = [head, ...after].join(' ');
        const found = suggestionsFor(termAtCaret(query, head.length) ?? unreachable(), items);
        fc.pre(found.length > 0);
        const ended = found.filter(({ kind }) => kind !== 'key');
        expect(ended.filter(({ text }) => !parseQuery(text, itemVocabulary).ok)).toEqual([]);
        for (const suggestion of found) {
          const { query: next, caret } = completed(query, suggestion);
          const whole = suggestion.kind === 'key' ? `${next.slice(0, caret)}x${next.slice(caret)}` : next;
          expect(textsOf(whole)).toEqual([
            ...before.flatMap(textsOf),
            ...(typed.startsWith('-') ? ['-'] : []),
            ...textsOf(suggestion.kind === 'key' ? `${suggestion.text}x` : suggestion.text),
            ...after.flatMap(textsOf),
          ]);
        }
      }),
      { seed: 5 },
    );
  });
});

/** The tokens of a query, as they are written. */
function textsOf(query: string): readonly string[] {
  return lex(query).map(({ at: from, length }) => query.slice(from, from + length));
}

function unreachable(): never {
  throw new Error('There is a term at the caret of every begun query.');
}
