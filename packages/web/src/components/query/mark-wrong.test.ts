/** Where a query is wrong, as it is marked. */
import { describe, expect, it, vi } from 'vitest';
import { markTerms } from './mark-terms.ts';
import { markWrong } from './mark-wrong.ts';

vi.stubGlobal('window', { location: { origin: 'http://127.0.0.1' } });
const { ProblemError } = await import('../../api/client.ts');
const { queryErrorOf } = await import('./query-error.ts');

const marked = (query: string, place: { from: number; to: number } | undefined) =>
  markWrong(markTerms(query), place).map(({ kind, text, isWrong }) => `${isWrong ? '!' : ''}${kind} ${text}`);

describe('the marks', () => {
  it.each([
    ['a nmae:x', { from: 2, to: 6 }, ['word a', 'space  ', '!key nmae', 'key :', 'value x']],
    ['score>=x', { from: 7, to: 8 }, ['key score>=', '!value x']],
    ['a (b', { from: 2, to: 3 }, ['word a', 'space  ', '!operator (', 'word b']],
    ['is:x y', { from: 0, to: 6 }, ['!key is:', '!value x', '!space  ', '!word y']],
    ['name:', { from: 5, to: 6 }, ['key name:', '!space \u00a0']],
    ['name:x', undefined, ['key name:', 'value x']],
  ])('of %s', (query, place, expected) => {
    expect(marked(query, place)).toEqual(expected);
  });
});

const refused = (more: object) =>
  new ProblemError({
    type: '',
    title: 'query_invalid',
    status: 400,
    detail: 'The query is wrong at character 3: so.',
    requestId: '',
    ...more,
  });

describe('the error of a query', () => {
  it.each([
    ['a nmae:x', '', { position: 3, length: 4 }, { from: 2, to: 6 }],
    ['a nmae:x', '(', { position: 4, length: 4 }, { from: 2, to: 6 }],
    ['𝒳 nmae:x', '', { position: 3, length: 4 }, { from: 3, to: 7 }],
    ['name:', '', { position: 6, length: 0 }, { from: 5, to: 5 }],
    ['a)', '(', { position: 4, length: 1 }, { from: 2, to: 2 }],
    ['(a', '(', { position: 1, length: 1 }, { from: 0, to: 1 }],
  ])('in %s stands where it is', (...[typed, before, where, expected]) => {
    const error = queryErrorOf(refused({ problem: 'There is no key nmae', ...where }), { typed, before });
    expect(error).toEqual({ sentence: 'There is no key nmae.', place: expected });
  });

  it('of another kind has no place', () => {
    const asked = { typed: 'a', before: '' };
    expect(queryErrorOf(null, asked)).toBeUndefined();
    expect(queryErrorOf(new Error('No answer.'), asked)).toEqual({
      sentence: 'No answer.',
      place: undefined,
    });
    expect(queryErrorOf(refused({}), asked)).toEqual({
      sentence: 'The query is wrong at character 3: so.',
      place: undefined,
    });
  });
});
