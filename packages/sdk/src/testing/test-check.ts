/** Registers the tests of a check. */
import { describe, expect, it } from 'vitest';
import type { Check } from '../define/check.ts';
import { checkRules } from './check-problems.ts';

/**
 * Registers one vitest case for each thing that must be true of a check: its description, its examples, its honesty.
 *
 * @example testCheck(policyPublic);
 */
export function testCheck(check: Check): void {
  describe(`check ${check.id}`, () => {
    it.each(checkRules)('$title', ({ problems }) => {
      expect(problems(check)).toEqual([]);
    });
  });
}
