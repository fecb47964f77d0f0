/** From page to page. */
import { expect, it } from 'vitest';
import { nextToken } from './next-token.ts';

const operation = 'toy:ListBoxes';

it.each([undefined, null, ''])('ends at %j', (named) => {
  expect(nextToken(operation, { used: 'a', named })).toBeUndefined();
});

it('goes on to another page', () => {
  expect(nextToken(operation, { used: undefined, named: 'a' })).toBe('a');
  expect(nextToken(operation, { used: 'a', named: 'b' })).toBe('b');
});

it('does not go on to the same page', () => {
  const again = () => nextToken(operation, { used: 'a', named: 'a' });
  expect(again).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ class: 'invalid_response', operation }) }),
  );
});
