/** What a check must say of the passing of time. */

import type { CheckResult } from '../audit/run-check.ts';
import type { Check } from '../define/check.ts';
import { each, notJudged, runExample } from './check-example-rules.ts';
import { exampleNow, type NamedExample } from './example.ts';
import type { Rule } from './rule.ts';

export const checkTimeRules: readonly Rule<Check>[] = [
  {
    title: 'asks to look again before its answer changes by the passing of time',
    problems: (check) => each(check, timeProblems),
  },
];

const day = 86_400_000;
const delays = [1, 60_000, day, 8 * day, 31 * day, 91 * day, 366 * day, 3_660 * day];

function timeProblems(check: Check, named: NamedExample): readonly string[] {
  const now = named.example.now ?? exampleNow;
  const result = runExample(check, named);
  if (result.kind !== 'judged') return [];
  const until = result.lookAgainAt ?? Number.POSITIVE_INFINITY;
  const justBefore = result.lookAgainAt === undefined ? [] : [result.lookAgainAt - 1 - now];
  const changed = [...delays, ...justBefore].find((delay) => {
    const isStillValid = now + delay < until;
    return (
      isStillValid && identityText(runExample(check, named, { now: now + delay })) !== identityText(result)
    );
  });
  if (changed === undefined) return [];
  return [`the answer changes within ${changed} ms without lookAgainAt having named a moment before`];
}

/** What of a result is kept with an issue; texts and ages in the details are not. */
function identityText(result: CheckResult): string {
  if (result.kind !== 'judged') return notJudged(result);
  return result.findings
    .map(
      ({ message, subjectKey, evidenceHash, score }) => `${message} ${subjectKey} ${evidenceHash} ${score}`,
    )
    .join('\n');
}
