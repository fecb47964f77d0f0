/** The terms of a query as they are marked. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { markTerms } from './mark-terms.ts';

it.each([
  ['account:prod', ['key account:', 'value prod']],
  ['score>=5 is:open', ['key score>=', 'value 5', 'space  ', 'key is:', 'value open']],
  ['-tag:"a b" x', ['operator -', 'key tag:', 'value "a b"', 'space  ', 'word x']],
  ['(a OR b)', ['operator (', 'word a', 'space  ', 'operator OR', 'space  ', 'word b', 'operator )']],
  ['name:', ['key name:']],
  ['arn:aws:s3:::x', ['key arn:', 'value aws:s3:::x']],
])('%s', (query, expected) => {
  expect(markTerms(query).map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected);
});

it('loses nothing of what was typed', () => {
  const typed = fc.string({
    unit: fc.constantFrom('a', ':', '-', '"', '(', ')', ' ', '>', '=', 'O', 'R', 'ü'),
  });
  fc.assert(
    fc.property(typed, (query) => {
      expect(
        markTerms(query)
          .map(({ text }) => text)
          .join(''),
      ).toBe(query);
    }),
    { seed: 5 },
  );
});
