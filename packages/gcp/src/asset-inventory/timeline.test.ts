/** Two histories become one, and what neither tells is unknown. */
import { expect, it } from 'vitest';
import type { Span } from './history.ts';
import { momentsOf } from './timeline.ts';

type Short = readonly [from: number, to: number | undefined, body: string | null | undefined];

const spansOf = (list: readonly Short[]): readonly Span[] =>
  list.map(([from, to, text]) => ({
    name: 'a',
    from: new Date(from),
    to: to === undefined ? undefined : new Date(to),
    isDeleted: text === null,
    body: typeof text === 'string' ? { text } : undefined,
  }));

const textOf = (value: unknown): string =>
  value === null ? 'none' : value === 'unknown' ? '?' : Object(value).text;

it.each<[string, readonly Short[], readonly Short[], readonly string[]]>([
  ['nothing at all', [], [], []],
  ['a policy without its resource', [], [[1, undefined, 'p']], []],
  ['a resource alone', [[5, undefined, 'r']], [], ['5 r ?']],
  ['a resource until it was asked for', [[5, 9, 'r']], [], ['5 r ?']],
  ['both at once', [[5, undefined, 'r']], [[5, undefined, 'p']], ['5 r p']],
  [
    'a policy alone that changes',
    [[1, undefined, 'r']],
    [
      [1, 4, 'p'],
      [4, undefined, 'q'],
    ],
    ['1 r p', '4 r q'],
  ],
  [
    'a gap between policies, and after the last',
    [[1, undefined, 'r']],
    [
      [2, 4, 'p'],
      [6, 8, 'q'],
    ],
    ['1 r ?', '2 r p', '4 r ?', '6 r q', '8 r ?'],
  ],
  [
    'a policy that was taken away',
    [[1, undefined, 'r']],
    [
      [1, 4, 'p'],
      [4, undefined, null],
    ],
    ['1 r p', '4 r none'],
  ],
  [
    'a policy that is older than what is known of the resource',
    [[5, undefined, 'r']],
    [[1, undefined, 'p']],
    ['5 r p'],
  ],
  [
    'a resource that went and came back',
    [
      [9, undefined, 's'],
      [1, 4, 'r'],
      [4, 9, null],
    ],
    [],
    ['1 r ?', '4 none ?', '9 s ?'],
  ],
  [
    'a gap between resources',
    [
      [1, 4, 'r'],
      [6, undefined, 's'],
    ],
    [],
    ['1 r ?', '4 ? ?', '6 s ?'],
  ],
  ['a resource without a body', [[1, undefined, undefined]], [], ['1 ? ?']],
])('%s', (...[, resources, policies, expected]) => {
  const moments = momentsOf(spansOf(resources), spansOf(policies));
  expect(
    moments.map(({ from, resource, policy }) => `${from.getTime()} ${textOf(resource)} ${textOf(policy)}`),
  ).toEqual(expected);
});
