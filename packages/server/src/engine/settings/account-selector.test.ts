/** Selectors of accounts: whom they mean, and which of several comes first. */
import { describe, expect, it } from 'vitest';
import { mostSpecificFirst, selectsAccount } from './account-selector.ts';

const account = { type: 'aws', identifier: '111122223333', name: 'Prod-EU' };

describe('a selector', () => {
  it.each<readonly [string | undefined, boolean]>([
    [undefined, true],
    ['*', true],
    ['prod-eu', true],
    ['prod-*', true],
    ['aws:111122223333', true],
    ['gcp:111122223333', false],
    ['111122223333', false],
    ['aws:1111*', false],
    ['prod', false],
    ['*-us', false],
  ])('%j: %j', (selector, expected) => {
    expect(selectsAccount(selector, account)).toBe(expected);
  });
});

describe('of several selectors', () => {
  it('the identifier comes before the name, the name before globs, longer globs before shorter', () => {
    const bySelector = {
      '*': 'all',
      '*-eu': 'suffix',
      'prod*': 'prefix',
      'prod-*': 'longer prefix',
      'prod-eu': 'name',
      'aws:111122223333': 'identifier',
      'test-*': 'other',
    };
    expect(mostSpecificFirst(bySelector, account)).toEqual([
      'identifier',
      'name',
      'longer prefix',
      'prefix',
      'suffix',
      'all',
    ]);
  });

  it('equal ones come by the alphabet, however they were written down', () => {
    expect(mostSpecificFirst({ 'prod*': 2, '*d-eu': 1 }, account)).toEqual([1, 2]);
    expect(mostSpecificFirst({ '*d-eu': 1, 'prod*': 2 }, account)).toEqual([1, 2]);
  });
});
