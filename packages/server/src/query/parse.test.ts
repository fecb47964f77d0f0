/** The query language, case by case: what is understood, what is refused and where the caret stands. */
import { describe, expect, test } from 'vitest';
import { parseQuery } from './parse.ts';
import { formatQueryProblem } from './problem.ts';
import { type Comparison, combine, everything, not, type Query, type Term, type Value } from './query.ts';
import { issueVocabulary } from './vocabulary-issues.ts';
import { itemVocabulary, pastItemVocabulary } from './vocabulary-items.ts';

function term(key: string, value: Value, comparison: Comparison = ':'): Term {
  return { kind: 'term', key, comparison, value };
}

function text(key: string, ...pattern: readonly string[]): Term {
  return term(key, { type: 'text', pattern });
}

function parsed(query: string, vocabulary = itemVocabulary): Query {
  const result = parseQuery(query, vocabulary);
  if (!result.ok) throw new Error(formatQueryProblem(query, result.problem));
  return result.query;
}

const a = text('', 'a');
const b = text('', 'b');
const c = text('', 'c');

describe('what is understood', () => {
  test.each<[string, Query]>([
    ['', everything],
    [' \t\n ', everything],
    ['a', a],
    ['a b', combine('and', [a, b])],
    ['a AND b', combine('and', [a, b])],
    ['a OR b', combine('or', [a, b])],
    ['a b OR c', combine('or', [combine('and', [a, b]), c])],
    ['a (b OR c)', combine('and', [a, combine('or', [b, c])])],
    ['((a))', a],
    ['-a', not(a)],
    ['--a', a],
    ['NOT a', not(a)],
    ['-(a b)', not(combine('and', [a, b]))],
    ['a -b', combine('and', [a, not(b)])],
    ['a-b', text('', 'a-b')],
    ['"a b"', text('', 'a b')],
    ['"OR"', text('', 'OR')],
    ['or', text('', 'or')],
    ['"-a"', text('', '-a')],
    ['"name:a"', text('', 'name:a')],
    ['"say \\"hi\\" \\\\"', text('', 'say "hi" \\')],
    ['10.0.0.0/8', text('', '10.0.0.0/8')],
    ['logs*', text('', 'logs', '')],
    ['*', text('', '', '')],
    ['a**b', text('', 'a', 'b')],
    ['name:logs*', text('name', 'logs', '')],
    ['name:"a*b"*', text('name', 'a*b', '')],
    ['name:a"b c"d', text('name', 'ab cd')],
    ['name:a:b', text('name', 'a:b')],
    ['name=a', text('name', 'a')],
    ['NAME:a', text('name', 'a')],
    ['technology:aws.s3-bucket', text('technology', 'aws.s3-bucket')],
    ['tech:aws.*', text('technology', 'aws.', '')],
    ['arn:aws:s3:::logs', text('lineage', 'arn:aws:s3:::logs')],
    ['arn:arn:aws:s3:::logs', text('lineage', 'arn:aws:s3:::logs')],
    ['arn:*logs', text('lineage', '', 'logs')],
    ['lineage://compute/x', text('lineage', '//compute/x')],
    ['tag:team=payments', term('tag', { type: 'tag', name: ['team'], value: ['payments'] })],
    ['tag:team', term('tag', { type: 'tag', name: ['team'], value: null })],
    ['tag:team=', term('tag', { type: 'tag', name: ['team'], value: [''] })],
    ['tag:"a=b"=c=d', term('tag', { type: 'tag', name: ['a=b'], value: ['c=d'] })],
    ['tag:te*=pay*', term('tag', { type: 'tag', name: ['te', ''], value: ['pay', ''] })],
    ['score>=5', term('score', { type: 'number', number: 5 }, '>=')],
    ['score:>=5', term('score', { type: 'number', number: 5 }, '>=')],
    ['score:5', term('score', { type: 'number', number: 5 })],
    ['score<0', term('score', { type: 'number', number: 0 }, '<')],
    ['is:DELETED', term('is', { type: 'choice', choice: 'deleted' })],
    ['changed>2026-11-01', term('changed', { type: 'time', time: { kind: 'day', day: '2026-11-01' } }, '>')],
    ['changed>7d', term('changed', { type: 'time', time: { kind: 'age', amount: 7, unit: 'd' } }, '>')],
    [
      'first-seen<=2026-11-01T10:00+02:00',
      term(
        'first-seen',
        { type: 'time', time: { kind: 'instant', instant: '2026-11-01T08:00:00.000Z' } },
        '<=',
      ),
    ],
    ['cidr:0.0.0.0/0', term('cidr', { type: 'network', network: '0.0.0.0/0' })],
    ['cidr:2001:DB8::/32', term('cidr', { type: 'network', network: '2001:db8::/32' })],
    [
      'id:0192D3A0-0000-7000-8000-000000000001',
      term('id', { type: 'id', id: '0192d3a0-0000-7000-8000-000000000001' }),
    ],
  ])('%j', (query, expected) => {
    expect(parsed(query)).toEqual(expected);
  });

  test('the words of the specification together', () => {
    const query = parsed(
      'account:prod technology:aws.s3-bucket region:us-east-1 name:logs* tag:team=payments score>=5 is:justified changed>2026-11-01 actor:alice cidr:0.0.0.0/0 text',
    );
    expect(query.kind === 'and' && query.parts).toHaveLength(11);
  });

  test('every example of every vocabulary is understood', () => {
    for (const vocabulary of [itemVocabulary, pastItemVocabulary, issueVocabulary]) {
      for (const { example } of vocabulary.keys) {
        expect(parseQuery(example, vocabulary)).toMatchObject({ ok: true });
      }
    }
  });
});

