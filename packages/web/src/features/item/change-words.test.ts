/** Changes as sentences. */
import { expect, it } from 'vitest';
import { changeWords } from './change-words.ts';

it.each([
  [
    { kind: 'changed', path: '/Block/Policy', before: true, after: false },
    '~ Block.Policy changed from true to false',
  ],
  [{ kind: 'added', path: '/Tags/0', after: 'x' }, '+ Tags[0] added: "x"'],
  [
    { kind: 'removed', path: '/Policy/Statement/1', before: { Effect: 'Allow' } },
    '− Policy.Statement[1] removed',
  ],
  [
    { kind: 'changed', path: '/Cors', before: null, after: [1, 2] },
    '~ Cors changed from null to a list of 2',
  ],
] as const)('%j', (change, expected) => {
  const { sign, place, what } = changeWords(change);
  expect(`${sign} ${place} ${what}`).toBe(expected);
});
