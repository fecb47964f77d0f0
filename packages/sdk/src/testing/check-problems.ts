/** Everything that the kit proves of a check. */
import type { Check } from '../define/check.ts';
import { checkDefinitionRules } from './check-definition.ts';
import { checkExampleRules } from './check-example-rules.ts';
import { checkTimeRules } from './check-time-rules.ts';
import type { Rule } from './rule.ts';

export const checkRules: readonly Rule<Check>[] = [
  ...checkDefinitionRules,
  ...checkExampleRules,
  ...checkTimeRules,
];

/** What is proven by running the examples, of a check whose description was judged elsewhere. */
export const checkRunRules: readonly Rule<Check>[] = [...checkExampleRules, ...checkTimeRules];

/** What is wrong with a check by some rules or all, one line each; empty when nothing is. */
export function checkProblems(check: Check, rules: readonly Rule<Check>[] = checkRules): readonly string[] {
  return rules.flatMap((rule) => rule.problems(check));
}
