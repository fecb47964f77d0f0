/** The examples of a rule as those of a check. */
import type { ExampleItem } from '@security-monkey/sdk';
import type { Rule } from './rule-schema.ts';

/** The tester takes moments as milliseconds. */
export function exampleOf({ now, ...rest }: Rule['examples']['good'][number]): ExampleItem {
  // Through JSON, which leaves out what is not given.
  const example: ExampleItem = JSON.parse(JSON.stringify(rest));
  return now === undefined ? example : { ...example, now: Date.parse(now) };
}
