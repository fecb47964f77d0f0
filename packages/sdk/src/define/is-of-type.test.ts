/** An account counts as its type and as those that its type extends. */
import { expect, it } from 'vitest';
import { isOfType } from './is-of-type.ts';

const account = { identifier: '111122223333', name: 'ours', thirdParty: false, aliases: [] };

it.each([
  ['its own type', { ...account, type: 'aws' }, true],
  ['a type that its own extends', { ...account, type: 'aws-demo', extends: ['aws'] }, true],
  ['a type further up', { ...account, type: 'aws-demo-small', extends: ['aws-demo', 'aws'] }, true],
  ['another type', { ...account, type: 'gcp' }, false],
  ['a type whose name only begins alike', { ...account, type: 'aws-like' }, false],
] as const)('%s', (_name, one, expected) => {
  expect(isOfType(one, 'aws')).toBe(expected);
});