describe('what is refused, and where', () => {
  test.each<[string, number, number, string]>([
    [
      'foo:bar',
      0,
      3,
      'There is no key foo; there are account, technology, region, name, id, lineage, tag, score, severity, is, changed, first-seen, cidr, actor, check (to search for the text itself, put it in quotes)',
    ],
    [
      'a nmae:x',
      2,
      4,
      'There is no key nmae; there are account, technology, region, name, id, lineage, tag, score, severity, is, changed, first-seen, cidr, actor, check (to search for the text itself, put it in quotes)',
    ],
    [
      'is:opne',
      3,
      4,
      'is takes one of active, unverified, frozen, deleted, open, justified, fixed, ignored, unknown, unreadable',
    ],
    ['score>=high', 7, 4, 'score takes a whole number, with `:` `>` `>=` `<` `<=`; for example score>=5'],
    ['score:-1', 6, 2, 'score takes a whole number, with `:` `>` `>=` `<` `<=`; for example score>=5'],
    ['name>5', 4, 1, 'name cannot be compared by >; write name:logs*'],
    ['name:', 5, 0, 'A value is missing after name; write for example name:logs*'],
    ['name: x', 5, 0, 'A value is missing after name; write for example name:logs*'],
    ['name:""', 5, 2, 'The text of name is empty'],
    ['""', 0, 2, 'The text of a word is empty'],
    ['a "b', 2, 1, 'This quote is not closed'],
    ['"a\\n"', 2, 1, 'Within quotes, \\ stands only before " and \\'],
    ['"a\\', 2, 1, 'Within quotes, \\ stands only before " and \\'],
    ['(a', 0, 1, 'This parenthesis is not closed'],
    ['a)', 1, 1, 'This parenthesis was never opened'],
    ['()', 1, 1, 'Something to search for is missing before this'],
    ['a OR', 4, 0, 'Something to search for is missing here'],
    ['OR a', 0, 2, 'Something to search for is missing before this'],
    ['a OR OR b', 5, 2, 'Something to search for is missing before this'],
    ['-', 1, 0, 'Something to search for is missing here'],
    ['a\u0000b', 1, 1, 'The character NUL cannot be searched for'],
    ['a*b*c*d*e*f*g*h*i*j', 0, 19, 'A text has at most 8 stars'],
  ])('%j at %i', (...[query, at, length, message]) => {
    expect(parseQuery(query, itemVocabulary)).toEqual({ ok: false, problem: { message, at, length } });
  });

  test.each([
    'changed>2026-02-30',
    'changed>2026-13-01',
    'changed>0000-01-01',
    'changed>2026-11-01T25:00Z',
    'changed>2026-02-30T10:00Z',
    'changed>2026-11-01T10:00+99:99',
    'changed>yesterday',
    'changed>7',
    'changed>9999999w',
    'first-seen:1m',
    'cidr:10.0.0.0/33',
    'cidr:10.0.0/8',
    'cidr:10.0.0.0/',
    'cidr:10.0.0.0/8/8',
    'cidr:fe80::1%eth0',
    'cidr:::/129',
    'id:7',
  ])('%s is no such value', (query) => {
    const result = parseQuery(query, itemVocabulary);
    expect(result.ok ? 'understood' : result.problem.message).toMatch(/ takes /);
  });

  test('what the past does not know is refused with the reason', () => {
    expect(parseQuery('a tag:team', pastItemVocabulary)).toEqual({
      ok: false,
      problem: {
        message:
          'tag is known for the present only; there are account, technology, region, name, id, lineage, is, changed, first-seen, actor',
        at: 2,
        length: 3,
      },
    });
  });
});

describe('formatQueryProblem', () => {
  function shown(query: string): string {
    const result = parseQuery(query, itemVocabulary);
    return result.ok ? 'understood' : formatQueryProblem(query, result.problem);
  }

  test.each<[string, string, readonly string[]]>([
    [
      'carets under the whole place',
      'a name>5',
      ['name cannot be compared by >; write name:logs*:', '  a name>5', '        ^'],
    ],
    ['one caret behind the end', 'a OR', ['Something to search for is missing here:', '  a OR', '      ^']],
    [
      'control characters and line ends become spaces',
      'a\n\u001b[31m"b',
      ['This quote is not closed:', '  a  [31m"b', '         ^'],
    ],
    [
      'characters beyond the first plane count once',
      '😀😀 "b',
      ['This quote is not closed:', '  😀😀 "b', '     ^'],
    ],
  ])('%s', (_, query, lines) => {
    expect(shown(query)).toBe(lines.join('\n'));
  });

  test('a long query is cut around the place', () => {
    const [, line = '', carets = ''] = shown(`${'x'.repeat(4_000)} score>z ${'y'.repeat(4_000)}`).split('\n');
    expect(line).toBe(`  …${'x'.repeat(53)} score>z ${'y'.repeat(39)}…`);
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('z');
  });
});
