/** Whether what a Deny is about holds all that a grant is about. */
import { expect, it } from 'vitest';
import type { Selection } from '../policy/statement.ts';
import { coversResource } from './resource-cover.ts';

const on = (...patterns: readonly string[]): Selection => ({ but: false, patterns });
const but = (...patterns: readonly string[]): Selection => ({ but: true, patterns });
const user = `b/\${aws:username}`;

it.each([
  [on('*'), on('b/*'), true],
  [on('b/*'), on('*'), false],
  [on('b/*'), on('b/a/*'), true],
  [on('b/a', 'b/c'), on('b/a'), true],
  [on('b/?'), on('b/*'), false],
  [on('*'), but('b/*'), true],
  [on('b/*'), but('c'), false],
  [but('b/a'), on('b/c'), true],
  [but('b/a'), on('b/*'), false],
  [but('b/a'), but('b/*'), true],
  [but('b/*'), but('b/a'), false],
  [on(user), on('b/pilot'), false],
  [on('b/*'), on(user), true],
  [but(user), on('b/pilot'), false],
  [but('b/a'), but(user), false],
])('a Deny %j covers %j: %s', (deny, granted, expected) => {
  expect(coversResource(deny, granted)).toBe(expected);
});
